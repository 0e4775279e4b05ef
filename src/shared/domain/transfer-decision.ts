import type { AssetId } from './asset.ts';
import type { EventId } from './event.ts';

/** What the user says of a departure and an arrival: that they are one move between own accounts, or that they are not. */
export interface TransferDecision {
  readonly departure: EventId;
  readonly arrival: EventId;
  readonly asset: AssetId;
  readonly verdict: 'same' | 'apart';
}
