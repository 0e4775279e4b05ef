import { expect, test } from 'vitest';
import { instantFromIso, toIso } from '../../shared/time/instant.ts';
import { nowOf } from './now.ts';
import type { Session } from './session.ts';
import { UploadStore } from './uploads.ts';

const clock = instantFromIso('2026-11-20T20:00:00Z');
const session: Session = { ledger: null, dataFolder: '', uploads: new UploadStore(), cache: new Map() };

async function asked(asOf: string | undefined): Promise<string> {
  const now = await nowOf(session, asOf, clock);
  return now.ok ? toIso(now.value) : `${now.failure.where.field ?? ''}: ${now.failure.message}`;
}

test('the clock, or the end of the day that is asked about', async () => {
  expect(await asked(undefined)).toBe('2026-11-20T20:00:00Z');
  expect(await asked('2025-12-31')).toBe('2025-12-31T23:59:59.999Z');
});

test('what is no day, and days at the ends of the calendar, are refused by name', async () => {
  expect(await asked('2025-02-30')).toMatch(/^as-of: .*expected a date/u);
  expect(await asked('9999-12-31')).toMatch(/^as-of: .*from 1900 to 2999/u);
  expect(await asked('1899-12-31')).toMatch(/^as-of: .*from 1900 to 2999/u);
});
