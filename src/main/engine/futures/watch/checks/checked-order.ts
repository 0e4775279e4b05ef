import type { AccountId } from '../../../../../shared/domain/account.ts';
import type { AssetId } from '../../../../../shared/domain/asset.ts';
import type { QuantityUnit } from '../../../../../shared/domain/contract-spec.ts';
import type { ContractTerms } from '../../../../../shared/domain/contract-terms.ts';
import type { PositionSide, Side } from '../../../../../shared/domain/event.ts';
import type { Issue } from '../../../../../shared/domain/issue.ts';
import type { MarginMode } from '../../../../../shared/domain/margin-table.ts';
import type { Money, Price, Quantity, Rate } from '../../../../../shared/num/types.ts';
import type { LocalDate } from '../../../../../shared/time/local-date.ts';
import { amountAsMoney } from '../../amounts.ts';
import { payoffRules } from '../../payoff/payoff-rules.ts';
import type { ValuationPoint } from '../../payoff/payoff.ts';
import { coins, signedCoins } from '../../units.ts';
import type { Coins, OrderQuantity, PositionDirection, SettleAmount } from '../../units.ts';

/** A position that is open at a venue, by all that tells it from others. */
export interface OpenPosition {
  readonly id: string;
  readonly contract: string;
  readonly symbol: string;
  readonly account: AccountId;
  readonly positionSide: PositionSide;
  readonly direction: PositionDirection;
  readonly quantity: OrderQuantity;
  readonly mode: MarginMode | null;
}

/** An order that is about to be saved or placed, with all that it is checked against. Null: not known, or not said. */
export interface CheckedOrder {
  readonly asset: AssetId;
  readonly terms: ContractTerms;
  readonly side: Side;
  readonly quantity: Quantity;
  /** What the quantity was typed in. */
  readonly unit: QuantityUnit;
  readonly price: Price | null;
  readonly at: ValuationPoint | null;
  readonly intendedCoins: Quantity | null;
  readonly intendedMoney: Money | null;
  readonly reduceOnly: boolean;
  readonly positionSide: PositionSide;
  readonly mode: MarginMode | null;
  readonly account: AccountId | null;
  /** The position that a closing order names. */
  readonly position: string | null;
  readonly leverage: Rate | null;
  readonly rateText: string | null;
  /** Typed by hand, so that sides and modes have to be said; false for legs that Hedgerow sized. */
  readonly typed: boolean;
  /** Coins that bring the asset to its target before this order, signed. */
  readonly gap: Coins | null;
  readonly positions: readonly OpenPosition[];
  /** Coins of the asset outside and inside futures accounts. */
  readonly wallets: Quantity;
  readonly collateral: Quantity;
  /** Of the settle asset in the order's account; null where no account is named. */
  readonly cash: SettleAmount | null;
  readonly asOf: LocalDate;
  readonly exit: LocalDate | null;
  /** The plan's steps roll what ends before the exit. */
  readonly rollsPlanned: boolean;
}

/** A check: what it has to say of an order, nothing where all is well. */
export type OrderCheck = (order: CheckedOrder) => readonly Issue[];

/** The order in the contract's own unit. */
export function orderQuantity({ terms, quantity }: CheckedOrder): OrderQuantity {
  return { unit: terms.quantityUnit, amount: quantity };
}

/** Coins that the order moves, signed; null without a price. */
export function orderCoins(order: CheckedOrder): Coins | null {
  const { terms, at, side } = order;
  if (at === null) return null;
  const rules = payoffRules(terms.payoff);
  const delta = rules.delta(rules.sizeOf(terms, orderQuantity(order), at.price), at);
  return signedCoins(side === 'buy' ? 'long' : 'short', delta);
}

/** What a quantity is worth if it counts order units, coins or money; null without a price. */
export function notionalAs(order: CheckedOrder, unit: QuantityUnit | 'order'): Money | null {
  const { terms, at, quantity } = order;
  if (at === null) return null;
  const rules = payoffRules(terms.payoff);
  if (unit === 'base') return amountAsMoney(rules.notional(rules.sizeForDelta(coins(quantity), at), at));
  if (unit === 'quote') return amountAsMoney(quantity);
  return amountAsMoney(rules.notional(rules.sizeOf(terms, orderQuantity(order), at.price), at));
}

/** Closing takes the other side of what is open. */
export function isClosing({ reduceOnly, position }: CheckedOrder): boolean {
  return reduceOnly || position !== null;
}
