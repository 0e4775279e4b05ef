import type { AccountId } from '../../../shared/domain/account.ts';
import type { AssetId } from '../../../shared/domain/asset.ts';
import type { EventId } from '../../../shared/domain/event.ts';
import type { Issue } from '../../../shared/domain/issue.ts';
import type { Quantity } from '../../../shared/num/types.ts';
import type { Instant } from '../../../shared/time/instant.ts';

/** Units that went from one own account to another: one event that knows both sides, or two that were paired. */
export interface OwnMovement {
  readonly asset: AssetId;
  readonly from: { readonly account: AccountId; readonly event: EventId; readonly time: Instant };
  readonly to: { readonly account: AccountId; readonly event: EventId; readonly time: Instant };
  /** What left, network fee included. */
  readonly sent: Quantity;
  readonly received: Quantity;
}

export interface OwnMovements {
  readonly movements: readonly OwnMovement[];
  readonly issues: readonly Issue[];
}
