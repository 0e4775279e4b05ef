/** What the year-end plan says, from the core's answers. Pure. */
import type { CallAnswer } from '../../../shared/contract/contract.ts';
import { add } from '../../../shared/num/arithmetic.ts';
import { toText } from '../../../shared/num/format.ts';
import { money } from '../../../shared/num/parse.ts';
import { daysBetween, formatAge } from '../../ui/date-format.ts';

export type Comparison = CallAnswer<'plan.compare'>;
export type Alternative = Comparison['alternatives'][number];
export type Plan = CallAnswer<'targets.plans'>['plans'][number];
export type Step = Plan['steps'][number];

/** Newest first. */
export function newestFirst(plans: readonly Plan[]): readonly Plan[] {
  return plans.toSorted((a, b) => b.createdAt.localeCompare(a.createdAt));
}

/** The plan that the address names, else the newest; null where there is none. */
export function chosenPlan(plans: readonly Plan[], id: string | undefined): Plan | null {
  return plans.find((plan) => plan.id === id) ?? newestFirst(plans)[0] ?? null;
}

export function stepsInOrder({ steps }: Plan): readonly Step[] {
  return steps.toSorted((a, b) => a.date.localeCompare(b.date));
}

/** The first step that is not done. */
export function nextStep(plan: Plan): Step | null {
  return stepsInOrder(plan).find(({ doneAt }) => doneAt === null) ?? null;
}

/** "9 days late", "today", "in 3 days"; a step that is done has no hurry. */
export function whenWords({ date, doneAt }: Step, today: string): string {
  if (doneAt !== null) return 'done';
  const days = daysBetween(date, today);
  if (days > 0) return days === 1 ? '1 day late' : `${days} days late`;
  return formatAge(days);
}

export function isLate({ date, doneAt }: Step, today: string): boolean {
  return doneAt === null && date < today;
}

/** "Selling now", "Hedging": the better of the two comes first; equal ones as given. */
export function betterFirst({ alternatives, better }: Comparison): readonly Alternative[] {
  return alternatives.toSorted((a, b) => Number(b.kind === better) - Number(a.kind === better));
}

/** What a year's futures came to, whichever way they are taxed. */
export function futuresGain({
  section1256Gain,
  otherFuturesGain,
}: Pick<Alternative['taxByYear'][number], 'section1256Gain' | 'otherFuturesGain'>): string {
  return toText(add(money(section1256Gain), money(otherFuturesGain)));
}

/** A day in the next tax year, past the days without markets. */
export function suggestedExit(asOf: string): string {
  return `${Number(asOf.slice(0, 4)) + 1}-01-15`;
}

/** What the comparison leaves out, the straddle rules first: they change most. */
export function caveatsInOrder({ caveats }: Pick<Comparison, 'caveats'>): Comparison['caveats'] {
  const isStraddle = ({ code }: Comparison['caveats'][number]): boolean => code.includes('straddle');
  return caveats.toSorted((a, b) => Number(isStraddle(b)) - Number(isStraddle(a)));
}

/** Why there is nothing to compare: the coins stand at target, or the futures that are open bring them there. */
export function onTargetWords(positions: readonly { readonly side: string }[]): string {
  return positions.some(({ side }) => side !== 'flat')
    ? 'You are on target with the futures that are open; the comparison answers for what is still off target, and nothing is. It does not weigh closing those futures and selling now.'
    : 'You stand at your targets: there is nothing to sell and nothing to hedge.';
}
