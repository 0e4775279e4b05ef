import { expect, test } from 'vitest';
import { plainPolicy } from '../../../../shared/domain/policy.ts';
import type { Policy } from '../../../../shared/domain/policy.ts';
import { money, rate } from '../../../../shared/num/parse.ts';
import { dateText, localDate } from '../../../../shared/time/local-date.ts';
import type { Drift } from '../drift.ts';
import { firingsOf } from './firings.ts';
import type { DecidedOn, PolicyDay } from './firings.ts';

const policy = (fields: Partial<Policy>): Policy =>
  plainPolicy({ targets: [], absoluteBand: rate('0.1'), relativeBand: null, ...fields });

/** A day on which BTC is outside its band, or not. */
const day = (date: string, outside: boolean, of: Policy): PolicyDay => ({
  date: localDate(date),
  version: 1,
  policy: of,
  drift: {
    value: money('1'),
    rows: [],
    lines: [],
    triggers: [],
    fired: outside ? [{ of: 'BTC', rule: 'absolute', drift: rate('0.2'), words: 'BTC is off.' }] : [],
  } satisfies Drift,
});
const fired = (days: readonly PolicyDay[], decisions: readonly DecidedOn[] = []): string[] =>
  firingsOf(days, decisions).map(({ id, until }) => `${id} ${until === null ? '…' : dateText(until)}`);

test('a rule fires once as long as it goes on, and again when it comes back', () => {
  const plain = policy({});
  const days = ['01', '02', '03', '04', '05'].map((nth, place) => day(`2026-03-${nth}`, place !== 2, plain));
  expect(fired(days)).toEqual(['2026-03-01:absolute:BTC 2026-03-03', '2026-03-04:absolute:BTC …']);
});

test('a date fires on the first day with prices in its period, the day of saving left out', () => {
  const quarterly = policy({ calendar: 'quarter' });
  const days = ['2026-02-10', '2026-03-31', '2026-04-03', '2026-07-01', '2026-07-02'].map((date) =>
    day(date, false, quarterly),
  );
  expect(fired(days)).toEqual(['2026-04-03:calendar: 2026-07-01', '2026-07-01:calendar: …']);
  // Saved on the first of a quarter: that day counts.
  expect(fired([day('2026-04-01', false, quarterly)])).toEqual(['2026-04-01:calendar: …']);
});

test('after a decision nothing fires for the period, then what still holds fires anew', () => {
  const monthly = policy({ atMostOncePer: 'month' });
  const days = ['2026-01-10', '2026-01-20', '2026-02-09', '2026-02-10'].map((date) =>
    day(date, true, monthly),
  );
  const decided = { date: localDate('2026-01-10'), firings: ['2026-01-10:absolute:BTC'] };
  expect(fired(days, [decided])).toEqual(['2026-01-10:absolute:BTC 2026-02-10', '2026-02-10:absolute:BTC …']);
  // Another decision in that time keeps another rule silent, too.
  const other = { date: localDate('2026-01-19'), firings: [] };
  const later = days.map((one, place) => (place === 0 ? day('2026-01-10', false, monthly) : one));
  expect(fired(later, [other])).toEqual([]);
});
