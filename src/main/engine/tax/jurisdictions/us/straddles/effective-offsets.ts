/**
 * Which offsets count as straddles, under which regime, and which contracts section 1256 still applies to.
 *
 * offsets of the case → elections → regimes with a record of the day → 1256 off where elected → straddles of 1256 alone left out
 *
 * Issues: tax/straddle-identified-late, tax/straddle-account, tax/straddle-larger, tax/straddle-1256-off.
 */
import type { LotId } from '../../../../../../shared/domain/lot.ts';
import type { Issue } from '../../../../../../shared/domain/issue.ts';
import type { StraddleRegime } from '../../../../../../shared/domain/tax-elections.ts';
import { invariant } from '../../../../../../shared/invariant.ts';
import { zeroQuantity } from '../../../../../../shared/num/types.ts';
import type { Quantity } from '../../../../../../shared/num/types.ts';
import { compareDates } from '../../../../../../shared/time/local-date.ts';
import type { LocalDate } from '../../../../../../shared/time/local-date.ts';
import { compareText } from './compare-text.ts';
import { effectiveRegimes } from './effective-regimes.ts';
import type { Offset, StraddleCase, StraddleFuture, StraddleLot, TaxPositionId } from './straddle-case.ts';
import { trustShareOf, underlyingOf } from './trust-shares.ts';

/** A lot or a future by its id: never both. */
export type StraddlePosition = LotId | TaxPositionId;

export interface EffectiveOffset {
  readonly given: Offset;
  readonly short: StraddleFuture;
  readonly lot: StraddleLot | null;
  readonly longFuture: StraddleFuture | null;
  readonly longId: StraddlePosition;
  readonly from: LocalDate;
  readonly until: LocalDate | null;
  regime: StraddleRegime;
  /** Units of the lot that it covers when it begins, and those of them that left since; filled as lots are walked. */
  covered: Quantity;
  /** Of them, those that were long-term when it began, and so stay. */
  coveredLong: Quantity;
  readonly left: { readonly date: LocalDate; readonly quantity: Quantity; readonly isLong: boolean }[];
}

export interface Offsetting {
  readonly offsets: readonly EffectiveOffset[];
  readonly byPosition: ReadonlyMap<StraddlePosition, readonly EffectiveOffset[]>;
  /** Whether section 1256 applies to the contract, elections by straddle counted. */
  readonly section1256: ReadonlyMap<TaxPositionId, boolean>;
  readonly issues: readonly Issue[];
}

/**
 * The offsets that make straddles.
 * Law: 26 U.S.C. 1092(c), (d)(1); 1256(a)(4) and (d). Elections: actively traded property, straddles across coins.
 */
export function offsettingOf(given: StraddleCase): Offsetting {
  const lots = new Map(given.lots.map((lot) => [lot.id as StraddlePosition, lot]));
  const futures = new Map(given.futures.map((future) => [future.id as StraddlePosition, future]));
  const all = given.offsets
    .filter((offset) => offset.quantity > zeroQuantity)
    .map((offset) => effectiveOffset(offset, lots, futures))
    .filter((offset) => isStraddle(offset, given));
  const issues = effectiveRegimes(all, given);
  const off = new Set(
    all.flatMap(({ regime, short, longFuture }) =>
      regime === 'section-1256d' || regime === 'identified' ? [short, longFuture] : [],
    ),
  );
  const section1256 = new Map(given.futures.map((one) => [one.id, one.section1256 && !off.has(one)]));
  const offsets = withoutPure1256(all, section1256);
  offsets.sort(
    (a, b) =>
      compareDates(a.from, b.from) || compareText(a.longId, b.longId) || compareText(a.short.id, b.short.id),
  );
  return { offsets, byPosition: byPositionOf(offsets), section1256, issues };
}

function effectiveOffset(
  offset: Offset,
  lots: ReadonlyMap<StraddlePosition, StraddleLot>,
  futures: ReadonlyMap<StraddlePosition, StraddleFuture>,
): EffectiveOffset {
  const short = futures.get(offset.short);
  const lot = lots.get(offset.long) ?? null;
  const longFuture = futures.get(offset.long) ?? null;
  invariant(
    short !== undefined && (lot !== null || longFuture !== null),
    'an offset names positions of the case',
  );
  const start = lot?.acquired ?? longFuture?.opened ?? short.opened;
  return {
    given: offset,
    short,
    lot,
    longFuture,
    longId: offset.long,
    from: latest(latest(offset.from, short.opened), start),
    until: earliest(earliest(offset.until, short.closed), longFuture?.closed ?? null),
    regime: offset.regime,
    covered: zeroQuantity,
    coveredLong: zeroQuantity,
    left: [],
  };
}

function isStraddle(
  { short, lot, longFuture, from, until }: EffectiveOffset,
  { elections }: StraddleCase,
): boolean {
  if (until !== null && until < from) return false;
  const asset = lot?.asset ?? longFuture?.asset ?? short.asset;
  if (!elections.activelyTraded && trustShareOf(asset) === undefined) return false;
  return elections.crossAsset !== 'never' || underlyingOf(asset) === underlyingOf(short.asset);
}

/** 1256(a)(4): straddles of section 1256 contracts alone are left out, unless they are part of a larger one. */
function withoutPure1256(
  all: readonly EffectiveOffset[],
  section1256: ReadonlyMap<TaxPositionId, boolean>,
): EffectiveOffset[] {
  const is1256 = (future: StraddleFuture): boolean => section1256.get(future.id) === true;
  const isPure = ({ short, longFuture }: EffectiveOffset): boolean =>
    longFuture !== null && is1256(short) && is1256(longFuture);
  if (!all.some(isPure)) return [...all];
  const mixed = new Set<StraddlePosition>();
  for (const offset of all) {
    if (!isPure(offset)) mixed.add(offset.short.id).add(offset.longId);
  }
  // A chain of pure straddles that ends in a mixed one is part of it.
  for (let grown = true; grown;) {
    grown = false;
    for (const { short, longId } of all) {
      if (mixed.has(short.id) === mixed.has(longId)) continue;
      mixed.add(short.id).add(longId);
      grown = true;
    }
  }
  return all.filter((offset) => mixed.has(offset.longId));
}

function byPositionOf(offsets: readonly EffectiveOffset[]): Offsetting['byPosition'] {
  const found = new Map<StraddlePosition, EffectiveOffset[]>();
  const put = (position: StraddlePosition, offset: EffectiveOffset): void => {
    const list = found.get(position);
    if (list === undefined) found.set(position, [offset]);
    else list.push(offset);
  };
  for (const offset of offsets) {
    put(offset.short.id, offset);
    put(offset.longId, offset);
  }
  return found;
}

function latest(a: LocalDate, b: LocalDate): LocalDate {
  return a < b ? b : a;
}

function earliest(a: LocalDate | null, b: LocalDate | null): LocalDate | null {
  if (a === null || b === null) return a ?? b;
  return a < b ? a : b;
}
