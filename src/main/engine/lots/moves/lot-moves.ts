import type { AccountId } from '../../../../shared/domain/account.ts';
import type { AssetId } from '../../../../shared/domain/asset.ts';
import type { IncomeReason } from '../../../../shared/domain/event.ts';
import type { Disposal } from '../../../../shared/domain/lot.ts';
import type { Money, Quantity } from '../../../../shared/num/types.ts';
import type { Instant } from '../../../../shared/time/instant.ts';
import type { OwnMovement } from '../../events/own-movement.ts';

/** Units that open a lot. */
export interface Acquire {
  readonly type: 'acquire';
  readonly account: AccountId;
  readonly asset: AssetId;
  readonly quantity: Quantity;
  /** What the units cost, the fees of the purchase included; null where nobody knows. */
  readonly cost: Money | null;
  /** Where it is not the event's own time: gifts, and deposits whose history the user typed. */
  readonly acquired?: Instant;
  /** What a gift was worth when it was given, where it is known. */
  readonly giftValue?: Money;
  readonly income?: IncomeReason;
}

/** Units that leave for good. */
export interface Dispose {
  readonly type: 'dispose';
  readonly account: AccountId;
  readonly asset: AssetId;
  readonly quantity: Quantity;
  /** What was received for them before `fee`; null where nobody knows: then no gain is taken. */
  readonly gross: Money | null;
  /** Fees of the sale: they come out of the proceeds. */
  readonly fee: Money;
  readonly cause: Disposal['cause'];
}

/** Units that start on their way to another own account; the network fee among them is disposed of here. */
export interface Leave {
  readonly type: 'leave';
  readonly movement: OwnMovement;
  /** What the network fee units were worth; null where nobody knows. */
  readonly feeValue: Money | null;
}

export interface Arrive {
  readonly type: 'arrive';
  readonly movement: OwnMovement;
}

/** Income in money: it opens no lot. */
export interface ReceiveMoney {
  readonly type: 'receive-money';
  readonly account: AccountId;
  readonly asset: AssetId;
  readonly quantity: Quantity;
  readonly value: Money;
  readonly income: IncomeReason;
}

/** What one event does to lots. The moves of an event apply in order. */
export type LotMove = Acquire | Dispose | Leave | Arrive | ReceiveMoney;

/** Disposals that the law does not tax and that let no loss be taken: they leave at what they cost. */
export function isTaxed(cause: Disposal['cause']): boolean {
  return cause !== 'gift' && cause !== 'donation' && cause !== 'loss';
}
