import { describe, expect, test } from 'vitest';
import { listed } from '../../../ui/listed.ts';
import { brokersOf, newOrder, orderInput, orderSentences, sinceProblem } from './order-draft.ts';

const accounts = [
  { account: 'coinbase', accountName: 'Coinbase', kind: 'exchange' },
  { account: 'binance', accountName: 'Binance', kind: 'exchange' },
  { account: 'ledger-nano', accountName: 'Ledger Nano', kind: 'wallet' },
];
const draft = newOrder('hifo');

test('who has to be told: exchanges that the order is about', () => {
  expect(brokersOf({ account: null }, accounts)).toEqual(['Coinbase', 'Binance']);
  expect(brokersOf({ account: 'binance' }, accounts)).toEqual(['Binance']);
  expect(brokersOf({ account: 'ledger-nano' }, accounts)).toEqual([]);
});

test.each([
  [[], ''],
  [['A'], 'A'],
  [['A', 'B', 'C'], 'A, B and C'],
])('%j', (names, words) => expect(listed(names)).toBe(words));

describe('what will be recorded', () => {
  test('for all accounts, from now on', () => {
    expect(orderSentences(draft, accounts)).toEqual([
      'From now on, each sale in every account that has no order of its own uses the lots that cost the most first, unless you named lots for it.',
      'Sales up to now stay as they are.',
      'What is recorded cannot be changed or removed. A later order can take its place, for the sales after it.',
    ]);
    expect(orderInput(draft, 'America/New_York')).toEqual({ account: null, method: 'hifo' });
  });

  test('for one account, since a day that one’s own books show', () => {
    const earlier = {
      ...draft,
      account: 'coinbase',
      toldBroker: true,
      keptElsewhere: true,
      since: '2025-01-01',
    };
    expect(orderSentences(earlier, accounts).slice(0, 2)).toEqual([
      'From 1 Jan 2025 on, each sale in Coinbase uses the lots that cost the most first, unless you named lots for it.',
      'Sales before that day stay as they are.',
    ]);
    expect(orderInput(earlier, 'America/New_York')).toEqual({
      account: 'coinbase',
      method: 'hifo',
      toldBroker: true,
      keptElsewhere: true,
      from: '2025-01-01T05:00:00Z',
    });
    expect(orderInput(earlier, null).from).toBe('2025-01-01T00:00:00Z');
  });
});

test.each([
  [false, '', null],
  [true, '', 'Say from which day the choice has held'],
  [true, '2025-13-01', 'This is not a day'],
  [true, '2026-11-20', 'This has to be a day in the past'],
  [true, '2026-11-19', null],
])('made earlier %s, since %s', (keptElsewhere, since, problem) =>
  expect(sinceProblem({ ...draft, keptElsewhere, since }, '2026-11-20')).toBe(problem),
);
