import { expect, test } from 'vitest';
import { divisionInput, divisionSentences, moved, newDivision } from './allocation-draft.ts';

const account = (name: string) => ({
  account: name.toLowerCase(),
  accountName: name,
  kind: 'exchange',
});
const [a, b, c] = [account('A'), account('B'), account('C')];

test('an account moves up or down, and stays where there is no place', () => {
  expect(moved([a, b, c], 2, -1)).toEqual([a, c, b]);
  expect(moved([a, b, c], 0, 1)).toEqual([b, a, c]);
  expect(moved([a, b, c], 0, -1)).toEqual([a, b, c]);
  expect(moved([a, b, c], 2, 1)).toEqual([a, b, c]);
});

test('what will be recorded', () => {
  const draft = { ...newDivision([b, a]), order: 'hifo' as const };
  expect(divisionSentences(draft)[0]).toBe(
    'The lots left on 1 January 2025 go to B and A, one account after the other, each up to what it held that day: the lots that cost the most first.',
  );
  expect(divisionInput(draft)).toEqual({ way: { kind: 'global', accounts: ['b', 'a'], order: 'hifo' } });
});
