/** A calendar as an iCalendar file (RFC 5545): whole days, the same bytes for the same entries and day. */
import {
  ICalAlarmRelatesTo,
  ICalAlarmType,
  ICalCalendar,
  ICalEventClass,
  ICalEventTransparency,
} from 'ical-generator';
import type { ICalEvent, ICalEventData } from 'ical-generator';
import { addDays, dateText } from '../../../shared/time/local-date.ts';
import type { LocalDate } from '../../../shared/time/local-date.ts';
import type { CalendarEntry, CalendarKind } from '../../engine/exit/calendar/calendar-entry.ts';

export interface CalendarFileOptions {
  /** The day of the figures: its midnight is the time at which every entry says it was made. */
  readonly asOf: LocalDate;
  /** Whether sentences with amounts are written; else titles and reasons alone. */
  readonly withAmounts: boolean;
  /** A name for an entry that tells nothing: the same in every file, so that a new one takes the place of the old. */
  readonly nameOf: (id: string) => string;
  /** Days before an entry to remind of it, at nine in the morning; null: never. */
  readonly remindDays: number | null;
}

const CATEGORY: Readonly<Record<CalendarKind, string>> = {
  'long-term': 'Long-term',
  'year-end': 'Year end',
  mark: 'Year-end mark',
  expiry: 'Expiry',
  roll: 'Roll',
  window: 'Window',
  step: 'Plan',
  'price-target': 'Price target',
  review: 'Review',
  payment: 'Payment',
  election: 'Choice',
};

const PRODUCT = { company: 'Hedgerow', product: 'Exit calendar', language: 'EN' };
const DAY_SECONDS = 86_400;
const NINE_SECONDS = 9 * 3600;

/**
 * The text of the file.
 * In: entries in order. Amounts are left out unless asked for: a calendar goes to phones and servers.
 */
export function calendarFile(entries: readonly CalendarEntry[], options: CalendarFileOptions): string {
  const calendar = new ICalCalendar({ name: 'Hedgerow', prodId: PRODUCT });
  for (const entry of entries) {
    const event = calendar.createEvent(eventOf(entry, options));
    if (options.remindDays !== null) remind(event, entry.title, options.remindDays);
  }
  // Every line of RFC 5545 ends so, the last one too.
  return `${calendar.toString()}\r\n`;
}

function eventOf(entry: CalendarEntry, { asOf, withAmounts, nameOf }: CalendarFileOptions): ICalEventData {
  const { date, until, kind, title } = entry;
  return {
    id: `${nameOf(entry.id)}@hedgerow`,
    sequence: 0,
    stamp: `${dateText(asOf)}T00:00:00Z`,
    allDay: true,
    start: dateText(date),
    // The day after the last: what iCalendar calls the end.
    end: dateText(addDays(until ?? date, 1)),
    summary: title,
    description: descriptionOf(entry, withAmounts),
    categories: [{ name: CATEGORY[kind] }],
    class: ICalEventClass.PRIVATE,
    // A day on which a contract ends is no day on which one is busy.
    transparency: ICalEventTransparency.TRANSPARENT,
  };
}

function remind(event: ICalEvent, description: string, days: number): void {
  event
    .createAlarm({
      type: ICalAlarmType.display,
      triggerBefore: days * DAY_SECONDS - NINE_SECONDS,
      description,
    })
    // Else what comes after midnight would be counted from the entry's end.
    .relatesTo(ICalAlarmRelatesTo.start);
}

function descriptionOf({ text, why, law, planned }: CalendarEntry, withAmounts: boolean): string {
  return [
    ...(withAmounts ? [text] : []),
    why,
    ...(law === null ? [] : [`Law: ${law}.`]),
    ...(planned ? ['It rests on a plan.'] : []),
  ].join('\n');
}
