import type { EventId } from '../../../shared/domain/event.ts';
import type { Disposal } from '../../../shared/domain/lot.ts';
import type { Trace } from '../../../shared/domain/trace.ts';
import {
  addDays,
  addMonths,
  addYears,
  dateText,
  daysBetween,
  firstDayOfMonth,
  isLastDayOfMonth,
} from '../../../shared/time/local-date.ts';
import type { LocalDate } from '../../../shared/time/local-date.ts';
import { localDateOf } from '../../../shared/time/time-zone.ts';
import type { ExplainContext } from './explain-context.ts';
import { holdingPeriodRule, monthEndRule } from './explain-rules.ts';
import { leaf, node } from './trace-nodes.ts';

/** What has a holding period: an open lot or a lot's origin. */
export interface Held {
  readonly event: EventId;
  readonly acquiredDate: LocalDate;
  readonly longTermFrom: LocalDate;
}

/** Why a lot turns long-term on its day: the rule, the month-end case, and the row that acquired it. */
export function longTermTrace({ event, acquiredDate, longTermFrom }: Held): Trace {
  const label = `Long-term from ${dateText(longTermFrom)} on`;
  const events = [event];
  const acquired = leaf('Acquired, by your local date', dateText(acquiredDate), '', { events });
  const value = dateText(longTermFrom);
  const thirteenth = firstDayOfMonth(addMonths(firstDayOfMonth(acquiredDate), 13));
  const isMonthEnd = isLastDayOfMonth(acquiredDate);
  if (!isMonthEnd && addDays(addYears(acquiredDate, 1), 1) === longTermFrom)
    return node(label, value, '', 'dayAfterYear', [acquired], { events, rule: holdingPeriodRule });
  if (isMonthEnd && thirteenth === longTermFrom)
    return node(`${label}: acquired on a month's last day`, value, '', 'thirteenthMonth', [acquired], {
      events,
      rule: monthEndRule,
    });
  return leaf(label, value, '', { events });
}

/** How many days are left; zero where none are. In: `why`, how the date came about where it is not the plain rule. */
export function daysToLongTermTrace(
  held: Held,
  { asOf }: ExplainContext,
  why: Trace = longTermTrace(held),
): Trace {
  const days = daysBetween(asOf, held.longTermFrom);
  if (days <= 0) {
    const label = 'Days until long-term: none, it is';
    return node(label, '0', 'days', 'largest', [
      leaf('None', '0', 'days'),
      leaf('Days left', String(days), 'days'),
    ]);
  }
  const today = leaf('Today', dateText(asOf), '');
  return node('Days until long-term', String(days), 'days', 'days', [today, why]);
}

/** The term of a lot today, or of a sale on its day. */
export function termTrace(
  held: Held,
  on: { readonly date: LocalDate; readonly word: string; readonly events?: readonly EventId[] },
  why: Trace = longTermTrace(held),
): Trace {
  const isLong = on.date >= held.longTermFrom;
  const day = leaf(on.word, dateText(on.date), '', on.events === undefined ? {} : { events: on.events });
  return node('Term', isLong ? 'long' : 'short', '', 'term', [why, day]);
}

/** The term of a disposal. */
export function disposalTermTrace(disposal: Disposal, context: ExplainContext): Trace {
  const origin = context.originOf(disposal.lot);
  const events = [disposal.event];
  if (origin === undefined) return leaf('Term', disposal.term, '', { events });
  const on = { date: disposal.disposedDate, word: 'Left, by your local date', events };
  const isLong = disposal.disposedDate >= origin.longTermFrom;
  return termTrace(isLong === (disposal.term === 'long') ? origin : asGiven(origin, context), on);
}

/** A loss on a gift counts from the day it was given. Law: Reg. §1.1015-1(a), 26 U.S.C. 1223(2). */
function asGiven(origin: Held, context: ExplainContext): Held {
  const time = context.eventOf(origin.event)?.time;
  if (time === undefined) return origin;
  const acquiredDate = localDateOf(time, context.timeZone);
  const longTermFrom = context.lotOptions.longTermFrom(acquiredDate);
  return { event: origin.event, acquiredDate, longTermFrom };
}
