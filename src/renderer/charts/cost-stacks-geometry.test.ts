import { expect, test } from 'vitest';
import { costStacks } from './cost-stacks-geometry.ts';

const stack = (...amounts: readonly (string | null)[]): Parameters<typeof costStacks>[0][number] => ({
  name: 'x',
  parts: amounts.map((amount, index) => ({ part: String(index), name: String(index), amount })),
});

test('what is paid goes right part by part, what comes in goes left', () => {
  const { zero, stacks } = costStacks([stack('60', '-25', '15'), stack('75', '0', null)]);
  expect(zero).toBe(25);
  expect(stacks).toEqual([
    [
      { left: 25, width: 60 },
      { left: 0, width: 25 },
      { left: 85, width: 15 },
    ],
    [{ left: 25, width: 75 }, null, null],
  ]);
});

test('nothing costs nothing', () => {
  expect(costStacks([stack('0', null)])).toEqual({ zero: 0, stacks: [[null, null]] });
});
