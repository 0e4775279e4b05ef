/**
 * facts → days on which it can pay to act → moved off days not to trade → the most important ones, by date
 *
 * Prices between such days are not known to anybody; what the law, contracts and the user fix makes one day better than
 * its neighbours.
 */
import type { AssetId } from '../../../shared/domain/asset.ts';
import { add, compare, isPositive } from '../../../shared/num/arithmetic.ts';
import { zeroMoney, zeroQuantity } from '../../../shared/num/types.ts';
import type { Money, Quantity } from '../../../shared/num/types.ts';
import {
  addDays,
  compareDates,
  dateOf,
  dateText,
  dayOfWeek,
  daysBetween,
  lastBusinessDayOfYear,
  yearOf,
} from '../../../shared/time/local-date.ts';
import type { LocalDate } from '../../../shared/time/local-date.ts';
import { listText, quantityText } from '../words.ts';
import type { CandidateDate } from './exit-case.ts';
import { ROLL_DAYS_BEFORE_EXPIRY } from './future-walk.ts';
import { lastAllowed } from './last-allowed.ts';

export interface DateFacts {
  readonly asOf: LocalDate;
  /** The last day of the plan. */
  readonly horizon: LocalDate;
  /** Whether the user named it: then it is a day of its own. */
  readonly isHorizonAsked: boolean;
  /** Lots that may be sold, with the day from which they are long-term, restarts counted; null: nobody can tell yet. */
  readonly lots: readonly {
    readonly asset: AssetId;
    readonly quantity: Quantity;
    /** At today's prices, signed. */
    readonly gain: Money;
    readonly longTermFrom: LocalDate | null;
  }[];
  readonly contracts: readonly { readonly symbol: string; readonly expiry: LocalDate | null }[];
  /** Ends of 30-day windows, each with a clause. */
  readonly windows: readonly { readonly date: LocalDate; readonly why: string }[];
  readonly ownDates: readonly LocalDate[];
  readonly priceTargets: readonly { readonly date: LocalDate; readonly why: string }[];
  /** Ends included. */
  readonly noTrade: readonly { readonly from: LocalDate; readonly to: LocalDate }[];
  /** Days that a limit of coins a day needs at the least. */
  readonly daysNeeded: number;
  readonly maxDates: number;
}

export interface CandidateDates {
  /** By date; empty where no day is left on which to trade. */
  readonly dates: readonly CandidateDate[];
  /** What there was no room for, by date. */
  readonly leftOut: readonly CandidateDate[];
}

interface Reason {
  readonly date: LocalDate;
  readonly why: string;
  /** The larger, the sooner it is kept. */
  readonly weight: number;
  /** What it is for has to be done by this day: it moves back, never on. */
  readonly isLimit?: true;
}

/** Lots that turn long-term within so many days of each other wait for the last of them. */
const DAYS_TOGETHER = 7;
const WEIGHTS = {
  today: 1000,
  own: 900,
  target: 850,
  horizon: 800,
  nextYear: 790,
  perDay: 780,
  yearEnd: 700,
  laterYear: 690,
  longTerm: 500,
  window: 450,
  expiry: 400,
  roll: 350,
} as const;

const TODAY = 'today';

/** The days on which the plan may trade, and why each is one. */
export function candidateDates(given: DateFacts): CandidateDates {
  const moved = reasonsOf(given).flatMap((reason) => {
    const date = reason.isLimit === true ? allowedUntil(reason.date, given) : allowedFrom(reason.date, given);
    if (date === null) return [];
    return [{ ...reason, date, why: date === reason.date ? reason.why : movedWhy(reason) }];
  });
  const byDate = Map.groupBy(moved, ({ date }) => date);
  const ranked = [...byDate]
    .map(([date, reasons]) => ({
      date,
      why: [...new Set(reasons.toSorted((a, b) => b.weight - a.weight).map(({ why }) => why))],
      weight: Math.max(...reasons.map(({ weight }) => weight)),
    }))
    .toSorted((a, b) => b.weight - a.weight || compareDates(a.date, b.date));
  const byDay = (list: typeof ranked): CandidateDate[] =>
    list.toSorted((a, b) => compareDates(a.date, b.date)).map(({ date, why }) => ({ date, why }));
  return { dates: byDay(ranked.slice(0, given.maxDates)), leftOut: byDay(ranked.slice(given.maxDates)) };
}

function movedWhy({ date, why }: Reason): string {
  return why === TODAY
    ? 'the first day on which trading is allowed'
    : `${why} (moved from ${dateText(date)})`;
}

function reasonsOf(given: DateFacts): Reason[] {
  const { asOf, horizon } = given;
  const all: Reason[] = [
    { date: asOf, why: TODAY, weight: WEIGHTS.today },
    ...given.ownDates.map((date) => ({ date, why: 'a day of your own', weight: WEIGHTS.own })),
    ...given.priceTargets.map((one) => ({ ...one, weight: WEIGHTS.target })),
    ...(given.isHorizonAsked
      ? [{ date: horizon, why: 'the last day of the plan', weight: WEIGHTS.horizon, isLimit: true as const }]
      : []),
    ...yearReasons(given),
    ...longTermReasons(given),
    ...given.windows.map((one) => ({ ...one, weight: WEIGHTS.window })),
    ...contractReasons(given),
    ...spreadReasons(given),
  ];
  return all.filter(({ date }) => date >= asOf && date <= horizon);
}

function yearReasons({ asOf, horizon }: DateFacts): Reason[] {
  const reasons: Reason[] = [];
  const now = yearOf(asOf);
  for (let year = now; year <= yearOf(horizon); year++) {
    const ends = lastBusinessDayOfYear(year);
    reasons.push({
      date: ends,
      why: `the last business day of ${year}`,
      // The far end stays where there is room for few days: what is to wait longest waits until then.
      weight: year === yearOf(horizon) ? WEIGHTS.horizon : WEIGHTS.yearEnd - (year - now),
      isLimit: true,
    });
    if (year > now)
      reasons.push({
        date: firstBusinessDayOfYear(year),
        why: `the first business day of ${year}`,
        weight: year === now + 1 ? WEIGHTS.nextYear : WEIGHTS.laterYear - (year - now),
      });
  }
  return reasons;
}

/** The first Monday to Friday after New Year's Day; knows no other holidays. */
export function firstBusinessDayOfYear(year: number): LocalDate {
  const second = dateOf(year, 1, 2);
  const weekday = dayOfWeek(second);
  return weekday > 5 ? addDays(second, 8 - weekday) : second;
}

interface LongTermGroup {
  from: LocalDate;
  to: LocalDate;
  lots: number;
  gain: Money;
  readonly quantities: Map<AssetId, Quantity>;
}

/** Those with the most gain weigh most: their tax falls most. */
function longTermReasons({ lots, asOf, horizon }: DateFacts): Reason[] {
  const groups = longTermGroups(lots, asOf, horizon);
  const byGain = groups.toSorted((a, b) => compare(b.gain, a.gain) || compareDates(a.to, b.to));
  return byGain.map((group, rank): Reason => {
    const what = listText([...group.quantities].map(([asset, quantity]) => quantityText(quantity, asset)));
    const ofLots = group.lots === 1 ? '' : ` in ${group.lots} lots`;
    const since = group.from === group.to ? '' : ` from ${dateText(group.from)} on, all`;
    return {
      date: group.to,
      why: `${what}${ofLots} turn long-term${since} by this day`,
      weight: WEIGHTS.longTerm - rank + (isPositive(group.gain) ? 100 : 0),
    };
  });
}

function longTermGroups(
  lots: DateFacts['lots'],
  asOf: LocalDate,
  horizon: LocalDate,
): readonly LongTermGroup[] {
  const ahead = lots
    .flatMap((lot) => {
      const { longTermFrom } = lot;
      return longTermFrom === null || longTermFrom <= asOf || longTermFrom > horizon
        ? []
        : [{ ...lot, longTermFrom }];
    })
    .toSorted((a, b) => compareDates(a.longTermFrom, b.longTermFrom));
  const groups: LongTermGroup[] = [];
  for (const { asset, quantity, gain, longTermFrom } of ahead) {
    let group = groups.at(-1);
    if (group === undefined || daysBetween(group.from, longTermFrom) >= DAYS_TOGETHER) {
      group = { from: longTermFrom, to: longTermFrom, lots: 0, gain: zeroMoney, quantities: new Map() };
      groups.push(group);
    }
    group.to = longTermFrom;
    group.lots += 1;
    group.gain = add(group.gain, gain);
    group.quantities.set(asset, add(group.quantities.get(asset) ?? zeroQuantity, quantity));
  }
  return groups;
}

function contractReasons({ contracts }: DateFacts): Reason[] {
  return contracts.flatMap(({ symbol, expiry }): Reason[] =>
    expiry === null
      ? []
      : [
          { date: expiry, why: `${symbol} ends`, weight: WEIGHTS.expiry, isLimit: true },
          {
            date: addDays(expiry, -ROLL_DAYS_BEFORE_EXPIRY),
            why: `${symbol} would be rolled`,
            weight: WEIGHTS.roll,
            isLimit: true,
          },
        ],
  );
}

/** Weekdays from today on, where so much a day needs many days. */
function spreadReasons({ asOf, daysNeeded }: DateFacts): Reason[] {
  const reasons: Reason[] = [];
  for (let date = asOf; reasons.length < Math.min(daysNeeded, 60); date = addDays(date, 1))
    if (dayOfWeek(date) <= 5 || date === asOf)
      reasons.push({ date, why: 'so much a day needs more days', weight: WEIGHTS.perDay - reasons.length });
  return reasons.length <= 1 ? [] : reasons.slice(1);
}

/** The day itself, or the last before it on which one may trade; null where the plan begins later. */
function allowedUntil(date: LocalDate, { noTrade, asOf }: DateFacts): LocalDate | null {
  const day = lastAllowed(date, noTrade);
  return day < asOf ? null : day;
}

/** The day itself, or the next on which one may trade; null where the plan ends before. */
function allowedFrom(date: LocalDate, { noTrade, horizon }: DateFacts): LocalDate | null {
  let day = date;
  for (;;) {
    const span = noTrade.find(({ from, to }) => from <= day && day <= to);
    if (span === undefined) return day;
    day = addDays(span.to, 1);
    if (day > horizon) return null;
  }
}
