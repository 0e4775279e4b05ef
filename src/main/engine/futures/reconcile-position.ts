import type { ContractSpec } from '../../../shared/domain/contract-spec.ts';
import type { Issue } from '../../../shared/domain/issue.ts';
import { absolute, compare, isZero, larger, subtract } from '../../../shared/num/arithmetic.ts';
import { toText } from '../../../shared/num/format.ts';
import { price, rate } from '../../../shared/num/parse.ts';
import { priceTimes } from '../../../shared/num/products.ts';
import type { Price, Quantity } from '../../../shared/num/types.ts';
import { issueOf } from '../issue-of.ts';
import type { FuturesPosition } from './position.ts';

/** A position as the venue's screen or statement shows it. */
export interface StatedPosition {
  readonly side: 'long' | 'short' | 'flat';
  /** In the contract's own order unit; zero when flat. */
  readonly quantity: Quantity;
  readonly averageEntry: Price | null;
}

type Computed = Pick<FuturesPosition, 'side' | 'quantity' | 'averageEntry' | 'averageEntryOriginal'>;

/** Venues print the average entry rounded: to a ten-thousandth, or half a tick. */
const ROUNDING_OF_ENTRY = rate('0.0001');
const half = rate('0.5');

/**
 * Where a position made of fills is another than the venue states: side and quantity to the last place, the average entry
 * up to rounding. The entry agrees if it is the one as first opened or the one of the last settlement.
 * Issues: `futures/position-differs`, `futures/entry-differs`.
 */
export function reconcilePosition(
  spec: Pick<ContractSpec, 'symbol' | 'priceTick'>,
  computed: Computed,
  stated: StatedPosition,
): readonly Issue[] {
  const isSame =
    compare(computed.quantity.amount, stated.quantity) === 0 &&
    (isZero(stated.quantity) || computed.side === stated.side);
  if (!isSame) {
    const values = {
      contract: spec.symbol,
      computed: words(computed.side, computed.quantity.amount),
      stated: words(stated.side, stated.quantity),
    };
    return [issueOf('futures/position-differs', 'warning', values)];
  }
  const { averageEntry, averageEntryOriginal } = computed;
  if (stated.averageEntry === null || averageEntry === null || averageEntryOriginal === null) return [];
  const known = [averageEntry, averageEntryOriginal];
  if (known.some((entry) => isNear(entry, stated.averageEntry ?? entry, spec.priceTick))) return [];
  const values = {
    contract: spec.symbol,
    computed: toText(averageEntry),
    original: toText(averageEntryOriginal),
    stated: toText(stated.averageEntry),
  };
  return [issueOf('futures/entry-differs', 'warning', values)];
}

function isNear(entry: Price, stated: Price, tick: Price | null): boolean {
  const ofTick = priceTimes(tick ?? price('0'), half, 'half-even');
  const allowed = larger(ofTick, priceTimes(entry, ROUNDING_OF_ENTRY, 'half-even'));
  return compare(absolute(subtract(entry, stated)), allowed) <= 0;
}

function words(side: 'long' | 'short' | 'flat', amount: Quantity): string {
  return isZero(amount) || side === 'flat' ? 'no position' : `${side} ${toText(amount)}`;
}
