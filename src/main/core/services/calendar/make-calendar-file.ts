import { createHash } from 'node:crypto';
import { ok } from '../../../../shared/errors/failure.ts';
import { dateText } from '../../../../shared/time/local-date.ts';
import { calendarFile } from '../../../reports/calendar/calendar-file.ts';
import type { Handler } from '../../call-context.ts';
import { derivedOf } from '../../derived.ts';
import { entriesOf } from './calendar-entries.ts';
import { filterOf } from './read-calendar.ts';

/** The calendar as an iCalendar file, without amounts unless asked for. Errors: those of `calendar.read`. */
export const makeCalendarFile: Handler<'calendar.file'> = async (request, context) => {
  const derived = await derivedOf(context);
  if (!derived.ok) return derived;
  const filter = filterOf(request, derived.value);
  if (!filter.ok) return filter;
  const { asOf } = derived.value;
  const { withAmounts = false, remindDays = null } = request;
  const entries = entriesOf(derived.value, filter.value);
  return ok({
    name: `hedgerow-calendar-${dateText(asOf)}.ics`,
    content: calendarFile(entries, { asOf, withAmounts, remindDays, nameOf }),
    entries: entries.length,
    notes: [
      'A calendar leaves this machine as soon as you import it where others can read it: most calendars are kept on servers.',
      withAmounts
        ? 'You asked for amounts: quantities, prices and lots are in it.'
        : 'Amounts are left out; coins and contracts are named.',
      'Each entry keeps its own name: import a newer file, and most calendars put it in the place of the old one.',
    ],
  });
};

/** Ids name accounts and plans; a hash names none of them. */
function nameOf(id: string): string {
  return createHash('sha256').update(id).digest('hex').slice(0, 32);
}
