/** What an exit plan says, from the core's answer. Pure. */
import type { CallAnswer } from '../../../../shared/contract/contract.ts';
import { clampToZero, compare, isZero, subtract, sum } from '../../../../shared/num/arithmetic.ts';
import { toText } from '../../../../shared/num/format.ts';
import { money, quantity, rate } from '../../../../shared/num/parse.ts';
import { quantityTimes } from '../../../../shared/num/products.ts';
import { formatMoney, formatRate } from '../../../ui/number-format.ts';
import type { Trace } from '../../../ui/trace-part.ts';

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
      : compare(money(most), oneCent) < 0
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

/** Less is shown as nothing anyway. */
const oneCent = money('0.01');

/** By how much a plan could cost less at most; never below nothing. */
function possible(cost: string, bound: string): string {
  return toText(clampToZero(subtract(money(cost), money(bound))));
}

export interface CostPart {
  readonly key: string;
  readonly name: string;
  readonly about: string;
  /** In today’s money. */
  readonly amount: string;
  /** As it is paid on its days; null for what has no such figure. */
  readonly plain: string | null;
  readonly trace: Trace | null;
}

const parts = [
  { key: 'tax', label: /^Tax /u, name: 'Tax, all years', about: 'More than you would owe without the plan' },
  {
    key: 'carry',
    label: /^Carry /u,
    name: 'Holding the futures',
    about: 'Funding, or the difference between futures and coin price',
  },
  { key: 'fees', label: /^Fees/u, name: 'Fees', about: 'Of coins and futures' },
  { key: 'slippage', label: /^Slippage/u, name: 'Slippage', about: 'Orders move prices a little' },
  {
    key: 'marginCost',
    label: /^Locked margin/u,
    name: 'Money locked as margin',
    about: 'What it would have earned elsewhere',
  },
] as const;

/** The parts of the cost in today's money, each with how it is computed. They add up to it exactly. */
export function costParts(
  plan: Pick<
    ExitPlan,
    'cost' | 'tax' | 'carry' | 'fees' | 'slippage' | 'marginCost' | 'lockedMargin' | 'trace'
  >,
): readonly CostPart[] {
  const told = parts.map(({ key, label, name, about }): CostPart => {
    const trace = plan.trace.parts.find((part) => label.test(part.label)) ?? null;
    const isPart = key === 'marginCost' && plan.lockedMargin === null;
    return {
      key,
      name: isPart ? `${name}, at least` : name,
      about: isPart ? 'Without contracts whose margin is not known' : about,
      amount: trace?.value ?? plan[key],
      plain: plan[key],
      trace,
    };
  });
  const together = sum(
    told.map(({ amount }) => money(amount)),
    money('0'),
  );
  const rest = subtract(money(plan.cost), together);
  if (isZero(rest)) return told;
  const about = 'What is paid later is worth less today';
  return [...told, { key: 'rest', name: 'The rest', about, amount: toText(rest), plain: null, trace: null }];
}

/** Rules that are possible, cheapest first; then those that break a limit. */
export function rulesInOrder(rules: readonly ExitRule[]): readonly ExitRule[] {
  return rules.toSorted((a, b) => {
    if (a.costs === null || b.costs === null) return Number(a.costs === null) - Number(b.costs === null);
    return compare(money(a.costs.cost), money(b.costs.cost));
  });
}

/** Coins that so many whole steps of a contract move. */
export function coinsOfSteps(steps: number, coinsPerStep: string): string {
  return toText(quantityTimes(quantity(coinsPerStep), rate(String(steps)), 'half-even'));
}

export interface DayGroup {
  /** More than one: days on which contracts are rolled and nothing else, one after the other. */
  readonly days: readonly ExitDay[];
  readonly rollsOnly: boolean;
}

/** Days in order; those on which contracts are only rolled stand together, so that what matters is not lost among them. */
export function dayGroups(days: readonly ExitDay[]): readonly DayGroup[] {
  const groups: { days: ExitDay[]; rollsOnly: boolean }[] = [];
  for (const day of days) {
    const rollsOnly =
      day.sells.length === 0 &&
      day.buys.length === 0 &&
      day.hedges.length > 0 &&
      day.hedges.every(({ move }) => move === 'roll');
    const last = groups.at(-1);
    if (rollsOnly && last?.rollsOnly === true) last.days.push(day);
    else groups.push({ days: [day], rollsOnly });
  }
  return groups;
}
