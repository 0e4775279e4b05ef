import type { CallAnswer } from '../../../../shared/contract/contract.ts';
import { ok } from '../../../../shared/errors/failure.ts';
import { dateText } from '../../../../shared/time/local-date.ts';
import type { CalendarEntry } from '../../../engine/exit/calendar/calendar-entry.ts';
import type { Handler } from '../../call-context.ts';
import { derivedOf } from '../../derived.ts';
import { everyEntry } from '../calendar/calendar-entries.ts';

type PlanDate = CallAnswer<'plan.dates'>['dates'][number];

const kinds: Partial<Record<CalendarEntry['kind'], PlanDate['kind']>> = {
  'long-term': 'long-term',
  expiry: 'expiry',
  step: 'step',
  roll: 'step',
  mark: 'year-end-mark',
  'year-end': 'year-end',
};

/** What of the calendar screens showed before there was one; it goes when they ask `calendar.read`. */
export const readDates: Handler<'plan.dates'> = async (_, context) => {
  const derived = await derivedOf(context);
  if (!derived.ok) return derived;
  const dates = everyEntry(derived.value)
    .flatMap((entry): PlanDate[] => {
      const kind = kinds[entry.kind];
      return kind === undefined ? [] : [{ date: dateText(entry.date), kind, text: entry.text }];
    })
    .toSorted((a, b) => (a.date < b.date ? -1 : a.date > b.date ? 1 : 0));
  return ok({ asOf: dateText(derived.value.asOf), dates });
};
