/** The file read back by a plain reader of RFC 5545: what goes in comes out, and only what was asked for. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addDays, dateText, localDate } from '../../../shared/time/local-date.ts';
import { CALENDAR_KINDS, entryOf } from '../../engine/exit/calendar/calendar-entry.ts';
import type { CalendarEntry } from '../../engine/exit/calendar/calendar-entry.ts';
import { calendarFile } from './calendar-file.ts';
import type { CalendarFileOptions } from './calendar-file.ts';

const options: CalendarFileOptions = {
  asOf: localDate('2026-11-20'),
  withAmounts: false,
  remindDays: null,
  nameOf: (id) => `n${id}`,
};

const entry = entryOf({
  id: '1',
  date: localDate('2026-12-31'),
  kind: 'long-term',
  title: 'BTC turns long-term; soon, they say',
  text: '0.5 BTC turns long-term.',
  why: 'A line\nand a \\ backslash — with “signs” that take more than one octet, so that the line is folded in the right place: ééééééééééééééééééé.',
  law: '26 U.S.C. 1222(3)',
});

interface Event {
  readonly name: string;
  readonly value: string;
}

/** Content lines of RFC 5545 3.1: unfolded, name with parameters, value. */
function linesOf(file: string): readonly Event[] {
  return file
    .replaceAll('\r\n ', '')
    .split('\r\n')
    .slice(0, -1)
    .map((line) => {
      const colon = line.indexOf(':');
      return { name: line.slice(0, colon), value: line.slice(colon + 1) };
    });
}

/** 3.3.11. */
function textOf(value: string): string {
  return value.replaceAll(/\\([\\;,nN])/gu, (_, sign: string) => (sign.toLowerCase() === 'n' ? '\n' : sign));
}

function eventsOf(file: string): readonly ReadonlyMap<string, string>[] {
  const events: Map<string, string>[] = [];
  let open: Map<string, string> | null = null;
  for (const { name, value } of linesOf(file)) {
    if (name === 'BEGIN' && value === 'VEVENT') events.push((open = new Map()));
    else if (name === 'END' && value === 'VEVENT') open = null;
    else if (open !== null && !open.has(name)) open.set(name, value);
  }
  return events;
}

describe('a file', () => {
  const file = calendarFile([entry], options);

  test('is a calendar of whole days, each line ended and none longer than 75 octets', () => {
    const lines = file.split('\r\n');
    expect(lines.at(-1)).toBe('');
    expect(file.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/u);
    for (const line of lines) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
    expect(linesOf(file).slice(0, 2)).toEqual([
      { name: 'BEGIN', value: 'VCALENDAR' },
      { name: 'VERSION', value: '2.0' },
    ]);
    expect(linesOf(file).at(-1)).toEqual({ name: 'END', value: 'VCALENDAR' });
    const [event] = eventsOf(file);
    expect(event?.get('UID')).toBe('n1@hedgerow');
    expect(event?.get('DTSTAMP')).toBe('20261120T000000Z');
    expect(event?.get('DTSTART;VALUE=DATE')).toBe('20261231');
    expect(event?.get('DTEND;VALUE=DATE')).toBe('20270101');
    expect(event?.get('CATEGORIES')).toBe('Long-term');
    expect(textOf(event?.get('SUMMARY') ?? '')).toBe(entry.title);
    expect(textOf(event?.get('DESCRIPTION') ?? '')).toBe(`${entry.why}\nLaw: 26 U.S.C. 1222(3).`);
  });

  test('has amounts only where they are asked for', () => {
    expect(file).not.toContain('0.5 BTC');
    const [event] = eventsOf(calendarFile([entry], { ...options, withAmounts: true }));
    expect(textOf(event?.get('DESCRIPTION') ?? '')).toContain('0.5 BTC turns long-term.');
  });

  test('reminds at nine, so many days before', () => {
    const reminder = (days: number): string | undefined =>
      eventsOf(calendarFile([entry], { ...options, remindDays: days }))[0]?.get('TRIGGER;RELATED=START');
    expect([reminder(2), reminder(0)]).toEqual(['-P1DT15H', 'PT9H']);
    expect(file).not.toContain('VALARM');
  });
});

test('whatever the words: the same bytes twice, and read back as they went in', () => {
  const words = fc.string({ unit: 'grapheme', maxLength: 120 }).map((text) => text.replaceAll('\r', ' '));
  const some = fc.record({
    id: fc.integer({ min: 0, max: 9999 }).map(String),
    kind: fc.constantFrom(...CALENDAR_KINDS),
    day: fc.nat(900),
    length: fc.option(fc.nat(60)),
    title: words,
    text: words,
    why: words,
  });
  fc.assert(
    fc.property(fc.uniqueArray(some, { selector: ({ id }) => id, maxLength: 6 }), (given) => {
      const entries = given.map(({ day, length, ...rest }): CalendarEntry => {
        const date = addDays(options.asOf, day);
        return entryOf({ ...rest, date, until: length === null ? null : addDays(date, length) });
      });
      const file = calendarFile(entries, { ...options, withAmounts: true });
      expect(calendarFile(entries, { ...options, withAmounts: true })).toBe(file);
      const events = eventsOf(file);
      expect(events).toHaveLength(entries.length);
      for (const [place, { title, text, why, date, until }] of entries.entries()) {
        const event = events[place];
        expect(textOf(event?.get('SUMMARY') ?? '')).toBe(title);
        expect(textOf(event?.get('DESCRIPTION') ?? '')).toBe(`${text}\n${why}`);
        expect(event?.get('DTSTART;VALUE=DATE')).toBe(dateText(date).replaceAll('-', ''));
        const end = addDays(until ?? date, 1);
        expect(event?.get('DTEND;VALUE=DATE')).toBe(dateText(end).replaceAll('-', ''));
      }
    }),
    { numRuns: 100 },
  );
});
