/**
 * Offsets while actions are carried out: what the ledger would make of the same trades with no new record.
 *
 * Lots that records name stay offset until the short is closed or the lot is sold out. Where it is presumed what a short
 * offsets, a close of a part shrinks all of that alike, and units that leave a lot are covered ones first.
 */
import type { AssetId } from '../../../../../../shared/domain/asset.ts';
import type { LotId } from '../../../../../../shared/domain/lot.ts';
import type { TaxElectionValues } from '../../../../../../shared/domain/tax-elections.ts';
import {
  add,
  clampToZero,
  isPositive,
  isZero,
  smaller,
  subtract,
} from '../../../../../../shared/num/arithmetic.ts';
import { apportion } from '../../../../../../shared/num/products.ts';
import { zeroQuantity } from '../../../../../../shared/num/types.ts';
import type { Quantity } from '../../../../../../shared/num/types.ts';
import type { LocalDate } from '../../../../../../shared/time/local-date.ts';
import type { Offset, StraddleCase, TaxPositionId } from '../straddles/straddle-case.ts';

export class OffsetsAhead {
  #all: Offset[];
  readonly #partialHedge: TaxElectionValues['partialHedge'];
  /** Coins of positions and lots, to tell cross hedges. */
  readonly #assetOf: (of: Offset['long'] | Offset['short']) => AssetId | undefined;
  /** Of presumed offsets, what is still covered; without an entry, all of it. */
  readonly #left = new WeakMap<Offset, Quantity>();
  /** Places of the offsets of each long that last; null until it is asked for anew. */
  #byLong: Map<Offset['long'], number[]> | null = null;

  constructor(
    { offsets, lots, elections }: Pick<StraddleCase, 'offsets' | 'lots' | 'elections'>,
    assetOf: (of: Offset['long'] | Offset['short']) => AssetId | undefined,
  ) {
    this.#all = [...offsets];
    this.#partialHedge = elections.partialHedge;
    this.#assetOf = assetOf;
    for (const lot of lots) {
      if (lot.departures.length === 0) continue;
      for (const offset of this.#all) {
        if (offset.long !== lot.id || offset.until !== null || !this.#isPresumed(offset)) continue;
        const gone = lot.departures.filter(({ date }) => date >= offset.from);
        const units = gone.reduce<Quantity>((total, { quantity }) => add(total, quantity), zeroQuantity);
        this.#left.set(offset, clampToZero(subtract(offset.quantity, units)));
      }
    }
  }

  get all(): readonly Offset[] {
    return this.#all;
  }

  begin(offsets: readonly Offset[]): void {
    this.#byLong = null;
    this.#all = [...this.#all, ...offsets];
  }

  /** Whether a position hedges something on a day. */
  hedges(position: TaxPositionId, date: LocalDate): boolean {
    return this.#all.some(
      ({ short, from, until }) => short === position && from <= date && (until === null || until >= date),
    );
  }

  /** Units of a lot left; `isSoldOut`: the last of them. */
  sold(lot: LotId, units: Quantity, isSoldOut: boolean, date: LocalDate): void {
    this.#byLong ??= placesByLong(this.#all);
    const places = this.#byLong.get(lot);
    if (places === undefined) return;
    let left = units;
    for (const place of places) {
      const offset = this.#all[place];
      if (offset?.until !== null) continue;
      if (this.#isPresumed(offset)) {
        const covered = this.#left.get(offset) ?? offset.quantity;
        const taken = smaller(covered, left);
        left = subtract(left, taken);
        const rest = subtract(covered, taken);
        if (isZero(rest) || isSoldOut) this.#all[place] = { ...offset, until: date };
        else this.#left.set(offset, rest);
      } else if (isSoldOut) this.#all[place] = { ...offset, until: date };
    }
    if (isSoldOut) this.#byLong.delete(lot);
  }

  /** All that a position offset, or that offset it. */
  closed(position: TaxPositionId, date: LocalDate): void {
    this.#all = this.#all.map((offset) =>
      offset.until === null && isOf(offset, position) ? { ...offset, until: date } : offset,
    );
  }

  /** A part of a position was closed. In: what is still open of what was, of which some may be named by records. */
  closedInPart(position: TaxPositionId, kept: Quantity, of: Quantity, date: LocalDate): void {
    if (this.#partialHedge === 'all' && isPositive(kept)) return;
    if (!this.#all.some((offset) => this.#shrinks(offset, position))) return;
    this.#byLong = null;
    const named = this.#namedFor(position);
    const [before, after] = [of, kept].map((coins) => clampToZero(subtract(coins, named)));
    if (before === undefined || after === undefined || isZero(before)) return;
    let keeps = after;
    this.#all = this.#all.flatMap((offset) => {
      if (!this.#shrinks(offset, position)) return [offset];
      const covered = this.#left.get(offset) ?? offset.quantity;
      const isOldest = this.#partialHedge === 'oldest';
      const share = isOldest ? keeps : apportion(covered, after, before, 'half-even');
      const quantity = smaller(share, covered);
      keeps = clampToZero(subtract(keeps, quantity));
      if (isOldest && quantity === covered) return [offset];
      const goesOn = isZero(quantity) ? [] : [{ ...offset, from: date, quantity }];
      return offset.from === date && goesOn.length > 0 ? goesOn : [{ ...offset, until: date }, ...goesOn];
    });
  }

  #shrinks(offset: Offset, position: TaxPositionId): boolean {
    return offset.until === null && isOf(offset, position) && this.#isPresumed(offset);
  }

  /** Coins that records name for a short. */
  #namedFor(position: TaxPositionId): Quantity {
    return this.#all
      .filter((offset) => offset.short === position && !this.#isPresumed(offset))
      .reduce<Quantity>((total, { quantity }) => add(total, quantity), zeroQuantity);
  }

  /** Where parts go by another rule than by records, all but cross hedges is presumed. */
  #isPresumed({ by, short, long }: Offset): boolean {
    if (this.#partialHedge === 'identified') return by === 'presumed';
    const [ofShort, ofLong] = [this.#assetOf(short), this.#assetOf(long)];
    return ofShort === undefined || ofLong === undefined || ofShort === ofLong;
  }
}

function isOf({ short, long }: Offset, position: TaxPositionId): boolean {
  return short === position || long === position;
}

function placesByLong(offsets: readonly Offset[]): Map<Offset['long'], number[]> {
  const places = new Map<Offset['long'], number[]>();
  for (const [place, { long, until }] of offsets.entries()) {
    if (until !== null) continue;
    const known = places.get(long);
    if (known === undefined) places.set(long, [place]);
    else known.push(place);
  }
  return places;
}
