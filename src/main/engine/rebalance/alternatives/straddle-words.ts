/** What straddle rules do to a way, in words and figures: losses that wait, clocks that start anew, losses of another term. */
import { add, isNegative, isPositive, subtract, sum } from '../../../../shared/num/arithmetic.ts';
import type { Money, Quantity } from '../../../../shared/num/types.ts';
import { zeroMoney, zeroQuantity } from '../../../../shared/num/types.ts';
import { compareDates, dateText } from '../../../../shared/time/local-date.ts';
import type { LocalDate } from '../../../../shared/time/local-date.ts';
import type { PricedSchedule } from '../../exit/priced-schedule.ts';
import type { HoldingPeriod, StraddleYear } from '../../tax/jurisdictions/us/straddles/straddle-years.ts';
import { listText, moneyText, quantityText } from '../../words.ts';
import type { AlternativesCase } from './alternatives-case.ts';

export interface StraddleEffect {
  /** Whole sentences; empty where the rules do nothing. */
  readonly words: readonly string[];
  /** Gain that restarted clocks turn from long- to short-term, over the plan's years. */
  readonly turnedShort: Money;
  /** The most that waits at the end of a year. */
  readonly mostWaiting: Money;
}

/** In: `untouched`, the ledger's straddle years without the way; what is in both is not the way's doing. */
export function straddleEffect(
  given: AlternativesCase,
  priced: PricedSchedule,
  untouched: readonly StraddleYear[],
): StraddleEffect {
  const { straddles } = priced.years;
  const { currency } = given.exit;
  const turnedShort = subtract(turned(straddles.years), turned(untouched));
  const waiting = straddles.years
    .map((year) => ({
      year: year.year,
      amount: subtract(waitingAt(year), waitingAt(untouched.find((one) => one.year === year.year))),
    }))
    .filter(({ amount }) => isPositive(amount));
  return {
    turnedShort,
    mostWaiting: waiting.reduce((most, { amount }) => (amount > most ? amount : most), zeroMoney),
    words: [
      ...waitingWords(waiting, priced.lossesWaiting, currency),
      ...clockWords(given, priced, turnedShort),
      ...longTermLossWords(straddles.years, untouched, currency),
    ],
  };
}

function waitingWords(
  waiting: readonly { readonly year: number; readonly amount: Money }[],
  left: Money,
  currency: string,
): readonly string[] {
  if (waiting.length === 0) return [];
  const when = listText(
    waiting.map(({ year, amount }) => `${moneyText(amount, currency)} at the end of ${year}`),
  );
  const end = isPositive(left)
    ? `${moneyText(left, currency)} still waits after the last year that the plan counts.`
    : 'All of it counts in a later year of the plan.';
  return [
    `Losses of the hedge wait while the hedged coins stand in gain: ${when}. ${end} (26 U.S.C. 1092(a)(1))`,
  ];
}

/** Clocks that the way's own positions end. */
function clockWords(
  { lots, exit }: AlternativesCase,
  priced: PricedSchedule,
  turnedShort: Money,
): readonly string[] {
  const own = exit.futures.filter(({ isOpen }) => !isOpen).map(({ position }) => position);
  // A roll of a position is named after it.
  const isOwn = ({ by }: HoldingPeriod): boolean => own.some((one) => by === one || by.startsWith(`${one}/`));
  const ended = priced.years.straddles.holdingPeriods.filter(isOwn);
  if (ended.length === 0) return [];
  const byLot = [...Map.groupBy(ended, ({ lot }) => lot)];
  const named =
    byLot.length <= MOST_NAMED ? byLot.map(([, periods]) => lotWords(periods, lots)) : sumWords(ended, lots);
  const gain = isPositive(turnedShort)
    ? ` So ${moneyText(turnedShort, exit.currency)} of gain is short-term instead of long-term.`
    : '';
  return [
    `Hedged before they are long-term, their holding period starts anew when the hedge is left: ${listText(named)}.${gain} (Reg. 1.1092(b)-2T(a))`,
  ];
}

/** So many lots are named one by one; more are summed up: an answer has to be readable. */
const MOST_NAMED = 6;

type Lots = AlternativesCase['lots'];

/** "0.3 BTC of 2026-01-10, long-term again from 2027-12-31" */
function lotWords(periods: readonly HoldingPeriod[], lots: Lots): string {
  const [first] = periods;
  const found = lots.find(({ id }) => id === first?.lot);
  const again = longTermAgain(periods);
  const when = again === null ? '' : `, long-term again from ${dateText(again)}`;
  return found === undefined
    ? `lot ${first?.lot ?? ''}`
    : `${quantityText(unitsOf(periods), found.asset)} of ${dateText(found.acquiredDate)}${when}`;
}

/** "0.00014 BTC in 31 lots, long-term again from 2027-12-31 on": one for each asset. */
function sumWords(periods: readonly HoldingPeriod[], lots: Lots): readonly string[] {
  const assetOf = ({ lot }: HoldingPeriod): string => lots.find(({ id }) => id === lot)?.asset ?? 'coins';
  return [...Map.groupBy(periods, assetOf)].map(([asset, own]) => {
    const count = new Set(own.map(({ lot }) => lot)).size;
    const again = longTermAgain(own);
    const when = again === null ? '' : `, long-term again from ${dateText(again)} on`;
    return `${quantityText(unitsOf(own), asset)} in ${count} lots${when}`;
  });
}

function unitsOf(periods: readonly HoldingPeriod[]): Quantity {
  return sum<Quantity>(
    periods.map(({ quantity }) => quantity),
    zeroQuantity,
  );
}

/** The earliest of them; null while they stand still. */
function longTermAgain(periods: readonly HoldingPeriod[]): LocalDate | null {
  return (
    periods
      .map(({ longTermFrom }) => longTermFrom)
      .filter((day) => day !== null)
      .toSorted(compareDates)[0] ?? null
  );
}

/** Losses against coins that were long-term when hedged count as long-term. */
function longTermLossWords(
  years: readonly StraddleYear[],
  untouched: readonly StraddleYear[],
  currency: string,
): readonly string[] {
  const amount = subtract(longTermLosses(years), longTermLosses(untouched));
  return isPositive(amount)
    ? [
        `Because long-term coins are hedged, ${moneyText(amount, currency)} of the hedge’s losses count as long-term. (Reg. 1.1092(b)-2T(b)(1))`,
      ]
    : [];
}

function longTermLosses(years: readonly StraddleYear[]): Money {
  return sum(
    years.flatMap(({ losses }) =>
      losses.filter(({ character }) => character === 'long').map(({ recognised }) => recognised),
    ),
    zeroMoney,
  );
}

function waitingAt(year: StraddleYear | undefined): Money {
  return sum(
    (year?.deferred ?? []).map(({ amount }) => amount),
    zeroMoney,
  );
}

/** Gains of sales that the rules count as short-term instead of long-term. */
function turned(years: readonly StraddleYear[]): Money {
  return years.reduce(
    (total, { items }) =>
      items.reduce(
        (sofar, { kind, character, amount }) =>
          kind === 'term' && character === 'short' && !isNegative(amount) ? add(sofar, amount) : sofar,
        total,
      ),
    zeroMoney,
  );
}
