/** What an exit plan says, from the core's answer. Pure. */
import type { CallAnswer } from '../../../../shared/contract/contract.ts';
import { clampToZero, compare, subtract, sum } from '../../../../shared/num/arithmetic.ts';
import { toText } from '../../../../shared/num/format.ts';
import { money } from '../../../../shared/num/parse.ts';
import { formatMoney, formatRate } from '../../../ui/number-format.ts';

export type ExitPlan = CallAnswer<'exit.plan'>;
export type ExitDay = ExitPlan['days'][number];
export type ExitRule = ExitPlan['rules'][number];

export const exitParts = ['steps', 'tax', 'costs', 'exposure', 'uncertainty', 'harvest'] as const;
export type ExitPart = (typeof exitParts)[number];

export const partWords: Readonly<Record<ExitPart, string>> = {
  steps: 'What to do',
  tax: 'Tax by year',
  costs: 'What it costs',
  exposure: 'Exposure and days',
  uncertainty: 'If things change',
  harvest: 'Losses and gains to take',
};

export interface Quality {
  readonly badge: string;
  readonly color: 'teal' | 'yellow';
  readonly words: string;
}

/** How good the plan is known to be, in words: that, and not a status word, is what one can act on. */
export function qualityOf(
  plan: Pick<ExitPlan, 'status' | 'stoppedBy' | 'bound' | 'gap' | 'cost' | 'currency'>,
): Quality {
  const { status, stoppedBy, bound, gap, cost, currency } = plan;
  const most = bound === null ? null : possible(cost, bound);
  const atMost =
    most === null || gap === null
      ? 'How much better a plan could be is not known.'
      : most === '0'
        ? 'No plan costs less.'
        : `No plan can cost less than this one by more than ${formatMoney(most, currency)} (a gap of ${formatRate(gap)}).`;
  if (status === 'optimal') return { badge: 'Proven best', color: 'teal', words: atMost };
  return {
    badge: 'Best found',
    color: 'yellow',
    words:
      stoppedBy === 'time-limit'
        ? `The search ended at its time limit; this is the best it found. ${atMost} Let it search longer to be surer.`
        : `This is the best that was found. ${atMost}`,
  };
}

/** By how much a plan could cost less at most; never below nothing. */
function possible(cost: string, bound: string): string {
  return toText(clampToZero(subtract(money(cost), money(bound))));
}

export interface CostPart {
  readonly key: string;
  readonly name: string;
  readonly about: string;
  readonly amount: string;
}

/** The parts of the cost, and what brings their sum to the cost in today's money. They add up exactly. */
export function costParts(
  plan: Pick<ExitPlan, 'cost' | 'tax' | 'carry' | 'fees' | 'slippage' | 'marginCost'>,
): readonly CostPart[] {
  const { cost, tax, carry, fees, slippage, marginCost } = plan;
  const together = sum([tax, carry, fees, slippage, marginCost].map(money), money('0'));
  return [
    { key: 'tax', name: 'Tax, all years', about: 'More than you would owe without the plan', amount: tax },
    {
      key: 'carry',
      name: 'Holding the futures',
      about: 'Funding, or the difference between futures and coin price',
      amount: carry,
    },
    { key: 'fees', name: 'Fees', about: 'Of coins and futures', amount: fees },
    { key: 'slippage', name: 'Slippage', about: 'Orders move prices a little', amount: slippage },
    {
      key: 'marginCost',
      name: 'Money locked as margin',
      about: 'What it would have earned elsewhere',
      amount: marginCost,
    },
    {
      key: 'later',
      name: 'Paid later, worth less today',
      about: 'Tax of later years in today’s money',
      amount: toText(subtract(money(cost), together)),
    },
  ];
}

/** Rules that are possible, cheapest first; then those that break a limit. */
export function rulesInOrder(rules: readonly ExitRule[]): readonly ExitRule[] {
  return rules.toSorted((a, b) => {
    if (a.costs === null || b.costs === null) return Number(a.costs === null) - Number(b.costs === null);
    return compare(money(a.costs.cost), money(b.costs.cost));
  });
}
