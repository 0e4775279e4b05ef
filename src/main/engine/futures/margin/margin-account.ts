import type { AssetId } from '../../../../shared/domain/asset.ts';
import type { ContractTerms } from '../../../../shared/domain/contract-terms.ts';
import type { LiquidationModel, MarginMode } from '../../../../shared/domain/margin-table.ts';
import type { Price, Quantity, Rate } from '../../../../shared/num/types.ts';
import type { ValuationPoint } from '../payoff/payoff.ts';
import type { PositionDirection, SettleAmount, Size } from '../units.ts';

/** An open position as its venue margins it. Size is above zero. */
export interface MarginPosition {
  readonly terms: ContractTerms;
  readonly side: PositionDirection;
  readonly size: Size;
  /** What the size was worth in the settle asset when entered (where the venue resets it: at the last settlement). */
  readonly entryValue: SettleAmount;
  readonly averageEntry: Price;
  /** The venue's mark now. */
  readonly at: ValuationPoint;
  readonly mode: MarginMode;
  /** What is set aside for an isolated position, without its unrealised profit; null where not known, or cross. */
  readonly isolatedMargin: SettleAmount | null;
}

/** A coin that a venue counts as collateral beside the settle asset (multi-asset accounts). */
export interface CollateralCoin {
  readonly asset: AssetId;
  readonly quantity: Quantity;
  /** In the settle asset. */
  readonly price: Price;
  /** What the venue counts of it: 0.95 after a haircut of 5 %. */
  readonly weight: Rate;
}

/** What stands behind positions that settle in one asset at one venue. */
export interface MarginAccount {
  readonly settleAsset: AssetId;
  /** Without unrealised profit; with what is set aside for isolated positions. */
  readonly walletBalance: SettleAmount;
  readonly positions: readonly MarginPosition[];
  /** Only cross positions rest on it. */
  readonly collateral?: readonly CollateralCoin[];
  /** Instead of what the contracts say. */
  readonly model?: LiquidationModel;
}

export type LiquidationAnswer =
  | {
      readonly kind: 'price';
      readonly price: Price;
      /** A broker's margin call: money is asked for, nothing is closed by itself. */
      readonly call: boolean;
      /**
       * Margin is short already at the mark: the price is where it would suffice again (on the other side of the mark),
       * or the mark itself where it would at no price.
       */
      readonly reached: boolean;
      /**
       * Of a cross position beside others, or beside collateral in coins: the price if all the account's prices moved by
       * the same share. `price` lets the others stand still, so both are estimates. null: no such price, nothing else
       * that moves, or others that pay off in another way.
       */
      readonly together: Price | null;
    }
  | {
      readonly kind: 'none';
      /** A price there is if what else moves moves along; null where not even then, or nothing else does. */
      readonly together: Price | null;
    }
  | { readonly kind: 'unknown'; readonly why: string };

export interface PositionMargin {
  readonly initial: SettleAmount | null;
  readonly maintenance: SettleAmount | null;
  /** The step of the venue's table, from 1; null where it has none or is not known. */
  readonly tier: number | null;
  /** What stands behind it now: its own margin and profit (isolated), or all that cross positions share. */
  readonly equity: SettleAmount | null;
  /** Maintenance over equity, of all that share it: liquidated when it rises to 1. null where not known or no equity. */
  readonly ratio: Rate | null;
  readonly liquidation: LiquidationAnswer;
}
