import { rate } from '../../../shared/num/parse.ts';
import type { Rate } from '../../../shared/num/types.ts';
import type { RuleOutcome } from './exit-plan.ts';
import type { ExitNumbers } from './model/exit-numbers.ts';

/** (cost − bound) ÷ the larger of |cost| and one unit. Never negative. */
export function gapOf(cost: number, bound: number): Rate {
  return rate(Math.max(0, (cost - bound) / Math.max(Math.abs(cost), 1)).toFixed(6));
}

const LEFT_OUT =
  'The bound is that of a model. It leaves out: alternative minimum tax, wash sales and constructive sales by election, losses carried back, and clocks that start again when a hedge is lifted early. The price of the plan has what the tax engine has.';

/** How the plan was found and what its bound leaves out: whole sentences. */
export function planWords({ leavesOut }: ExitNumbers, rules: readonly RuleOutcome[]): readonly string[] {
  const possible = rules.filter(({ priced }) => priced !== null).length;
  return [
    'A model of amounts and dates was solved, its answer priced by the tax engine, and improved step by step at that exact price.',
    possible === 0
      ? 'No simple rule keeps the limits.'
      : 'The plan costs no more than any simple rule that keeps the limits.',
    LEFT_OUT,
    ...leavesOut,
  ];
}
