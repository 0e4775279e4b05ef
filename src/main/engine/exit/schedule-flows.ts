/** What carrying a schedule out does, pays and locks: actions for the tax engine, and every cost that is no tax. */
import type { Money, Price, Quantity } from '../../../shared/num/types.ts';
import type { LocalDate } from '../../../shared/time/local-date.ts';
import type { PlannedAction } from '../tax/jurisdictions/us/actions/planned-action.ts';
import type { ExitFuture } from './exit-case.ts';

export const COST_KINDS = ['carry', 'fees', 'slippage', 'margin'] as const;
export type CostKind = (typeof COST_KINDS)[number];

/** Positive is paid. One for each day and kind. */
export interface CostFlow {
  readonly date: LocalDate;
  readonly kind: CostKind;
  readonly amount: Money;
}

/** What is done with a position of the plan on a day. */
export interface FutureMove {
  readonly date: LocalDate;
  readonly future: ExitFuture;
  readonly move: 'open' | 'reduce' | 'close' | 'roll';
  /** Steps traded (of a roll: each way), and open after it. */
  readonly steps: number;
  readonly stepsAfter: number;
  /** The contract's own; of a roll that of the one that ends. */
  readonly price: Price;
}

/** Margin that is locked from one day to another. */
export interface LockedMargin {
  readonly from: LocalDate;
  readonly to: LocalDate;
  /** null where a margin is not known. */
  readonly amount: Money | null;
  /** Of positions that the plan opens: what it takes of the cash. */
  readonly fresh: Money | null;
}

/** Money that comes in (positive) or goes out: coins, fees, slippage, funding. Profits of futures are left out. */
export interface CashFlow {
  readonly date: LocalDate;
  readonly amount: Money;
}

export interface ScheduleFlows {
  /** By day, those of a day in their order. */
  readonly actions: readonly PlannedAction[];
  readonly costs: readonly CostFlow[];
  readonly moves: readonly FutureMove[];
  readonly locked: readonly LockedMargin[];
  readonly cash: readonly CashFlow[];
}

/** Part of a position: `quantity` of `outOf` equal parts. */
export interface Part {
  readonly quantity: Quantity;
  readonly outOf: Quantity;
}
