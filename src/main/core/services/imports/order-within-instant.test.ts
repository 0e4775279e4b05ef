import { expect, test } from 'vitest';
import { accountId } from '../../../../shared/domain/account.ts';
import { assetId } from '../../../../shared/domain/asset.ts';
import { quantity } from '../../../../shared/num/parse.ts';
import { orderWithinInstant } from './order-within-instant.ts';

const order = (
  kind: Parameters<typeof orderWithinInstant>[0]['kind'],
  externalId?: string,
  amount = '1',
): number => {
  const leg = {
    account: accountId('a'),
    asset: assetId('BTC'),
    quantity: quantity(amount),
    role: 'principal',
  } as const;
  return orderWithinInstant({ kind, legs: [leg], ...(externalId !== undefined && { externalId }) });
};

test('what comes in is before what is exchanged, and that before what leaves', () => {
  const kinds = ['deposit', 'transfer', 'buy', 'swap', 'sell', 'withdrawal'] as const;
  expect(kinds.toSorted((a, b) => order(a) - order(b))).toEqual(kinds);
});

test('trades with numbers come in the order of their numbers', () => {
  expect(order('sell', '1001')).toBeLessThan(order('buy', '1002'));
  expect(order('futures-fill', '998')).toBeLessThan(order('futures-fill', '1000'));
});

test('without numbers the larger comes first', () => {
  const amounts = [
    '123456789012345.678',
    '2060.525',
    '-1236.315',
    '1000',
    '999.99',
    '0.5',
    '0.0499',
    '0.000000000000000001',
    '0',
  ];
  const orders = amounts.map((amount) => order('buy', undefined, amount));
  expect(orders).toEqual(orders.toSorted((a, b) => a - b));
  expect(new Set(orders).size).toBe(amounts.length);
});

test('is a whole number that a float holds exactly, whatever the id', () => {
  for (const id of ['', 'abc', '9'.repeat(25), '1'.repeat(200), '12-3', '-4'])
    for (const kind of ['withdrawal', 'sell', 'deposit'] as const)
      expect(Number.isSafeInteger(order(kind, id))).toBe(true);
});
