/**
 * Which lots a sale takes so that it adds the least tax: of each term those that cost most first, and of both terms together so
 * many that the tax of all years comes out lowest, what was sold before counted in. In floats, by the shapes of the years: an order to
 * sell in, no figure that is shown.
 */
import { toFloat } from '../../../shared/num/approximate.ts';
import { zeroQuantity } from '../../../shared/num/types.ts';
import type { Quantity } from '../../../shared/num/types.ts';
import { yearOf } from '../../../shared/time/local-date.ts';
import type { LocalDate } from '../../../shared/time/local-date.ts';
import type { ExitCase, ExitGoal, ExitLot } from './exit-case.ts';
import { yearsWithout } from './exit-years.ts';
import { yearNumbersOf } from './model/year-numbers.ts';
import type { YearNumbers } from './model/year-numbers.ts';
import { coinPrice } from './schedule-actions.ts';
import { taxesOf } from './search/year-tax-of.ts';

export interface AskedSale {
  readonly goal: ExitGoal;
  readonly quantity: Quantity;
  /** Coins that a lot still has. */
  left(lot: ExitLot): Quantity;
}

/** Gains of sales by year, signed. */
export type SoldSoFar = Map<number, { short: number; long: number }>;

type Term = 'short' | 'long';
type Gains = Readonly<Record<Term, number>>;

/** Of more splits than these some are tried, and then those around the best. */
const MOST_SPLITS = 300;
/** Each goal anew with what the others take, starting from the highest cost of all. */
const ROUNDS = 2;

/**
 * The order of each goal's lots for one day's sales. What they gain is added to `before`.
 * In: sales of one day, each of what its lots still have.
 */
export function leastTaxOrders(
  given: ExitCase,
  date: LocalDate,
  sales: readonly AskedSale[],
  before: SoldSoFar,
): readonly (readonly ExitLot[])[] {
  const years = yearNumbersOf(given, yearsWithout(given));
  const known = years.ok ? years.value : [];
  const choices = sales.map((sale) => new Choice(given, date, sale));
  const year = yearOf(date);
  for (let round = 0; round < ROUNDS; round += 1)
    for (const choice of choices) {
      const others = choices.filter((one) => one !== choice).map(({ gains }) => gains);
      choice.take((gains) => taxWith(known, before, year, [...others, gains]));
    }
  const own = before.get(year) ?? { short: 0, long: 0 };
  for (const { gains } of choices) {
    own.short += gains.short;
    own.long += gains.long;
  }
  before.set(year, own);
  return choices.map((choice) => choice.order());
}

function taxWith(
  years: readonly YearNumbers[],
  before: SoldSoFar,
  year: number,
  now: readonly Gains[],
): number {
  const results = years.map((one) => {
    const sum = { short: 0, long: 0, ...before.get(one.year) };
    if (one.year !== year) return sum;
    for (const gains of now) {
      sum.short += gains.short;
      sum.long += gains.long;
    }
    return sum;
  });
  return taxesOf({ years, unit: 1 }, results);
}

interface Part {
  readonly lot: ExitLot;
  readonly coins: number;
  /** Of one coin. */
  readonly cost: number;
}

/** How many coins of each term one goal's sale takes. */
class Choice {
  gains: Gains;
  readonly #price: number;
  readonly #asked: number;
  readonly #parts: Readonly<Record<Term, readonly Part[]>>;
  readonly #goal: ExitGoal;
  #long: number;

  constructor(given: ExitCase, date: LocalDate, { goal, quantity, left }: AskedSale) {
    this.#goal = goal;
    this.#price = toFloat(coinPrice(given, goal.asset, date));
    this.#asked = toFloat(quantity);
    const parts = goal.lots
      .flatMap((lot): Part[] => {
        const coins = toFloat(left(lot));
        if (coins <= 0 || lot.quantity <= zeroQuantity) return [];
        return [{ lot, coins, cost: toFloat(lot.costBasis) / toFloat(lot.quantity) }];
      })
      .toSorted((a, b) => b.cost - a.cost || (a.lot.lot < b.lot.lot ? -1 : 1));
    const isLong = ({ lot }: Part): boolean => {
      const from = given.book.lotOf(lot.lot)?.longTermFrom;
      return from !== undefined && date >= from;
    };
    this.#parts = { long: parts.filter(isLong), short: parts.filter((part) => !isLong(part)) };
    this.#long = this.#longOfDearest(parts, isLong);
    this.gains = this.#gainsOf(this.#long);
  }

  /** The number of long-term coins with which the tax is lowest. */
  take(taxOf: (gains: Gains) => number): void {
    let least = taxOf(this.gains);
    const all = this.#splits();
    const stride = Math.max(1, Math.ceil(all.length / MOST_SPLITS));
    const tryAt = (place: number): void => {
      const long = all[place];
      if (long === undefined) return;
      const gains = this.#gainsOf(long);
      const tax = taxOf(gains);
      if (tax >= least - 1e-9 * (1 + Math.abs(least))) return;
      [least, this.#long, this.gains] = [tax, long, gains];
    };
    for (let place = 0; place < all.length; place += stride) tryAt(place);
    if (stride === 1) return;
    const best = all.indexOf(this.#long);
    for (let place = best - stride; best >= 0 && place <= best + stride; place += 1) tryAt(place);
  }

  /** Whole lots of one term first, then the other term, then the rest: so that the sale comes to just this split. */
  order(): readonly ExitLot[] {
    const { long, short } = this.#parts;
    const [ofLong, ofShort] = [wholeOf(long, this.#long), wholeOf(short, this.#asked - this.#long)];
    // The term of which a lot is cut comes last of the two.
    const isLongCut = coinsOf(ofLong) < this.#long - 1e-12 * this.#asked;
    const first = isLongCut ? [...ofShort, ...long] : [...ofLong, ...short];
    const taken = new Set(first.map(({ lot }) => lot));
    const lots = [...first.map(({ lot }) => lot), ...[...long, ...short].map(({ lot }) => lot)];
    const rest = this.#goal.lots.filter((lot) => !taken.has(lot));
    return [...new Set([...lots, ...rest])];
  }

  /** Long-term coins at which a lot of either term is used up. */
  #splits(): readonly number[] {
    const { long, short } = this.#parts;
    const least = Math.max(0, this.#asked - coinsOf(short));
    const most = Math.min(this.#asked, coinsOf(long));
    const found = new Set([least, most]);
    const addWithin = (at: number): void => {
      if (at > least && at < most) found.add(at);
    };
    for (const [term, parts] of [
      ['long', long],
      ['short', short],
    ] as const) {
      let sum = 0;
      for (const { coins } of parts) {
        sum += coins;
        addWithin(term === 'long' ? sum : this.#asked - sum);
      }
    }
    return [...found].toSorted((a, b) => a - b);
  }

  #longOfDearest(parts: readonly Part[], isLong: (part: Part) => boolean): number {
    let left = this.#asked;
    let long = 0;
    for (const part of parts) {
      const some = Math.min(left, part.coins);
      left -= some;
      if (isLong(part)) long += some;
    }
    return long;
  }

  #gainsOf(long: number): Gains {
    return {
      long: this.#gainOf(this.#parts.long, long),
      short: this.#gainOf(this.#parts.short, this.#asked - long),
    };
  }

  #gainOf(parts: readonly Part[], asked: number): number {
    let left = asked;
    let gain = 0;
    for (const { coins, cost } of parts) {
      if (left <= 0) break;
      const some = Math.min(left, coins);
      left -= some;
      gain += some * (this.#price - cost);
    }
    return gain;
  }
}

function coinsOf(parts: readonly Part[]): number {
  return parts.reduce((sum, { coins }) => sum + coins, 0);
}

/** The first lots that fit whole into so many coins. */
function wholeOf(parts: readonly Part[], asked: number): readonly Part[] {
  let left = asked + 1e-12 * Math.max(1, asked);
  const end = parts.findIndex(({ coins }) => (left -= coins) < 0);
  return end < 0 ? parts : parts.slice(0, end);
}
