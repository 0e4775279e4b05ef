import type { AccountId } from '../../../shared/domain/account.ts';
import type { AssetId } from '../../../shared/domain/asset.ts';
import type { ContractId, ContractSpec } from '../../../shared/domain/contract-spec.ts';
import type { EventId, PositionSide } from '../../../shared/domain/event.ts';
import type { Price, Quantity } from '../../../shared/num/types.ts';
import type { Instant } from '../../../shared/time/instant.ts';
import type { OpenSize } from './apply-fill.ts';
import type { OrderQuantity, PositionDirection, SettleAmount, Size } from './units.ts';

/** What fills add up to in one contract, account and, where longs and shorts are kept apart, side. */
export interface FuturesPosition {
  readonly contract: ContractId;
  readonly spec: ContractSpec;
  readonly account: AccountId;
  readonly positionSide: PositionSide;
  readonly side: PositionDirection | 'flat';
  /** In the contract's own order unit, never negative. */
  readonly quantity: OrderQuantity;
  /** In the unit that the payoff keeps fixed (linear: coins; inverse: quote money), never negative. */
  readonly size: Size;
  /** What the open size was worth in the settle asset when it was entered, or at the last settlement since. */
  readonly entryValue: SettleAmount;
  /**
   * null when flat. Harmonic for inverse contracts. The exchange's average, not a tax basis; where the venue settles open
   * profit, it starts anew from the settlement price, so that what is settled is not counted again.
   */
  readonly averageEntry: Price | null;
  /** The average of what is open as first entered, settlements left out; null when flat. */
  readonly averageEntryOriginal: Price | null;
  /** When the position that is open now left zero; null when flat. */
  readonly opened: Instant | null;
  /** Fills since then. */
  readonly openFills: readonly EventId[];
  /** Over the whole history, signed (in is positive), in the settle asset. */
  readonly realisedProfit: SettleAmount;
  readonly fees: SettleAmount;
  readonly funding: SettleAmount;
  /** Fees paid in another asset than the settle asset (Binance: BNB), signed. */
  readonly otherFees: readonly { readonly asset: AssetId; readonly quantity: Quantity }[];
}

/** One dated cash result of a futures account, tied to its contract. Signed: in is positive. */
export interface FuturesResult {
  readonly event: EventId;
  readonly time: Instant;
  readonly account: AccountId;
  /** null where the row names no contract. */
  readonly contract: ContractId | null;
  readonly positionSide: PositionSide;
  readonly kind: 'profit' | 'fee' | 'funding' | 'rebate' | 'insurance';
  readonly asset: AssetId;
  readonly quantity: Quantity;
  /** Whether a file states the amount, or it was computed from fills. */
  readonly from: 'file' | 'fills';
  /** What was open when a row apart from the fills came: funding is paid on it. null for fills and where nothing was open. */
  readonly held: OpenSize | null;
}
