import { expect, test } from 'vitest';
import { askedTransactions, dayProblem, noTransactionFilter } from './transaction-filter.ts';

test('what is not chosen is not asked for', () => {
  expect(askedTransactions(noTransactionFilter)).toEqual({});
  expect(askedTransactions({ ...noTransactionFilter, search: '  ' })).toEqual({});
  const all = {
    search: 'staking',
    kind: 'income',
    asset: 'ETH',
    account: 'coinbase',
    from: '2026-01-01',
    to: '2026-12-31',
    notCounted: true,
  };
  expect(askedTransactions({ ...all, search: ' staking ' })).toEqual(all);
});

test('days the wrong way round are said so', () => {
  expect(dayProblem({ from: '2026-02-01', to: '2026-01-31' })).toBe('This is before the first day');
  expect(dayProblem({ from: '2026-02-01', to: '2026-02-01' })).toBeNull();
  expect(dayProblem({ from: '2026-02-01', to: '' })).toBeNull();
});
