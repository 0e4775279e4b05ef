import { describe, expect, test } from 'vitest';
import {
  coinsOfSteps,
  costParts,
  dayGroups,
  qualityOf,
  rulesInOrder,
  type ExitDay,
  type ExitRule,
} from './exit-model.ts';

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
    expect(qualityOf({ ...plan, bound: '10004.995' }).words).toBe('No plan costs less.');
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

describe('the parts of the cost', () => {
  const part = (label: string, value: string) => ({
    label,
    value,
    unit: 'USD',
    how: 'sum',
    rule: null,
    events: [],
    lots: [],
    parts: [],
  });
  const amounts = {
    tax: '1000',
    carry: '-20',
    fees: '5',
    slippage: '3',
    marginCost: '2',
    lockedMargin: '100',
  };
  const labels = [
    'Tax that it adds, in today’s money',
    'Carry of the futures, in today’s money',
    'Fees, in today’s money',
    'Slippage, in today’s money',
    'Locked margin would have earned, in today’s money',
  ];

  test('are those of the trace, in today’s money, and add up', () => {
    const values = ['960', '-19', '5', '3', '1'];
    const trace = {
      ...part('Cost of the plan, in today’s money', '950'),
      parts: labels.map((label, index) => part(label, values[index] ?? '')),
    };
    const told = costParts({ cost: '950', ...amounts, trace });
    expect(told.map(({ amount }) => amount)).toEqual(values);
    expect(told.map(({ plain }) => plain)).toEqual(['1000', '-20', '5', '3', '2']);
  });

  test('without one the rest is said', () => {
    const told = costParts({ cost: '950', ...amounts, trace: part('Cost', '950') });
    expect(told.at(-1)).toMatchObject({ key: 'rest', amount: '-40', trace: null });
  });
});

test('days on which contracts are only rolled stand together', () => {
  const day = (date: string, moves: readonly string[], sells = 0) =>
    ({
      date,
      sells: Array.from({ length: sells }, () => ({})),
      buys: [],
      hedges: moves.map((move) => ({ move })),
    }) as unknown as ExitDay;
  const groups = dayGroups([
    day('a', ['open'], 1),
    day('b', ['roll']),
    day('c', ['roll', 'roll']),
    day('d', ['roll'], 1),
    day('e', ['roll', 'close']),
  ]);
  expect(groups.map(({ days, rollsOnly }) => [days.length, rollsOnly])).toEqual([
    [1, false],
    [2, true],
    [1, false],
    [1, false],
  ]);
});

test('steps of a contract in coins', () => expect(coinsOfSteps(2100, '0.001')).toBe('2.1'));

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
