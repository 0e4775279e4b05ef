/** Costs, limits and days as the request has them, with the defaults that stand where it says nothing. */
import { isNegative } from '../../../../shared/num/arithmetic.ts';
import { money, rate } from '../../../../shared/num/parse.ts';
import { zeroRate } from '../../../../shared/num/types.ts';
import type { Rate } from '../../../../shared/num/types.ts';
import { addYears, dateText, lastDayOfYear, localDate, yearOf } from '../../../../shared/time/local-date.ts';
import type { LocalDate } from '../../../../shared/time/local-date.ts';
import type { ExitCosts, ExitLimits } from '../../../engine/exit/exit-case.ts';
import { percentText } from '../../../engine/words.ts';
import type { Derived } from '../../derived.ts';
import type { Assumed, ExitRequest } from './exit-setup.ts';
import { outOfRange, span } from './exit-prices.ts';
import type { Problems } from './problems.ts';

const LONGEST_YEARS = 10;
const DEFAULT_DATES = 12;
const YEARS_AHEAD = 2;

/** Assumed where the user says nothing; shown with the answer. */
const DEFAULTS = {
  discountPerYear: rate('0.05'),
  spotFee: rate('0.001'),
  spotSlippage: zeroRate,
  marginCostPerYear: rate('0.04'),
} as const;

const LABELS = {
  discountPerYear: 'What money due a year later is worth less',
  spotFee: 'Fee of selling and buying coins',
  spotSlippage: 'What selling and buying coins loses against the price',
  marginCostPerYear: 'What locked margin would have earned a year',
} as const;

/** The last day of the plan. Problems: `exit/horizon-past`, `exit/horizon-far`. */
export function horizonOf({ asOf }: Derived, { horizon }: ExitRequest, problems: Problems): LocalDate {
  const usual = lastDayOfYear(yearOf(asOf) + YEARS_AHEAD);
  if (horizon === undefined) return usual;
  const date = localDate(horizon);
  if (date <= asOf) {
    problems.add('exit/horizon-past', { date: horizon, today: dateText(asOf) }, { field: 'horizon' });
    return usual;
  }
  const last = addYears(asOf, LONGEST_YEARS);
  if (date > last) {
    const values = { date: horizon, years: LONGEST_YEARS, last: dateText(last) };
    problems.add('exit/horizon-far', values, { field: 'horizon' });
    return usual;
  }
  return date;
}

/** Shares that the whole plan rests on. Problems: `exit/assumption-out-of-range`. */
export function costsOf(
  request: ExitRequest,
  problems: Problems,
): { readonly costs: ExitCosts; readonly assumed: readonly Assumed[] } {
  const assumed: Assumed[] = [];
  const read = (id: keyof typeof DEFAULTS, least: string, most: string): Rate => {
    const text = request[id];
    const value = text === undefined ? DEFAULTS[id] : shareBetween(text, id, least, most, problems);
    const from = text === undefined ? 'assumed' : 'yours';
    assumed.push({ id, label: LABELS[id], value: percentText(value), unit: 'share', from });
    return value;
  };
  return {
    costs: {
      discountPerYear: read('discountPerYear', '-0.5', '2'),
      spotFee: read('spotFee', '0', '0.5'),
      spotSlippage: read('spotSlippage', '0', '0.5'),
      marginCostPerYear: read('marginCostPerYear', '-0.5', '2'),
    },
    assumed,
  };
}

/** A share within ends; the least where it is not, and said so. */
export function shareBetween(
  text: string,
  field: string,
  least: string,
  most: string,
  problems: Problems,
): Rate {
  const value = rate(text);
  if (value >= rate(least) && value <= rate(most)) return value;
  outOfRange(problems, field, text, `between ${least} and ${most}`);
  return rate(least);
}

/** Problems: `exit/assumption-out-of-range`. */
export function limitsOf(
  { cash, band, goals, maxDates = DEFAULT_DATES }: ExitRequest,
  problems: Problems,
): ExitLimits {
  // With goals of its own, the band is read with them.
  if (goals === undefined && band !== undefined && isNegative(rate(band)))
    outOfRange(problems, 'band', band, 'zero or more');
  if (cash === undefined) return { cash: null, maxDates };
  if (isNegative(money(cash))) outOfRange(problems, 'cash', cash, 'zero or more');
  return { cash: money(cash), maxDates };
}

/** Days of one's own, within the plan. Problems: `exit/day-outside`. */
export function ownDaysOf(
  derived: Derived,
  { ownDates = [], noTrade = [], priceTargets = [] }: ExitRequest,
  horizon: LocalDate,
  problems: Problems,
): {
  readonly ownDates: readonly LocalDate[];
  readonly noTrade: readonly { readonly from: LocalDate; readonly to: LocalDate }[];
  readonly priceTargets: readonly { readonly date: LocalDate; readonly why: string }[];
} {
  const within = (text: string, what: string, field: string): LocalDate[] => {
    const date = localDate(text);
    if (date >= derived.asOf && date <= horizon) return [date];
    problems.add('exit/day-outside', { what, date: text, ...span(derived, horizon) }, { field });
    return [];
  };
  return {
    ownDates: ownDates.flatMap((date, place) => within(date, 'A day of your own', `ownDates.${place}`)),
    noTrade: noTrade.flatMap(({ from, to }, place) => {
      if (from <= to) return [{ from: localDate(from), to: localDate(to) }];
      outOfRange(problems, `noTrade.${place}`, `${from} to ${to}`, 'a first day and a day not before it');
      return [];
    }),
    priceTargets: priceTargets.flatMap(({ asset, price, is, by }, place) =>
      within(by, `A price target of ${asset}`, `priceTargets.${place}.by`).map((date) => ({
        date,
        why: `the day by which ${asset.toUpperCase()} is to be ${is} ${price}`,
      })),
    ),
  };
}
