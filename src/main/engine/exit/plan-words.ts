import { rate } from '../../../shared/num/parse.ts';
import type { Rate } from '../../../shared/num/types.ts';
import type { ExitCase } from './exit-case.ts';
import type { RuleOutcome } from './exit-plan.ts';
import type { ExitNumbers } from './model/exit-numbers.ts';

/** (cost − bound) ÷ the larger of |cost| and one unit. Never negative. */
export function gapOf(cost: number, bound: number): Rate {
  return rate(Math.max(0, (cost - bound) / Math.max(Math.abs(cost), 1)).toFixed(6));
}

const LEFT_OUT =
  'The bound is that of a model, which lets the losses of hedges and hedged lots wait just as long as suits the plan. It leaves out clocks that start again when a hedge is lifted early, wash sales and constructive sales by election, losses carried back, the deduction for age that large incomes lose, and the limit on the long-term tax around the end of the zero rate. The price of the plan has all that the tax engine has.';
const MERGED =
  'Lots of nearly the same cost were taken together in the model, at their average; the price has each by itself.';
const MARKED =
  'The bound does not know what marking a straddle on the day it begins changes; the price does.';

/** How the plan was found and what its bound leaves out: whole sentences. */
export function planWords(
  { goals, leavesOut }: ExitNumbers,
  rules: readonly RuleOutcome[],
  { regimes }: Pick<ExitCase, 'regimes'>,
): readonly string[] {
  const isPossible = rules.some(({ priced }) => priced !== null);
  return [
    'A model of amounts and dates was solved, its answer priced by the tax engine, and improved step by step at that exact price.',
    isPossible
      ? 'The plan costs no more than any simple rule that keeps the limits.'
      : 'No simple rule keeps the limits.',
    LEFT_OUT,
    ...(goals.some(({ parts, lots }) => parts.length < lots.length) ? [MERGED] : []),
    ...(regimes.some((regime) => regime !== 'none') ? [MARKED] : []),
    ...leavesOut,
  ];
}
