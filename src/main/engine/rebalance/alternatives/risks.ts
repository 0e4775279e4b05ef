/** The three risks of a hedge that no cost holds: margin, basis, complexity. Always all three, also where selling is cheaper. */
import { isPositive, sum } from '../../../../shared/num/arithmetic.ts';
import { rate } from '../../../../shared/num/parse.ts';
import { rateFromFraction } from '../../../../shared/num/integers.ts';
import { moneyTimes, quantityTimes, valueOf } from '../../../../shared/num/products.ts';
import type { Money } from '../../../../shared/num/types.ts';
import { zeroMoney } from '../../../../shared/num/types.ts';
import { dateText } from '../../../../shared/time/local-date.ts';
import type { ExitCase, ExitFuture } from '../../exit/exit-case.ts';
import { listText, moneyText, percentText } from '../../words.ts';
import type { HedgeLiquidation } from './hedge-liquidation.ts';
import { firstDay } from './schedules.ts';

export interface WayRisk {
  readonly kind: 'margin' | 'basis' | 'complexity';
  readonly text: string;
}

/** The adverse move whose cash need is shown (30 % is our choice). */
const ADVERSE_MOVE = rate('0.3');

/** In: where the venues would close the hedge. */
export function wayRisks(given: ExitCase, liquidations: readonly HedgeLiquidation[]): readonly WayRisk[] {
  const futures = given.futures.filter(({ steps }) => steps > 0);
  return [
    { kind: 'margin', text: marginText(given, futures, liquidations) },
    { kind: 'basis', text: basisText(futures) },
    { kind: 'complexity', text: complexityText(futures) },
  ];
}

/** What a future moves on the first day, in money. */
export function notionalOf(given: ExitCase, { asset, coinsPerStep, steps }: ExitFuture): Money {
  const price = given.book.priceOn(asset, firstDay(given));
  const count = rateFromFraction(BigInt(steps), 1n, 'half-even');
  return price === null
    ? zeroMoney
    : valueOf(quantityTimes(coinsPerStep, count, 'half-even'), price, 'half-even');
}

function marginText(
  given: ExitCase,
  futures: readonly ExitFuture[],
  liquidations: readonly HedgeLiquidation[],
): string {
  const worth = sum(
    futures.map((future) => notionalOf(given, future)),
    zeroMoney,
  );
  if (!isPositive(worth))
    return 'Margin: a hedge needs money that lies ready; when prices move against it more is called for, and without it the venue closes the hedge.';
  const loss = moneyText(moneyTimes(worth, ADVERSE_MOVE, 'half-even'), given.currency);
  const nearest = liquidations
    .flatMap(({ distance, words }) => (distance === null ? [] : [{ distance, words }]))
    .toSorted((a, b) => (a.distance < b.distance ? -1 : 1))[0];
  const where = nearest === undefined ? '' : ` ${nearest.words}`;
  return `Margin: when prices move ${percentText(ADVERSE_MOVE)} against all legs, ${loss} of cash is needed at once, while the gain sits in coins that are not sold. Keep it ready, or the venue closes the hedge.${where}`;
}

function basisText(futures: readonly ExitFuture[]): string {
  const cross = futures.filter(({ terms, asset }) => terms.underlying !== asset);
  const mixed =
    cross.length === 0
      ? ''
      : ` ${listText(cross.map(({ terms, asset }) => `${terms.symbol} follows ${terms.underlying}, not ${asset}`))}: they need not move alike.`;
  const sources = [...new Set(futures.map(({ carryWords }) => carryWords))].join(' ');
  return `Basis: what a contract costs to hold changes, and its price need not follow the coin’s.${mixed} ${sources}`.trim();
}

function complexityText(futures: readonly ExitFuture[]): string {
  if (futures.length === 0)
    return 'Complexity: a hedge is a second position to watch, to roll and to report, under tax rules of its own.';
  const venues = listText([...new Set(futures.map(({ terms }) => terms.venue))]);
  const ends = futures.flatMap(({ terms: { symbol, expiry } }) =>
    expiry === null ? [] : [`${symbol} ends on ${dateText(expiry)} and has to be rolled to hold on`],
  );
  const marked = [
    ...new Set(futures.filter(({ terms }) => terms.section1256.status).map(({ terms }) => terms.symbol)),
  ];
  const marks =
    marked.length === 0
      ? []
      : [`${listText(marked)} ${marked.length === 1 ? 'is' : 'are'} taxed at each year’s end as if sold`];
  const barred = [
    ...new Set(futures.filter(({ terms }) => terms.usPersons === false).map(({ terms }) => terms.venue)),
  ];
  const closed =
    barred.length === 0 ? [] : [`${listText(barred)} in general takes no persons of the United States`];
  const more = [...ends, ...marks, ...closed];
  const legs = futures.length === 1 ? 'one leg' : `${futures.length} legs`;
  return `Complexity: ${legs} at ${venues} to watch, to close and to report besides the coins, each result taxed apart.${more.length === 0 ? '' : ` ${more.join('; ')}.`}`;
}
