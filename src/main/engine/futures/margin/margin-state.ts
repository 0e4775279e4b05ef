import { add, isPositive, subtract, sum } from '../../../../shared/num/arithmetic.ts';
import { ratio } from '../../../../shared/num/products.ts';
import type { Quantity } from '../../../../shared/num/types.ts';
import { zeroQuantity } from '../../../../shared/num/types.ts';
import { settleAmount } from '../units.ts';
import type { SettleAmount } from '../units.ts';
import { initialMargin } from './initial-margin.ts';
import { accountView, collateralValue, crossWallet, openProfit } from './account-view.ts';
import type { AccountView } from './account-view.ts';
import { liquidationOf } from './liquidation-of.ts';
import { maintenanceMargin } from './maintenance-margin.ts';
import type { MarginAccount, MarginPosition, PositionMargin } from './margin-account.ts';
import { marginTierOf } from './margin-tier.ts';

export interface MarginState {
  /** Wallet, counted collateral and unrealised profit of all positions. */
  readonly equity: SettleAmount;
  readonly initial: SettleAmount | null;
  readonly maintenance: SettleAmount | null;
  /**
   * What can still be lost until the first liquidation: the least of equity − maintenance over the cross part and each
   * isolated position; below zero where it is due. null where a margin is not known.
   */
  readonly buffer: SettleAmount | null;
  /** In the order of the account's positions. */
  readonly byPosition: readonly PositionMargin[];
}

/** One part of an account: what shares equity lives and dies together. */
interface Part {
  readonly equity: SettleAmount | null;
  readonly maintenance: SettleAmount | null;
}

const nothing = settleAmount(zeroQuantity);

/** The margin of an account and of each of its positions, at their marks. */
export function marginState(account: MarginAccount): MarginState {
  const { positions, walletBalance, collateral = [] } = account;
  const cross = crossPart(account);
  const parts = positions.map((position) => (position.mode === 'cross' ? cross : isolatedPart(position)));
  const view = accountView(account);
  const byPosition = positions.map((position, index) =>
    positionMargin(view, position, parts[index] ?? cross),
  );
  const counted = sum(collateral.map(collateralValue), nothing);
  return {
    equity: add(add(walletBalance, counted), sum(positions.map(openProfit), nothing)),
    initial: sumKnown(byPosition.map(({ initial }) => initial)),
    maintenance: sumKnown(byPosition.map(({ maintenance }) => maintenance)),
    buffer: leastBuffer(parts.length === 0 ? [cross] : parts),
    byPosition,
  };
}

function crossPart(account: MarginAccount): Part {
  const positions = account.positions.filter(({ mode }) => mode === 'cross');
  const wallet = crossWallet(account);
  const profit = sum(positions.map(openProfit), nothing);
  const counted = sum((account.collateral ?? []).map(collateralValue), nothing);
  return {
    equity: wallet === null ? null : add(add(wallet, profit), counted),
    maintenance: sumKnown(positions.map(maintenanceOf)),
  };
}

function isolatedPart(position: MarginPosition): Part {
  const { isolatedMargin } = position;
  return {
    equity: isolatedMargin === null ? null : add(isolatedMargin, openProfit(position)),
    maintenance: maintenanceOf(position),
  };
}

function positionMargin(view: AccountView, position: MarginPosition, part: Part): PositionMargin {
  const { terms, side, size, at } = position;
  return {
    initial: initialMargin(terms, side, size, at),
    maintenance: maintenanceOf(position),
    tier: marginTierOf(terms, size, at)?.number ?? null,
    equity: part.equity,
    ratio: marginRatio(part),
    liquidation: liquidationOf(view.account, position, view),
  };
}

/** Maintenance ÷ equity: venues that print it upside down (OKX) are turned round. */
function marginRatio({ equity, maintenance }: Part): PositionMargin['ratio'] {
  if (equity === null || maintenance === null || !isPositive(equity)) return null;
  return ratio<Quantity>(maintenance, equity, 'half-even');
}

function maintenanceOf({ terms, side, size, at }: MarginPosition): SettleAmount | null {
  return maintenanceMargin(terms, side, size, at);
}

function leastBuffer(parts: readonly Part[]): SettleAmount | null {
  let least: SettleAmount | null = null;
  for (const { equity, maintenance } of parts) {
    if (equity === null || maintenance === null) return null;
    const buffer = subtract(equity, maintenance);
    if (least === null || buffer < least) least = buffer;
  }
  return least;
}

function sumKnown(amounts: readonly (SettleAmount | null)[]): SettleAmount | null {
  const known = amounts.filter((amount) => amount !== null);
  return known.length === amounts.length ? sum(known, nothing) : null;
}
