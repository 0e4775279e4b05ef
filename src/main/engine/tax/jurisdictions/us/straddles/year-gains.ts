import type { Issue } from '../../../../../../shared/domain/issue.ts';
import {
  add,
  clampToZero,
  isPositive,
  smaller,
  subtract,
  sum,
} from '../../../../../../shared/num/arithmetic.ts';
import { apportion, valueOf } from '../../../../../../shared/num/products.ts';
import { zeroMoney, zeroQuantity } from '../../../../../../shared/num/types.ts';
import type { Money, Quantity } from '../../../../../../shared/num/types.ts';
import { dateText, lastBusinessDayOfYear, lastDayOfYear } from '../../../../../../shared/time/local-date.ts';
import type { LocalDate } from '../../../../../../shared/time/local-date.ts';
import { issueOf } from '../../../../issue-of.ts';
import type { EffectiveOffset, Offsetting, StraddlePosition } from './effective-offsets.ts';
import type { GainSource } from './gain-sources.ts';
import type { LotYearEnd } from './lot-walk.ts';
import type { StraddleCase, StraddleFuture, StraddleLot } from './straddle-case.ts';
import type { UnrecognisedGain } from './straddle-years.ts';
import { underlyingOf } from './trust-shares.ts';

/** The unrecognised gain of one position at a year's end, and how much of it holds nothing back yet. */
interface Gain {
  readonly row: UnrecognisedGain;
  free: Money;
}

/**
 * Unrecognised gains at the end of a year, each dollar of which holds back one dollar of loss.
 * In: year ends of the lots by lot; held at the close of the year, valued on its last business day, or as of today in a year
 * that has not ended. Law: 26 U.S.C. 1092(a)(3)(A): all built-in gain, that from before the straddle included; section 1256
 * contracts have none, they are marked. Issues: tax/no-straddle-price.
 */
export class YearGains {
  readonly issues: Issue[] = [];
  readonly #gains = new Map<StraddlePosition, Gain | null>();
  /** What losses used up of the gain on each side of an offset: the one has nothing to do with the other. */
  readonly #usedOfShort = new Map<EffectiveOffset, Money>();
  readonly #usedOfLong = new Map<EffectiveOffset, Money>();
  readonly #date: LocalDate;
  readonly #year: number;
  readonly #given: StraddleCase;
  readonly #offsetting: Offsetting;
  readonly #lots: ReadonlyMap<StraddlePosition, { readonly lot: StraddleLot; readonly end: LotYearEnd }>;
  readonly #futures: ReadonlyMap<StraddlePosition, StraddleFuture>;

  constructor(
    year: number,
    given: StraddleCase,
    offsetting: Offsetting,
    lots: ReadonlyMap<StraddlePosition, { readonly lot: StraddleLot; readonly end: LotYearEnd }>,
    futures: ReadonlyMap<StraddlePosition, StraddleFuture>,
  ) {
    const last = lastBusinessDayOfYear(year);
    this.#date = last <= given.asOf ? last : given.asOf;
    this.#year = year;
    this.#given = given;
    this.#offsetting = offsetting;
    this.#lots = lots;
    this.#futures = futures;
  }

  /** Whether a position has any gain at the year's end. */
  has(of: StraddlePosition): boolean {
    return this.#gain(of) !== null;
  }

  /** What of the gain is still free to hold back a loss through an offset; all of it where `by` is null. */
  freeFor(of: StraddlePosition, by: EffectiveOffset | null): Money {
    const gain = this.#gain(of);
    if (gain === null || !isPositive(gain.free)) return zeroMoney;
    return by === null ? gain.free : smaller(gain.free, this.#leftOf(gain, of, by));
  }

  /** What is still free through several offsets together: no position's gain twice. */
  freeThrough(sources: readonly GainSource[]): Money {
    const found = new Map<StraddlePosition, Money>();
    for (const { of, by } of sources) {
      const all = add(found.get(of) ?? zeroMoney, this.freeFor(of, by));
      if (isPositive(all)) found.set(of, smaller(all, this.freeFor(of, null)));
    }
    return sum([...found.values()], zeroMoney);
  }

  /** Uses up what holds back a loss. */
  use(of: StraddlePosition, by: EffectiveOffset | null, amount: Money): void {
    const gain = this.#gain(of);
    if (gain !== null) gain.free = subtract(gain.free, amount);
    if (by === null) return;
    const used = this.#usedOn(of, by);
    used.set(by, add(used.get(by) ?? zeroMoney, amount));
  }

  /** Every gain of the year's end, as Part III of Form 6781 lists them. */
  all(): readonly UnrecognisedGain[] {
    return [...this.#lots.keys(), ...this.#futures.keys()].flatMap((of) => {
      const gain = this.#gain(of);
      return gain === null ? [] : [gain.row];
    });
  }

  /** Of the share of a gain that stands against one other position, what no loss has used up yet. */
  #leftOf(gain: Gain, of: StraddlePosition, by: EffectiveOffset): Money {
    const used = this.#usedOn(of, by).get(by);
    const share = this.#shareOf(gain, of, by);
    return used === undefined ? share : clampToZero(subtract(share, used));
  }

  #usedOn(of: StraddlePosition, by: EffectiveOffset): Map<EffectiveOffset, Money> {
    return by.short.id === of ? this.#usedOfShort : this.#usedOfLong;
  }

  #shareOf({ row }: Gain, of: StraddlePosition, by: EffectiveOffset): Money {
    const future = this.#futures.get(of);
    if (future === undefined) return apportion(row.gain, heldOf(by, this.#year), row.quantity, 'half-even');
    const { quantity } = by.given;
    const otherAsset = (by.lot ?? by.longFuture)?.asset ?? future.asset;
    const isPart = quantity < future.coins && underlyingOf(otherAsset) === underlyingOf(by.short.asset);
    return isPart ? apportion(row.gain, quantity, future.coins, 'half-even') : row.gain;
  }

  #gain(of: StraddlePosition): Gain | null {
    const known = this.#gains.get(of);
    if (known !== undefined) return known;
    const row = this.#lots.has(of) ? this.#lotGain(of) : this.#futureGain(of);
    const gain = row !== null && isPositive(row.gain) ? { row, free: row.gain } : null;
    this.#gains.set(of, gain);
    return gain;
  }

  #lotGain(of: StraddlePosition): UnrecognisedGain | null {
    const found = this.#lots.get(of);
    if (found === undefined || found.end.hedged <= zeroQuantity) return null;
    const { lot, end } = found;
    const price = this.#given.priceOn(lot.asset, this.#date);
    if (price === null) {
      this.#report(lot.asset);
      return null;
    }
    const value = valueOf(end.hedged, price, 'half-even');
    const costBasis = add(apportion(end.heldCost, end.hedged, end.held, 'half-even'), end.extra);
    return { of, quantity: end.hedged, value, costBasis, gain: subtract(value, costBasis) };
  }

  #report(asset: StraddleLot['asset']): void {
    if (this.issues.some((issue) => issue.asset === asset)) return;
    const words = { asset, date: dateText(this.#date), year: this.#year };
    this.issues.push(issueOf('tax/no-straddle-price', 'error', words, { asset, year: this.#year }));
  }

  #futureGain(of: StraddlePosition): UnrecognisedGain | null {
    const future = this.#futures.get(of);
    if (future === undefined || this.#offsetting.section1256.get(future.id) === true) return null;
    const isHeld = future.closed === null || future.closed > lastDayOfYear(this.#year);
    const end = future.yearEnds.find((one) => one.year === this.#year);
    if (!isHeld || end === undefined) return null;
    const value = valueOf(future.coins, end.price, 'half-even');
    const gain = end.unrealised;
    // A short is sold first: what it brought stands as its value, what closing it would cost as its cost.
    const [worth, costBasis] =
      future.side === 'long' ? [value, subtract(value, gain)] : [add(value, gain), value];
    return { of, quantity: future.coins, value: worth, costBasis, gain };
  }
}

/** Units that an offset covered and that are still held at a year's end. */
function heldOf({ covered, left }: EffectiveOffset, year: number): Quantity {
  const end = lastDayOfYear(year);
  return left.reduce((held, one) => (one.date <= end ? subtract(held, one.quantity) : held), covered);
}
