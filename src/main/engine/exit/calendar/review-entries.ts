/** Days on which to look at hedges and targets again. */
import type { PlanId } from '../../../../shared/domain/hedge.ts';
import type { PolicyPeriod } from '../../../../shared/domain/policy.ts';
import {
  addDays,
  addMonths,
  compareDates,
  dateText,
  firstDayOfMonth,
} from '../../../../shared/time/local-date.ts';
import type { LocalDate } from '../../../../shared/time/local-date.ts';
import { beginsPeriod } from '../../rebalance/policy/period.ts';
import { entryOf } from './calendar-entry.ts';
import type { CalendarEntry } from './calendar-entry.ts';

/** A plan whose hedge is open: it is looked at once a month from its first check on. */
export interface ReviewedPlan {
  readonly plan: PlanId;
  readonly firstCheck: LocalDate;
  readonly exit: LocalDate;
}

export interface ReviewInput {
  readonly asOf: LocalDate;
  readonly to: LocalDate;
  readonly plans: readonly ReviewedPlan[];
  /** How often the policy says to look at the targets; null where it names no date. */
  readonly policy: PolicyPeriod | null;
}

/** Hedges once a month, one entry a day however many plans are looked at on it; targets when the policy says. */
export function reviewEntries(input: ReviewInput): readonly CalendarEntry[] {
  return [...hedgeChecks(input), ...policyReviews(input)];
}

/** The first day of each period, as the policy's own rule counts them. */
function policyReviews({ asOf, to, policy }: ReviewInput): readonly CalendarEntry[] {
  if (policy === null) return [];
  const reviews: CalendarEntry[] = [];
  for (let day = addMonths(firstDayOfMonth(asOf), 1); day <= to; day = addMonths(day, 1))
    if (beginsPeriod(addDays(day, -1), day, policy)) reviews.push(policyReview(day, policy));
  return reviews;
}

function policyReview(date: LocalDate, policy: PolicyPeriod): CalendarEntry {
  return entryOf({
    id: `review:policy:${dateText(date)}`,
    date,
    kind: 'review',
    title: 'Rebalance by your policy',
    text: `A new ${policy} begins: your policy says to rebalance on its first day.`,
    why: 'A rule of your own. Enter prices that day: the policy looks at the first day for which there are some, and its log keeps what you decide.',
  });
}

function hedgeChecks(input: ReviewInput): readonly CalendarEntry[] {
  const days = input.plans.flatMap((one) => daysOf(one, input).map((date) => ({ date, plan: one.plan })));
  return [...Map.groupBy(days, ({ date }) => date)]
    .toSorted(([a], [b]) => compareDates(a, b))
    .map(([date, onDay]) =>
      entryOf({
        id: `review:hedges:${dateText(date)}`,
        date,
        kind: 'review',
        title: 'Monthly check of the hedges',
        text: 'Check the hedges: import fills and prices, and see whether the futures still match the coins that they stand for.',
        why: 'Prices move, coins come and go, funding and margin change: what matched a month ago may not match today.',
        of: onDay.map(({ plan }) => ({ kind: 'plan', id: plan })),
        planned: true,
      }),
    );
}

function daysOf({ firstCheck, exit }: ReviewedPlan, { asOf, to }: ReviewInput): readonly LocalDate[] {
  const days: LocalDate[] = [];
  for (let months = 1; ; months++) {
    const day = addMonths(firstCheck, months);
    if (day >= exit || day > to) return days;
    if (day >= asOf) days.push(day);
  }
}
