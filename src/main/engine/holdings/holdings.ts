import type { AccountId } from '../../../shared/domain/account.ts';
import type { AssetClass, AssetId } from '../../../shared/domain/asset.ts';
import type { Issue } from '../../../shared/domain/issue.ts';
import type { Money, Quantity, Rate } from '../../../shared/num/types.ts';
import type { KnownPrice } from '../valuation/price-book.ts';

/** All that is held of one asset, everywhere, with what futures add to or take from its exposure. */
export interface Holding {
  readonly asset: AssetId;
  readonly assetClass: AssetClass;
  /** Sum of balances but those elsewhere; coins that serve as collateral are in it, once. */
  readonly quantity: Quantity;
  readonly price: KnownPrice | null;
  readonly value: Money | null;
  /** Share of the priced spot total; null where that total is not above zero. */
  readonly weight: Rate | null;
  /** Sum of the positions' deltas in coins. */
  readonly futuresQuantity: Quantity;
  readonly futuresValue: Money | null;
  readonly effectiveQuantity: Quantity;
  readonly effectiveValue: Money | null;
  readonly effectiveWeight: Rate | null;
  readonly costBasis: Money;
  readonly unrealisedShort: Money | null;
  readonly unrealisedLong: Money | null;
  /** With what left without a known arrival, under the pseudo account "elsewhere". */
  readonly byAccount: readonly { readonly account: AccountId; readonly quantity: Quantity }[];
}

export interface Holdings {
  /** By value, largest first; what has no price comes last. */
  readonly holdings: readonly Holding[];
  /** Value of everything that has a price. Open futures profit is not in it: it stands beside the positions. */
  readonly total: Money;
  readonly costBasis: Money;
  readonly unrealisedShort: Money;
  readonly unrealisedLong: Money;
  readonly issues: readonly Issue[];
  /** Said beside the figures, each a whole sentence. */
  readonly assumptions: readonly string[];
}
