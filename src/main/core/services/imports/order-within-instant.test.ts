import { expect, test } from 'vitest';
import { orderWithinInstant } from './order-within-instant.ts';

const order = (kind: Parameters<typeof orderWithinInstant>[0]['kind'], externalId?: string): number =>
  orderWithinInstant({ kind, ...(externalId !== undefined && { externalId }) });

test('what comes in is before what is exchanged, and that before what leaves', () => {
  const kinds = ['deposit', 'transfer', 'buy', 'swap', 'sell', 'withdrawal'] as const;
  expect(kinds.toSorted((a, b) => order(a) - order(b))).toEqual(kinds);
});

test('trades with numbers come in the order of their numbers', () => {
  expect(order('sell', '1001')).toBeLessThan(order('buy', '1002'));
  expect(order('futures-fill', '998')).toBeLessThan(order('futures-fill', '1000'));
});

test('is a whole number that a float holds exactly, whatever the id', () => {
  for (const id of ['', 'abc', '9'.repeat(25), '1'.repeat(200), '12-3', '-4'])
    for (const kind of ['withdrawal', 'sell', 'deposit'] as const)
      expect(Number.isSafeInteger(order(kind, id))).toBe(true);
});
