import { assetClass, assetId } from '../../../../shared/domain/asset.ts';
import { add, isZero, subtract, sum } from '../../../../shared/num/arithmetic.ts';
import { quantityTimes, valueOf } from '../../../../shared/num/products.ts';
import { zeroQuantity } from '../../../../shared/num/types.ts';
import { moneyAsAmount, noSize } from '../amounts.ts';
import { payoffRules } from '../payoff/payoff-rules.ts';
import { coins, settleAmount } from '../units.ts';
import type { SettleAmount, Size } from '../units.ts';
import { maintenanceMargin } from './maintenance-margin.ts';
import type { CollateralCoin, MarginAccount, MarginPosition } from './margin-account.ts';

/** What a liquidation price is computed from, once it is known what stands behind the position. */
export interface LiquidationContext {
  readonly position: MarginPosition;
  /** Positions that the same price moves in the same account, the one asked for first (hedge mode: two). */
  readonly legs: readonly MarginPosition[];
  /** What stands behind them and does not move with the price: margin or wallet, others' profit less others' margin. */
  readonly free: SettleAmount;
  /** The account's other cross positions, whose profit and margin `free` holds. */
  readonly others: readonly MarginPosition[];
  /** Collateral in the underlying itself, as a size of this contract. */
  readonly held: Size;
  /** The same if all prices move by the same share: what still stands still, and all coins held, as a size. */
  readonly together: { readonly free: SettleAmount; readonly held: Size };
}

export type ContextFound =
  | { readonly kind: 'known'; readonly context: LiquidationContext }
  | { readonly kind: 'unknown'; readonly why: string };

/** What stands still beside coins is money of any kind. */
const DOLLARS = assetId('USD');
const nothing = settleAmount(zeroQuantity);
const alone = { others: [], held: noSize };

/** Gathers what stands behind a position; a term that is not known stops it, in words. */
export function liquidationContext(account: MarginAccount, position: MarginPosition): ContextFound {
  if (position.mode === 'isolated') {
    const free = position.isolatedMargin;
    if (free === null) return unknown(`the margin set aside for ${position.terms.symbol} is not stated`);
    return {
      kind: 'known',
      context: { ...alone, position, legs: [position], free, together: { free, held: noSize } },
    };
  }
  const wallet = crossWallet(account);
  if (wallet === null)
    return unknown('the margin set aside for an isolated position beside it is not stated');
  const cross = account.positions.filter(({ mode }) => mode === 'cross');
  const legs = [position, ...cross.filter((other) => other !== position && sameContract(other, position))];
  const others = cross.filter((one) => !sameContract(one, position));
  const still = (account.collateral ?? []).filter((coin) => !movesWith(coin, position));
  let free = add(wallet, sum(still.map(collateralValue), nothing));
  for (const other of others) {
    const margin = maintenanceMargin(other.terms, other.side, other.size, other.at);
    if (margin === null) return unknown(`the maintenance margin of ${other.terms.symbol} is not known`);
    free = subtract(add(free, openProfit(other)), margin);
  }
  const held = heldSize(account, position);
  const together = movingTogether(account, position, wallet);
  return { kind: 'known', context: { position, legs, others, free, held, together } };
}

/** Coins move with all prices; money does not, nor does anything that an inverse account counts in its own coin. */
function movingTogether(
  { collateral = [] }: MarginAccount,
  { terms, at }: MarginPosition,
  wallet: SettleAmount,
): LiquidationContext['together'] {
  const moves = ({ asset }: CollateralCoin): boolean =>
    terms.payoff === 'linear' && assetClass(asset, DOLLARS) === 'coin';
  const still = collateral.filter((coin) => !moves(coin));
  const moving = sum(collateral.filter(moves).map(collateralValue), nothing);
  return {
    free: add(wallet, sum(still.map(collateralValue), nothing)),
    held: isZero(moving) ? noSize : payoffRules(terms.payoff).sizeWorth(moving, at.price),
  };
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

function sameContract(a: MarginPosition, b: MarginPosition): boolean {
  return a.terms.id === b.terms.id;
}

function movesWith({ asset }: CollateralCoin, { terms }: MarginPosition): boolean {
  return terms.payoff === 'linear' && asset === terms.underlying;
}

function heldSize({ collateral }: MarginAccount, position: MarginPosition): Size {
  const moving = (collateral ?? []).filter((coin) => movesWith(coin, position));
  const counted = moving.map(({ quantity, weight }) => coins(quantityTimes(quantity, weight, 'half-even')));
  return sum<Size>(counted, noSize);
}

function unknown(why: string): ContextFound {
  return { kind: 'unknown', why };
}
