/** The three risks of open futures, with the user's own figures. Pure. */
import type { CallAnswer } from '../../../shared/contract/contract.ts';
import { absolute, sum } from '../../../shared/num/arithmetic.ts';
import { toText } from '../../../shared/num/format.ts';
import { money, rate } from '../../../shared/num/parse.ts';
import { moneyTimes } from '../../../shared/num/products.ts';
import { zeroMoney } from '../../../shared/num/types.ts';
import { formatMoney } from '../../ui/number-format.ts';
import type { Risk } from '../../ui/risks.tsx';
import { listed } from '../../ui/listed.ts';

type Position = CallAnswer<'holdings.read'>['positions'][number];

const tenth = rate('0.1');

export function hedgeRisks(positions: readonly Position[], currency: string): readonly Risk[] {
  if (positions.length === 0) return [];
  return [
    { kind: 'margin', text: marginText(positions, currency) },
    { kind: 'basis', text: basisText(positions) },
    { kind: 'complexity', text: complexityText(positions) },
  ];
}

function marginText(positions: readonly Position[], currency: string): string {
  const moves = [
    ...Map.groupBy(positions, ({ underlying, side }) => `${underlying} ${side}`).values(),
  ].flatMap((group) => {
    const [first] = group;
    const notionals = group.flatMap(({ notional }) => (notional === null ? [] : [absolute(money(notional))]));
    if (first === undefined || notionals.length === 0) return [];
    const loss = toText(moneyTimes(sum(notionals, zeroMoney), tenth, 'half-even'));
    const way = first.side === 'short' ? 'rises' : 'falls';
    return [
      `if ${first.underlying} ${way} by 10%, your ${first.side} loses about ${formatMoney(loss, currency)}`,
    ];
  });
  const figures = moves.length === 0 ? '' : ` For example, ${listed(moves)}.`;
  return (
    `Losses of futures are taken from your margin at once, while gains of your coins stay on paper.${figures}` +
    ' If the margin runs out, the exchange closes the position by force.'
  );
}

function basisText(positions: readonly Position[]): string {
  const bySettle = Map.groupBy(positions, ({ settleAsset }) => settleAsset);
  const paid = [...bySettle].flatMap(([asset, group]) => {
    const total = toText(
      sum(
        group.map(({ funding }) => money(funding)),
        zeroMoney,
      ),
    );
    return total === '0' ? [] : [formatMoney(total, asset, { signed: true })];
  });
  const soFar = paid.length === 0 ? '' : ` Funding of these positions so far: ${listed(paid)}.`;
  return `A futures price is not the coin’s price: the gap between them, and funding, is a cost or a gain of its own.${soFar}`;
}

function complexityText(positions: readonly Position[]): string {
  const accounts = new Set(positions.map(({ account }) => account)).size;
  const dated = positions.filter(({ expiry }) => expiry !== null).length;
  const count = `${positions.length} open ${positions.length === 1 ? 'position' : 'positions'}`;
  const where = accounts === 1 ? 'in one account' : `in ${accounts} accounts`;
  const ends =
    dated === 0
      ? ''
      : ` ${dated === 1 ? 'One of them ends' : `${dated} of them end`} on a date and must be rolled or closed before.`;
  return `You have ${count} ${where} to watch and to close at the right time.${ends} A slip leaves you without the hedge, or with one you no longer want.`;
}
