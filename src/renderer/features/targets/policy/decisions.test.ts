import { expect, test } from 'vitest';
import { decisionOf, groupedFirings, openFirings, type Firing } from './decisions.ts';

function firing(id: string, fields: Partial<Firing> = {}): Firing {
  return {
    id,
    rule: 'absolute',
    of: 'BTC',
    words: id,
    firedOn: '2026-11-20',
    until: null,
    version: 1,
    drift: '0.1',
    weights: [],
    state: 'open',
    decisions: [],
    ...fields,
  };
}

test('two bands of one line on one day stand together; other lines, days and answers do not', () => {
  const groups = groupedFirings([
    firing('a'),
    firing('b', { rule: 'relative' }),
    firing('c', { of: 'ETH' }),
    firing('d', { firedOn: '2026-11-10' }),
    firing('e', { state: 'decided' }),
  ]);
  expect(groups.map(({ first, others }) => [first.id, others.map(({ id }) => id)])).toEqual([
    ['a', ['b']],
    ['c', []],
    ['d', []],
    ['e', []],
  ]);
});

test('only what waits is open; a decision that nobody knows is none', () => {
  expect(
    openFirings({ firings: [firing('a'), firing('b', { state: 'passed' })] }).map(({ id }) => id),
  ).toEqual(['a']);
  expect(decisionOf('hedged')).toBe('hedged');
  expect(decisionOf('ask')).toBeNull();
});
