/** What the year-end plan says, from the core's answers. Pure. */
import type { CallAnswer } from '../../../shared/contract/contract.ts';
import { daysBetween, formatAge } from '../../ui/date-format.ts';

export type Plan = CallAnswer<'targets.plans'>['plans'][number];
export type Step = Plan['steps'][number];

/** Newest first. */
export function newestFirst(plans: readonly Plan[]): readonly Plan[] {
  return plans.toSorted((a, b) => b.createdAt.localeCompare(a.createdAt));
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
