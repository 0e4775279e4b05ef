import type { AccountId } from '../../../shared/domain/account.ts';
import type { ContractSpec } from '../../../shared/domain/contract-spec.ts';
import type { EventId, EventKind, PositionSide } from '../../../shared/domain/event.ts';
import type { Quantity } from '../../../shared/num/types.ts';
import type { Instant } from '../../../shared/time/instant.ts';
import type { OpenSize } from './apply-fill.ts';
import type { FuturesResult } from './position.ts';
import type { PositionDirection, Size } from './units.ts';

/** Something that changed what a stretch has open: a fill, a settlement, delivery. */
export interface StretchStep {
  readonly event: EventId;
  readonly time: Instant;
  readonly before: Size;
  /** What it took off. */
  readonly closedSize: Size;
  readonly after: OpenSize;
  /** How many results the stretch had by then. */
  readonly results: number;
}

/** A result that belongs to a stretch, in the order of the ledger. */
export interface StretchResult {
  readonly result: FuturesResult;
  /** Of the event that it comes from. */
  readonly kind: EventKind;
  /**
   * Of a fee of a fill through zero: what belongs to the position that ended; the rest belongs to the one that began.
   * null: all of it.
   */
  readonly share: { readonly of: 'closed' | 'opened'; readonly quantity: Quantity } | null;
}

/**
 * A futures position from leaving zero to coming back. A fill through zero ends one and begins the next; where longs and
 * shorts are kept apart, each side has its own.
 */
export interface FuturesStretch {
  readonly spec: ContractSpec;
  readonly account: AccountId;
  readonly positionSide: PositionSide;
  /** Its place among those of its contract, account and side, from one. */
  readonly number: number;
  readonly direction: PositionDirection;
  readonly opened: Instant;
  /** null while open. */
  readonly closed: Instant | null;
  /** At least one: the fill that opened it. */
  readonly steps: readonly StretchStep[];
  readonly results: readonly StretchResult[];
}
