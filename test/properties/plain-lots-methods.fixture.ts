/** Which method is in force, and which lot goes before which by it. */
import type { CalcGainsInput } from '../../src/shared/contract/calc-gains.ts';
import { type Fraction, cmp, minus, parse, times } from './fraction.fixture.ts';
import { instantOf, localDay } from './plain-days.fixture.ts';
import { plainLawOf, taxYearOf } from './plain-law.fixture.ts';
import { type Order, type PlainLot, byAcquisition, termOf } from './plain-lots-pool.fixture.ts';

export type Method = NonNullable<CalcGainsInput['standingOrders']>[number]['method'];

/** What a unit brings and what a gain of it is taxed at. */
export interface Prices {
  readonly price: Fraction;
  readonly day: string;
  readonly rates: { readonly short: Fraction; readonly long: Fraction };
}

/**
 * The latest order by then of the account itself, else the latest for all accounts, else the method of the local year.
 * Of two orders from the same time the later in the list.
 */
export function methodAt(input: CalcGainsInput, zone: string, account: string, time: number): Method {
  const orders = (input.standingOrders ?? [])
    .map((order, place) => ({ ...order, place, since: instantOf(order.from, zone) }))
    .filter(({ since }) => since <= time)
    .sort((a, b) => a.since - b.since || a.place - b.place);
  const own = orders.findLast((order) => order.account === account);
  const general = orders.findLast((order) => order.account === undefined);
  return (own ?? general)?.method ?? methodOfYear(input, localDay(time, zone));
}

/** By tax year: one without a method of its own uses the one before it, the years before the first the first. */
function methodOfYear({ lotMethod, jurisdiction }: CalcGainsInput, day: string): Method {
  const law = plainLawOf(jurisdiction);
  if (typeof lotMethod !== 'object') return lotMethod ?? law.method;
  return ofYear(lotMethod, taxYearOf(day, law)) ?? law.method;
}

function ofYear<Value>(byYear: Record<string, Value>, year: number): Value | undefined {
  const years = Object.keys(byYear).sort();
  const known = years.findLast((one) => Number(one) <= year) ?? years[0];
  return known === undefined ? undefined : byYear[known];
}

/** One's own, of the year or the one before it; else the law's highest. */
export function ratesIn({ rates, jurisdiction }: CalcGainsInput, year: number): Prices['rates'] {
  const given = rates === undefined || isOne(rates) ? rates : ofYear(rates, year);
  const { short, long } = given ?? plainLawOf(jurisdiction).rates;
  return { short: parse(short), long: parse(long) };
}

type RatesText = { readonly short: string; readonly long: string };
const isOne = (rates: NonNullable<CalcGainsInput['rates']>): rates is RatesText =>
  typeof rates['short'] === 'string';

/**
 * Which lot leaves first. Ties of every method end in the order of acquisition.
 * Average cost and specific identification: the dates go first in, first out.
 */
export function orderOf(method: Method, prices: Prices | null): Order {
  switch (method) {
    case 'lifo':
      return (a, b) => -byAcquisition(a, b);
    case 'hifo':
      return (a, b) => cmp(b.unitCost, a.unitCost) || byAcquisition(a, b);
    case 'lofo':
      return (a, b) => cmp(a.unitCost, b.unitCost) || byAcquisition(a, b);
    case 'lowest-tax': {
      // Where nothing is taxed, or nobody knows the price, there is no tax to compare.
      if (prices === null) return byAcquisition;
      // Of equal tax, as at a rate of zero, a loss goes before a gain: the dearer first.
      return (a, b) =>
        cmp(taxOf(a, prices), taxOf(b, prices)) || cmp(b.unitCost, a.unitCost) || byAcquisition(a, b);
    }
    default:
      return byAcquisition;
  }
}

function taxOf(lot: PlainLot, { price, day, rates }: Prices): Fraction {
  return times(minus(price, lot.unitCost), rates[termOf(lot.longTermFrom, day)]);
}
