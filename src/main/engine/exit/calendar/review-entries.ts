/** Days on which to look at hedges again. */
import type { PlanId } from '../../../../shared/domain/hedge.ts';
import { addMonths, compareDates, dateText } from '../../../../shared/time/local-date.ts';
import type { LocalDate } from '../../../../shared/time/local-date.ts';
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
}

/** One entry a day, however many plans are looked at on it. */
export function reviewEntries(input: ReviewInput): readonly CalendarEntry[] {
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
