/** What the Overview says, from the core's answers. Pure. */
import { listed } from '../../ui/listed.ts';
import type { CallAnswer } from '../../../shared/contract/contract.ts';
import { subtract } from '../../../shared/num/arithmetic.ts';
import { toText } from '../../../shared/num/format.ts';
import { money } from '../../../shared/num/parse.ts';
import type { ExposureRow } from '../../charts/exposure-waterfall.tsx';
import { driftWords } from '../../charts/drift-words.ts';
import { formatMoney, formatRate, signOf } from '../../ui/number-format.ts';
import { allCoins, lacksMoney } from './exposure-rows.ts';

export type Holdings = CallAnswer<'holdings.read'>;
export type Targets = CallAnswer<'targets.read'>;
type Holding = Holdings['holdings'][number];
type Position = Holdings['positions'][number];

/** The chart in one sentence: what is held, and what futures move. */
export function exposureSentence(
  rows: readonly ExposureRow[],
  { total, currency, holdings }: Pick<Holdings, 'total' | 'currency' | 'holdings'>,
): string {
  if (rows.length === 0) return 'Nothing with a price yet.';
  const lacking = lacksMoney({ holdings })
    ? ' Money is below zero, so deposits are missing: shares of all are left out until they are there.'
    : '';
  const held = `You hold ${formatMoney(total, currency)} in coins and cash.${lacking}`;
  const hedged = rows.filter(({ name, futures }) => name !== allCoins && signOf(futures) !== 'flat');
  if (hedged.length === 0) return `${held} No futures are open, so that is also your exposure.`;
  const moves = hedged.map(({ name, futures, weight }) => {
    const amount = formatMoney(futures.replace(/^-/u, ''), currency);
    const verb = signOf(futures) === 'down' ? 'take' : 'add';
    const end = weight === null ? '' : ` (effective share ${formatRate(weight, { decimals: 1 })})`;
    return `${verb} ${amount} ${verb === 'take' ? 'off' : 'to'} ${name}${end}`;
  });
  const cash = rows.some(({ name }) => name === 'Cash')
    ? ' Cash is your money as it is: what futures stand for is not in it, so the shares need not add up to 100 %.'
    : '';
  return `${held} Futures ${listed(moves)}.${lacking === '' ? cash : ''}`;
}

export function openPositions(holdings: Holdings): readonly Position[] {
  return holdings.positions.filter(({ side }) => side !== 'flat');
}

export function isEmpty({ holdings, positions }: Holdings): boolean {
  return holdings.length === 0 && positions.length === 0;
}

/** The drift chart in one sentence. */
export function driftSentence(
  drift: readonly Pick<Targets['drift'][number], 'asset' | 'drift' | 'outside'>[],
): string {
  const outside = drift.filter((row) => row.outside);
  if (drift.length === 0) return 'How far you are from your targets is not known: prices are missing.';
  if (outside.length === 0) return 'Every asset is within its band: nothing needs to be done.';
  const words = outside.map(({ asset, drift: by }) => `${asset} is ${driftWords(by)}`);
  return `${listed(words)}, outside the band.`;
}

/** These shares are of less than all that is held, unlike those of the exposure: what they are counted among. */
export function countedAmong(counted: readonly string[], leftOut: readonly string[]): string {
  const is = leftOut.length === 1 ? 'is' : 'are';
  return `Shares of ${listed(counted)} together: your policy says nothing of ${listed(leftOut)}, which ${is} left out here.`;
}

/** "Without BNB and BTC, which have no price": what the total leaves out; null where nothing is. */
export function unpricedWords(holdings: readonly Holding[]): string | null {
  const names = holdings
    .filter(({ value, quantity }) => value === null && signOf(quantity) !== 'flat')
    .map(({ asset }) => asset);
  if (names.length === 0) return null;
  return `Without ${listed(names)}, which ${names.length === 1 ? 'has' : 'have'} no price`;
}

export interface WorthWords {
  /** null where nothing has a price. */
  readonly total: string | null;
  readonly totalNote: string | null;
  /** Of what has a price: with it, worth less cost is the gain. */
  readonly cost: string;
  readonly costNote: string;
}

/** Worth and cost of the same coins; what is in only one of them is said beside it. */
export function worthWords(answer: Holdings): WorthWords {
  const { holdings, total, costBasis, costWithoutPrice, worthWithoutLot, currency } = answer;
  const paid = 'What you paid, fees included';
  const unpriced = unpricedWords(holdings);
  if (holdings.length > 0 && holdings.every(({ value }) => value === null))
    return { total: null, totalNote: unpriced, cost: costBasis, costNote: paid };
  const without = formatMoney(worthWithoutLot, currency);
  const isExplained = !/[1-9]/u.test(without);
  const parts = [
    ...(unpriced === null ? [] : [unpriced]),
    ...(isExplained ? [] : [`${without} of it is of units that no lot shows`]),
  ];
  return {
    total,
    totalNote: parts.length === 0 ? null : parts.join('; '),
    cost: toText(subtract(money(costBasis), money(costWithoutPrice))),
    costNote:
      costWithoutPrice === '0'
        ? paid
        : `${paid}; ${formatMoney(costWithoutPrice, currency)} more for what has no price`,
  };
}
