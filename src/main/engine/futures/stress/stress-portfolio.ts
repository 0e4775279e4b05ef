import type { AccountId } from '../../../../shared/domain/account.ts';
import type { AssetId } from '../../../../shared/domain/asset.ts';
import type { ContractTerms } from '../../../../shared/domain/contract-terms.ts';
import type { Price, Quantity, Rate } from '../../../../shared/num/types.ts';
import type { ValuationPoint } from '../payoff/payoff.ts';
import type { PositionDirection, SettleAmount, Size } from '../units.ts';

/** One open position, or one that is only meant. */
export interface StressLeg {
  readonly id: string;
  readonly terms: ContractTerms;
  readonly side: PositionDirection;
  readonly size: Size;
  readonly entryValue: SettleAmount;
  /** Its mark now. */
  readonly at: ValuationPoint;
  readonly planned: boolean;
}

/** A coin that a venue counts as margin of a pool that settles in something else. */
export interface SupportingCoin {
  readonly asset: AssetId;
  readonly quantity: Quantity;
  /** What the venue counts of it today: 0.95. */
  readonly weight: Rate;
}

/** Positions that stand or fall together, with the money behind them: an account in one settle asset, or one isolated position. */
export interface StressPool {
  readonly id: string;
  readonly account: AccountId;
  readonly accountName: string;
  readonly venue: string;
  readonly settleAsset: AssetId;
  /** The position whose own margin this is; null where the account's positions share it. */
  readonly isolated: string | null;
  /** Without unrealised profit. */
  readonly wallet: SettleAmount;
  /** Coins beside it that count as margin; they stand among the holdings too, which is where their worth is counted. */
  readonly support: readonly SupportingCoin[];
  readonly legs: readonly StressLeg[];
  /** Why nobody can tell when it is closed by force, whatever the contracts ask; null where one can. */
  readonly unknown: string | null;
}

/** Coins or money that are no futures account's wallet. */
export interface StressHolding {
  readonly venue: string;
  /** Kept by its owner: no venue can lose it. */
  readonly ownWallet: boolean;
  readonly asset: AssetId;
  readonly quantity: Quantity;
}

/** All that a stress test revalues. */
export interface StressPortfolio {
  readonly currency: AssetId;
  readonly holdings: readonly StressHolding[];
  readonly pools: readonly StressPool[];
  /** In the reporting currency. What has none is in no figure. */
  readonly prices: ReadonlyMap<AssetId, Price>;
  /** Open or planned futures that no price or no terms are known of: they stand in no pool, so nothing can be called fine. */
  readonly legsLeftOut: number;
  /** What was left out when this was put together, each a whole sentence. */
  readonly unknown: readonly string[];
}
