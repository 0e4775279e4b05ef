/**
 * What shorts offset where no record says it: what was held of the coin when they were opened or enlarged, in proportion,
 * long futures included; or, by election, all of it, or what was held longest.
 *
 * One walk through time for each coin: longs come and go, shorts grow and shrink.
 */
import {
  add,
  clampToZero,
  compare,
  isPositive,
  isZero,
  smaller,
  subtract,
} from '../../../../../../shared/num/arithmetic.ts';
import { apportion } from '../../../../../../shared/num/products.ts';
import type { Quantity } from '../../../../../../shared/num/types.ts';
import { zeroQuantity } from '../../../../../../shared/num/types.ts';
import { compareDates } from '../../../../../../shared/time/local-date.ts';
import type { LocalDate } from '../../../../../../shared/time/local-date.ts';
import type { Offset } from '../straddles/straddle-case.ts';
import { OffsetBook } from './open-offset.ts';
import type { OpenOffset } from './open-offset.ts';

/** A change of what is held long, in the order of time. */
export interface LongChange {
  readonly kind: 'long';
  readonly order: number;
  readonly date: LocalDate;
  readonly long: Offset['long'];
  /** Signed. */
  readonly change: Quantity;
}

/** How many coins a short has for which no record names lots, from a moment on. */
export interface ShortChange {
  readonly kind: 'short';
  readonly order: number;
  readonly date: LocalDate;
  readonly short: Offset['short'];
  readonly coins: Quantity;
}

/** Units of a long that a record names for another short: they cannot be presumed again. Signed. */
export interface TakenChange {
  readonly kind: 'taken';
  readonly order: number;
  readonly date: LocalDate;
  readonly long: Offset['long'];
  readonly change: Quantity;
}

interface Long {
  readonly id: Offset['long'];
  /** The day it was acquired. */
  readonly since: LocalDate;
  held: Quantity;
  /** By records. */
  taken: Quantity;
  /** By `offsets`. */
  covered: Quantity;
  readonly offsets: Set<OpenOffset>;
}

interface Short {
  readonly id: Offset['short'];
  coins: Quantity;
  /** Coins that found nothing to offset when it was opened: what is bought later is offset by them. */
  wants: Quantity;
}

/** How units are chosen: a share of each long; every unit, as long as any short is open; those that are held longest. */
export type PresumedWay = 'pro-rata' | 'all' | 'oldest';

/**
 * Presumed offsets of one coin.
 * In: changes in the order of time.
 * Law: 26 U.S.C. 1092(c)(3)(A)(i), (c)(2)(B); parts: no regulation, pro rata is a stated presumption (PLR 199925044).
 */
export function presumedOffsets(
  changes: readonly (LongChange | ShortChange | TakenChange)[],
  way: PresumedWay,
  regimeOf: (short: Offset['short'], date: LocalDate) => Offset['regime'],
): readonly Offset[] {
  const walk = new PresumedWalk(way, regimeOf);
  for (const change of changes) {
    if (change.kind === 'long') walk.moveLong(change);
    else if (change.kind === 'taken') walk.take(change);
    else walk.moveShort(change);
  }
  return walk.book.all();
}

/**
 * How many offsets `pro-rata` would make, or a little more: a short that is opened, enlarged or made smaller begins one
 * with every long that is held.
 */
export function sharesOf(changes: readonly (LongChange | ShortChange | TakenChange)[]): number {
  const held = new Map<Offset['long'], Quantity>();
  let shares = 0;
  for (const change of changes) {
    if (change.kind === 'short' && !isZero(change.coins)) shares += held.size;
    if (change.kind !== 'long') continue;
    const now = add(held.get(change.long) ?? zeroQuantity, change.change);
    if (isPositive(now)) held.set(change.long, now);
    else held.delete(change.long);
  }
  return shares;
}

class PresumedWalk {
  readonly book = new OffsetBook();
  readonly #way: PresumedWay;
  readonly #regimeOf: (short: Offset['short'], date: LocalDate) => Offset['regime'];
  readonly #longs = new Map<Offset['long'], Long>();
  readonly #shorts = new Map<Offset['short'], Short>();

  constructor(way: PresumedWay, regimeOf: (short: Offset['short'], date: LocalDate) => Offset['regime']) {
    this.#way = way;
    this.#regimeOf = regimeOf;
  }

  moveLong({ long: id, change, date }: LongChange): void {
    let long = this.#longs.get(id);
    if (long === undefined) {
      const [held, taken, covered] = [zeroQuantity, zeroQuantity, zeroQuantity];
      this.#longs.set(id, (long = { id, since: date, held, taken, covered, offsets: new Set() }));
    }
    long.held = add(long.held, change);
    if (isPositive(change)) return this.#offer(long, date);
    let units = subtract(zeroQuantity, change);
    for (const offset of long.offsets) {
      if (isZero(units)) break;
      const uncovered = this.book.uncover(offset, units, date);
      units = subtract(units, uncovered);
      long.covered = subtract(long.covered, uncovered);
      if (isZero(offset.left)) long.offsets.delete(offset);
    }
    if (!isPositive(long.held)) this.#longs.delete(id);
  }

  take({ long: id, change, date }: TakenChange): void {
    const long = this.#longs.get(id);
    if (long === undefined) return;
    long.taken = clampToZero(add(long.taken, change));
    if (!isPositive(change)) this.#offer(long, date);
  }

  moveShort({ short: id, coins, date }: ShortChange): void {
    const short = this.#shorts.get(id) ?? { id, coins: zeroQuantity, wants: zeroQuantity };
    this.#shorts.set(id, short);
    const before = short.coins;
    short.coins = coins;
    if (isZero(coins)) this.#shorts.delete(id);
    if (compare(coins, before) > 0) this.#grow(short, subtract(coins, before), date);
    else if (compare(coins, before) < 0) this.#shrink(short, before, date);
  }

  #grow(short: Short, coins: Quantity, date: LocalDate): void {
    const longs = [...this.#longs.values()].filter((long) => isPositive(freeOf(long)));
    if (this.#way === 'oldest') longs.sort((a, b) => compareDates(a.since, b.since));
    const free = longs.reduce<Quantity>((total, long) => add(total, freeOf(long)), zeroQuantity);
    const covers = this.#way === 'all' ? free : smaller(coins, free);
    let left = covers;
    for (const [place, long] of longs.entries()) {
      if (isZero(left)) break;
      const takesRest = this.#way === 'oldest' || place === longs.length - 1;
      const share = takesRest ? left : apportion(covers, freeOf(long), free, 'half-even');
      const units = smaller(smaller(share, left), freeOf(long));
      left = subtract(left, units);
      this.#cover(short, long, units, date);
    }
    short.wants = add(short.wants, clampToZero(subtract(coins, covers)));
  }

  #shrink(short: Short, before: Quantity, date: LocalDate): void {
    const longs = new Set(this.book.openOf(short.id).map(({ long }) => long));
    for (const offset of this.book.openOf(short.id)) this.#uncount(offset);
    const keepsAll = this.#way === 'all' && isPositive(short.coins);
    if (this.#way === 'oldest') this.book.keepFirst(short.id, short.coins, date);
    else if (!keepsAll) this.book.shrink(short.id, short.coins, before, date);
    for (const offset of this.book.openOf(short.id)) this.#count(offset);
    short.wants = smaller(short.wants, clampToZero(subtract(short.coins, coveredBy(this.book, short.id))));
    for (const id of longs) {
      const long = this.#longs.get(id);
      if (long !== undefined) this.#offer(long, date);
    }
  }

  /** Units of a long that are free go to shorts that want some, in the order in which they were opened. */
  #offer(long: Long, date: LocalDate): void {
    for (const short of this.#shorts.values()) {
      const free = freeOf(long);
      if (!isPositive(free)) return;
      if (this.#way === 'all') this.#cover(short, long, free, date);
      else {
        const units = smaller(free, short.wants);
        short.wants = subtract(short.wants, units);
        this.#cover(short, long, units, date);
      }
    }
  }

  #cover(short: Short, long: Long, quantity: Quantity, date: LocalDate): void {
    if (!isPositive(quantity)) return;
    const regime = this.#regimeOf(short.id, date);
    const by = regime === 'none' ? 'presumed' : 'record';
    this.#count(this.book.begin({ short: short.id, long: long.id, from: date, regime, by, quantity }));
  }

  #count(offset: OpenOffset): void {
    const long = this.#longs.get(offset.long);
    if (long === undefined) return;
    long.offsets.add(offset);
    long.covered = add(long.covered, offset.left);
  }

  #uncount(offset: OpenOffset): void {
    const long = this.#longs.get(offset.long);
    if (long?.offsets.delete(offset) === true) long.covered = subtract(long.covered, offset.left);
  }
}

function coveredBy(book: OffsetBook, short: Offset['short']): Quantity {
  return book.openOf(short).reduce<Quantity>((total, { left }) => add(total, left), zeroQuantity);
}

function freeOf({ held, taken, covered }: Long): Quantity {
  return clampToZero(subtract(subtract(held, taken), covered));
}
