/** The plan that was found, how good it is known to be, and the simple rules that it has to beat. */
import type { Money, Rate } from '../../../shared/num/types.ts';
import type { PricedSchedule } from './priced-schedule.ts';

export const SIMPLE_RULES = ['fifo-now', 'hifo-now', 'min-tax-now', 'next-year', 'half-and-half'] as const;
export type SimpleRule = (typeof SIMPLE_RULES)[number];

export interface RuleOutcome {
  readonly rule: SimpleRule;
  /** null where the rule breaks a limit; `why` says which. */
  readonly priced: PricedSchedule | null;
  readonly why: string | null;
}

export interface ExitPlan {
  /** `optimal`: the exact cost is as near to the bound as asked. `feasible`: the best found. */
  readonly status: 'optimal' | 'feasible';
  readonly stoppedBy: 'time-limit' | null;
  readonly plan: PricedSchedule;
  /** No schedule of the model costs less, in today's money; what the model leaves out is said in `words`. null without one. */
  readonly bound: Money | null;
  /** (cost − bound) ÷ the larger of |cost| and one unit of the currency; null without a bound. */
  readonly gap: Rate | null;
  readonly rules: readonly RuleOutcome[];
  /** Cost of the best simple rule less cost of the plan; null where no rule is possible. */
  readonly saves: Money | null;
  /** Whole sentences: how it was found, what the model leaves out. */
  readonly words: readonly string[];
  readonly search: {
    readonly columns: number;
    readonly rows: number;
    readonly integers: number;
    /** Schedules that were priced exactly. */
    readonly priced: number;
    readonly solverSeconds: number;
  };
}
