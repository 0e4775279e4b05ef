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
} from '../../../shared/time/local-date.ts';
import type { LocalDate } from '../../../shared/time/local-date.ts';
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
  if (addDays(addYears(acquiredDate, 1), 1) === longTermFrom && longTermFrom !== thirteenth)
    return node(label, value, '', 'dayAfterYear', [acquired], { events, rule: holdingPeriodRule });
  if (thirteenth === longTermFrom)
    return node(`${label}: acquired on a month's last day`, value, '', 'thirteenthMonth', [acquired], {
      events,
      rule: monthEndRule,
    });
  return leaf(label, value, '', { events });
}

/** How many days are left; zero where none are. */
export function daysToLongTermTrace(held: Held, { asOf }: ExplainContext): Trace {
  const days = daysBetween(asOf, held.longTermFrom);
  if (days <= 0) {
    const label = 'Days until long-term: none, it is';
    return node(label, '0', 'days', 'largest', [
      leaf('None', '0', 'days'),
      leaf('Days left', String(days), 'days'),
    ]);
  }
  const today = leaf('Today', dateText(asOf), '');
  return node('Days until long-term', String(days), 'days', 'days', [today, longTermTrace(held)]);
}

/** The term of a lot today, or of a sale on its day. */
export function termTrace(
  held: Held,
  on: { readonly date: LocalDate; readonly word: string; readonly events?: readonly EventId[] },
): Trace {
  const isLong = on.date >= held.longTermFrom;
  const day = leaf(on.word, dateText(on.date), '', on.events === undefined ? {} : { events: on.events });
  return node('Term', isLong ? 'long' : 'short', '', 'term', [longTermTrace(held), day]);
}

/** The term of a disposal. */
export function disposalTermTrace(disposal: Disposal, context: ExplainContext): Trace {
  const origin = context.originOf(disposal.lot);
  const events = [disposal.event];
  if (origin === undefined) return leaf('Term', disposal.term, '', { events });
  return termTrace(origin, { date: disposal.disposedDate, word: 'Sold, by your local date', events });
}
