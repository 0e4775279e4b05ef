import { describe, expect, test } from 'vitest';
import { costParts, qualityOf, rulesInOrder, type ExitRule } from './exit-model.ts';

const plan = {
  status: 'optimal',
  stoppedBy: null,
  bound: '10000',
  gap: '0.0005',
  cost: '10005',
  currency: 'USD',
} as const;

describe('how good a plan is', () => {
  test('proven, with what is left open', () => {
    expect(qualityOf(plan)).toEqual({
      badge: 'Proven best',
      color: 'teal',
      words: 'No plan can cost less than this one by more than $5.00 (a gap of 0.05%).',
    });
  });

  test('a bound at or above the cost leaves nothing open', () => {
    expect(qualityOf({ ...plan, bound: '10005.01' }).words).toBe('No plan costs less.');
  });

  test('a time limit and a missing bound are said', () => {
    const { badge, words } = qualityOf({
      ...plan,
      status: 'feasible',
      stoppedBy: 'time-limit',
      bound: null,
      gap: null,
    });
    expect(badge).toBe('Best found');
    expect(words).toBe(
      'The search ended at its time limit; this is the best it found. How much better a plan could be is not known. Let it search longer to be surer.',
    );
  });
});

test('the parts add up to the cost in today’s money', () => {
  const parts = costParts({
    cost: '950',
    tax: '1000',
    carry: '-20',
    fees: '5',
    slippage: '3',
    marginCost: '2',
  });
  expect(parts.map(({ amount }) => amount)).toEqual(['1000', '-20', '5', '3', '2', '-40']);
});

test('the cheapest rule first, the impossible last', () => {
  const rule = (title: string, cost: string | null): ExitRule => ({
    rule: 'fifo-now',
    title,
    costs: cost === null ? null : { cost, tax: cost, carry: '0', fees: '0', slippage: '0', marginCost: '0' },
    why: cost === null ? 'It breaks a limit.' : null,
    saved: null,
    taxByYear: [],
  });
  expect(
    rulesInOrder([rule('no', null), rule('dear', '9'), rule('cheap', '-1')]).map(({ title }) => title),
  ).toEqual(['cheap', 'dear', 'no']);
});
