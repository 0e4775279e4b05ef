import { assetClass, assetId } from '../../../../shared/domain/asset.ts';
import type { ContractId } from '../../../../shared/domain/contract-spec.ts';
import { add, isZero, subtract, sum } from '../../../../shared/num/arithmetic.ts';
import { quantityTimes, valueOf } from '../../../../shared/num/products.ts';
import type { Rate } from '../../../../shared/num/types.ts';
import { zeroQuantity } from '../../../../shared/num/types.ts';
import { moneyAsAmount, noSize } from '../amounts.ts';
import { payoffRules } from '../payoff/payoff-rules.ts';
import { settleAmount } from '../units.ts';
import type { SettleAmount, Size } from '../units.ts';
import { maintenanceMargin } from './maintenance-margin.ts';
import type { CollateralCoin, MarginAccount, MarginPosition } from './margin-account.ts';

/** What every position of an account asks of the others, worked out once. */
export interface AccountView {
  readonly account: MarginAccount;
  readonly cross: readonly MarginPosition[];
  /** Cross positions of one contract: in hedge mode two, else one. */
  readonly byContract: ReadonlyMap<ContractId, readonly MarginPosition[]>;
  /** Without what is set aside for isolated positions; null where that is not stated. */
  readonly wallet: SettleAmount | null;
  /** Unrealised profit less maintenance margin of each cross position; null where its margin is not known. */
  readonly net: ReadonlyMap<MarginPosition, SettleAmount | null>;
  /** The sum of those that are known. */
  readonly netOfAll: SettleAmount;
  /** The share of all marks at which the account is liquidated, by the way of a model; filled when first asked. */
  readonly factors: Map<unknown, Rate | null>;
}

/** What stands still beside coins is money of any kind. */
const DOLLARS = assetId('USD');
const nothing = settleAmount(zeroQuantity);

export function accountView(account: MarginAccount): AccountView {
  const cross = account.positions.filter(({ mode }) => mode === 'cross');
  const net = new Map(cross.map((position) => [position, netOf(position)]));
  return {
    account,
    cross,
    byContract: Map.groupBy(cross, ({ terms }) => terms.id),
    wallet: crossWallet(account),
    net,
    netOfAll: sum(
      [...net.values()].filter((amount) => amount !== null),
      nothing,
    ),
    factors: new Map(),
  };
}

function netOf(position: MarginPosition): SettleAmount | null {
  const { terms, side, size, at } = position;
  const margin = maintenanceMargin(terms, side, size, at);
  return margin === null ? null : subtract(openProfit(position), margin);
}

/** The wallet without what is set aside for isolated positions. null where that is not stated. */
export function crossWallet({ walletBalance, positions }: MarginAccount): SettleAmount | null {
  let wallet = walletBalance;
  for (const { mode, isolatedMargin } of positions) {
    if (mode === 'cross') continue;
    if (isolatedMargin === null) return null;
    wallet = subtract(wallet, isolatedMargin);
  }
  return wallet;
}

/** Unrealised profit at the mark. */
export function openProfit({ terms, side, size, entryValue, at }: MarginPosition): SettleAmount {
  const rules = payoffRules(terms.payoff);
  return rules.profit(side, entryValue, rules.valueAt(size, at.price));
}

/** What a venue counts of a coin, in the settle asset. Rounds half-even to 18 decimals. */
export function collateralValue({ quantity, price, weight }: CollateralCoin): SettleAmount {
  const counted = quantityTimes(quantity, weight, 'half-even');
  return settleAmount(moneyAsAmount(valueOf(counted, price, 'half-even')));
}

/** Collateral as a price moves: what stands still, in the settle asset, and what moves with it, as a size. */
export interface CollateralParts {
  readonly still: SettleAmount;
  readonly moving: Size;
}

/** Of a linear position only the coin itself moves with its price. */
export function collateralBeside({ account }: AccountView, position: MarginPosition): CollateralParts {
  const { payoff, underlying } = position.terms;
  return partsOf(account, position, ({ asset }) => payoff === 'linear' && asset === underlying);
}

/**
 * If all prices move by the same share, coins of every kind move; money does not, nor does what an account that settles
 * in a coin counts in that coin.
 */
export function collateralTogether({ account }: AccountView, position: MarginPosition): CollateralParts {
  const moves = ({ asset }: CollateralCoin): boolean =>
    position.terms.payoff === 'linear' && assetClass(asset, DOLLARS) === 'coin';
  return partsOf(account, position, moves);
}

function partsOf(
  { collateral = [] }: MarginAccount,
  { terms, at }: MarginPosition,
  moves: (coin: CollateralCoin) => boolean,
): CollateralParts {
  if (collateral.length === 0) return { still: nothing, moving: noSize };
  const moving = sum(collateral.filter(moves).map(collateralValue), nothing);
  const all = sum(collateral.map(collateralValue), nothing);
  return {
    still: subtract(all, moving),
    moving: isZero(moving) ? noSize : payoffRules(terms.payoff).sizeWorth(moving, at.price),
  };
}

/** What stands behind the positions of one contract beside themselves: wallet, and what the others leave. */
export function freeBeside(view: AccountView, legs: readonly MarginPosition[]): SettleAmount | null {
  if (view.wallet === null) return null;
  return legs.reduce(
    (free, leg) => subtract(free, view.net.get(leg) ?? nothing),
    add(view.wallet, view.netOfAll),
  );
}
