import type { AccountId } from '../../../../shared/domain/account.ts';
import type { AssetId } from '../../../../shared/domain/asset.ts';
import type { ContractId } from '../../../../shared/domain/contract-spec.ts';
import type { EventId, Side } from '../../../../shared/domain/event.ts';
import { add, clampToZero, isPositive, subtract } from '../../../../shared/num/arithmetic.ts';
import { zeroQuantity } from '../../../../shared/num/types.ts';
import type { Quantity } from '../../../../shared/num/types.ts';
import { daysBetween } from '../../../../shared/time/local-date.ts';
import type { LocalDate } from '../../../../shared/time/local-date.ts';

/** A trade of the ledger that could carry out a step: one side of a sale, purchase or swap of coins, or a fill. */
export interface TradeIn {
  readonly event: EventId;
  readonly date: LocalDate;
  readonly account: AccountId;
  readonly side: Side;
  /** The coin, or the contract of a fill. */
  readonly of: AssetId | ContractId;
  /** Coins, or order units of the contract; positive. */
  readonly quantity: Quantity;
}

export interface StepToMatch {
  readonly id: string;
  readonly date: LocalDate;
  /** null where it may be any. */
  readonly account: AccountId | null;
  readonly side: Side;
  readonly of: AssetId | ContractId;
  readonly quantity: Quantity;
}

export interface MatchInput {
  /** In the plan's order. */
  readonly steps: readonly StepToMatch[];
  /** In ledger order, none from before the plan. */
  readonly trades: readonly TradeIn[];
  /** Whether a trade in one contract carries out a step in another: a roll into a later one. */
  isRolled(traded: ContractId, planned: ContractId): boolean;
}

export interface MatchedStep {
  readonly trades: readonly TradeIn[];
  readonly filled: Quantity;
  /** Never negative. */
  readonly left: Quantity;
}

export interface MatchedTrades {
  /** One for each step, by its id. */
  readonly steps: ReadonlyMap<string, MatchedStep>;
  /** Trades that belong to no step though they are in what the plan trades. */
  readonly outside: readonly TradeIn[];
}

/** How long before its day, and how long after, a trade still counts as a step's. */
const DAYS_EARLY = 7;
const DAYS_LATE = 30;

/**
 * Which trades carried out which steps.
 *
 * A trade belongs whole to one step: of the same coin or contract, side and account, that still lacks some, and whose day
 * is nearest; of two as near, the earlier. What it has beyond the step's quantity stays there as too much.
 * Law: each trade is in one step or outside, never in two; filled + left = quantity, or left = 0.
 */
export function matchTrades({ steps, trades, isRolled }: MatchInput): MatchedTrades {
  const growing = steps.map((step) => ({ step, trades: [] as TradeIn[], filled: zeroQuantity as Quantity }));
  const outside: TradeIn[] = [];
  for (const trade of trades) {
    const [best] = growing
      .filter(
        ({ step, filled }) =>
          isPositive(subtract(step.quantity, filled)) &&
          isOfStep(trade, step, isRolled) &&
          isInTime(trade, step),
      )
      .toSorted((a, b) => distance(trade, a.step) - distance(trade, b.step));
    if (best !== undefined) {
      best.trades.push(trade);
      best.filled = add(best.filled, trade.quantity);
    } else if (steps.some((step) => isSameThing(trade, step, isRolled))) outside.push(trade);
  }
  return { steps: new Map(growing.map((one) => [one.step.id, resultOf(one)])), outside };
}

function resultOf({ step, trades, filled }: { step: StepToMatch } & Omit<MatchedStep, 'left'>): MatchedStep {
  return { trades, filled, left: clampToZero(subtract(step.quantity, filled)) };
}

function isSameThing(trade: TradeIn, step: StepToMatch, isRolled: MatchInput['isRolled']): boolean {
  return trade.of === step.of || isRolled(trade.of as ContractId, step.of as ContractId);
}

function isOfStep(trade: TradeIn, step: StepToMatch, isRolled: MatchInput['isRolled']): boolean {
  return (
    trade.side === step.side &&
    (step.account === null || step.account === trade.account) &&
    isSameThing(trade, step, isRolled)
  );
}

function isInTime({ date }: TradeIn, step: StepToMatch): boolean {
  const late = daysBetween(step.date, date);
  return late >= -DAYS_EARLY && late <= DAYS_LATE;
}

function distance({ date }: TradeIn, step: StepToMatch): number {
  return Math.abs(daysBetween(step.date, date));
}
