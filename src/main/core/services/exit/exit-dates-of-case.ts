/** The facts of a ledger that make days candidates: lots' clocks, contracts' ends, windows that are open. */
import { add, isPositive, subtract } from '../../../../shared/num/arithmetic.ts';
import { valueOf } from '../../../../shared/num/products.ts';
import type { Money } from '../../../../shared/num/types.ts';
import { addDays, dateText } from '../../../../shared/time/local-date.ts';
import type { LocalDate } from '../../../../shared/time/local-date.ts';
import type { DateFacts } from '../../../engine/exit/candidate-dates.ts';
import type { ExitGoal } from '../../../engine/exit/exit-case.ts';
import type { Derived } from '../../derived.ts';
import { longTermDateOf, lotClocksOf } from '../holdings/lot-clocks.ts';
import type { FoundForGoals } from './exit-goals-of-case.ts';

interface ForDates extends Pick<FoundForGoals, 'derived' | 'request' | 'futures' | 'lots'> {
  readonly horizon: LocalDate;
  readonly goals: readonly ExitGoal[];
  readonly days: Pick<DateFacts, 'ownDates' | 'noTrade' | 'priceTargets'>;
  readonly maxDates: number;
}

export function dateFacts(given: ForDates): DateFacts {
  const { derived, request, futures, lots, goals, horizon, days, maxDates } = given;
  const clocks = lotClocksOf(derived);
  return {
    ...days,
    asOf: derived.asOf,
    horizon,
    isHorizonAsked: request.horizon !== undefined,
    lots: [...lots.values()].flat().map((lot) => {
      const now = derived.prices.latest(lot.asset, derived.at)?.price;
      const worth = now === undefined ? lot.costBasis : valueOf(lot.quantity, now, 'half-even');
      const gain: Money = subtract(worth, lot.costBasis);
      return { asset: lot.asset, quantity: lot.quantity, gain, longTermFrom: longTermDateOf(lot, clocks) };
    }),
    contracts: futures.futures.map(({ terms: { symbol, expiry } }) => ({ symbol, expiry })),
    windows: windowsOf(derived, goals),
    daysNeeded: Math.max(1, ...goals.map(daysNeeded)),
    maxDates,
  };
}

function daysNeeded({ sell, buy, perDay }: ExitGoal): number {
  if (perDay === null || !isPositive(perDay)) return 1;
  let days = 0;
  for (let left = add(sell, buy); isPositive(left) && days < 60; days++) left = subtract(left, perDay);
  return days;
}

const WINDOW_DAYS = 31;

/** Ends of 30-day windows that are open today: after losses on shorts, and around purchases where wash sales cover coins. */
function windowsOf(derived: Derived, goals: readonly ExitGoal[]): DateFacts['windows'] {
  const { asOf, usFacts, taxElections, heldLots } = derived;
  const assets = new Set(goals.map(({ asset }) => asset));
  const isRecent = (date: LocalDate): boolean => date <= asOf && addDays(date, WINDOW_DAYS) > asOf;
  const { washSalesFrom } = taxElections;
  const purchases =
    washSalesFrom === null
      ? []
      : heldLots.flatMap(({ asset, acquiredDate }) =>
          assets.has(asset) && isRecent(acquiredDate) && addDays(acquiredDate, WINDOW_DAYS) > washSalesFrom
            ? [
                {
                  date: addDays(acquiredDate, WINDOW_DAYS),
                  why: `the 30 days after the purchase of ${asset} on ${dateText(acquiredDate)} are over`,
                },
              ]
            : [],
        );
  const shorts = usFacts.straddles.futures.flatMap(({ asset, closed, name }) =>
    closed !== null && assets.has(asset) && isRecent(closed)
      ? [
          {
            date: addDays(closed, WINDOW_DAYS),
            why: `the 30 days after ${name} was closed on ${dateText(closed)} are over`,
          },
        ]
      : [],
  );
  return [...purchases, ...shorts];
}
