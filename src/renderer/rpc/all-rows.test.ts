import { afterEach, expect, test, vi } from 'vitest';
import { allRows } from './all-rows.ts';

afterEach(() => vi.unstubAllGlobals());

/** A core that holds this many rows, and gives as many as it is asked for. */
function coreWith(count: number): unknown[] {
  const asked: unknown[] = [];
  const call = (_: string, input: { offset: number; limit: number }) => {
    asked.push(input);
    const rows = Array.from({ length: count }, (_row, index) => ({ event: String(index) }));
    const value = { total: count, rows: rows.slice(input.offset, input.offset + input.limit) };
    return Promise.resolve({ ok: true, value });
  };
  vi.stubGlobal('window', { hedgerow: { call, onPush: () => () => undefined } });
  return asked;
}

test('page after page, in order', async () => {
  const asked = coreWith(2300);
  const rows = await allRows('holdings.transactions', { kind: 'buy' }, (answer) => answer);
  expect(rows).toHaveLength(2300);
  expect(rows.at(-1)).toEqual({ event: '2299' });
  expect(asked).toEqual([
    { kind: 'buy', offset: 0, limit: 1000 },
    { kind: 'buy', offset: 1000, limit: 1000 },
    { kind: 'buy', offset: 2000, limit: 1000 },
  ]);
});

test('nothing is asked for twice where nothing is', async () => {
  const asked = coreWith(0);
  expect(await allRows('holdings.transactions', {}, (answer) => answer)).toEqual([]);
  expect(asked).toHaveLength(1);
});
