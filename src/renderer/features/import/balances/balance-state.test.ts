import { describe, expect, it } from 'vitest';
import { balancesWords, balanceState, byUrgency, type CheckedBalance } from './balance-state.ts';

const place = { event: 'e', file: 'a.csv', line: 2, time: '2025-01-01T00:00:00Z' };
const right: CheckedBalance = {
  account: 'a',
  accountName: 'A',
  asset: 'BTC',
  computed: '1',
  stated: null,
  compared: 0,
  differs: null,
  belowZero: null,
  paidFromOutside: null,
};
const stated = { ...right, stated: { ...place, balance: '1', computed: '1' }, compared: 1 };
const differs = { ...stated, differs: { ...place, stated: '2', computed: '1', difference: '1' } };
const outside = { ...right, paidFromOutside: { ...place, balance: '-5' } };
const below = { ...differs, belowZero: { ...place, balance: '-1' } };

describe('computed against stated balances', () => {
  it.each([
    [right, 'not-stated'],
    [stated, 'as-stated'],
    [differs, 'differs'],
    [below, 'below-zero'],
    [outside, 'paid-from-outside'],
  ] as const)('says the worst of a balance: %#', (balance, state) => {
    expect(balanceState(balance)).toBe(state);
  });

  it('puts what is wrong first', () => {
    expect(byUrgency([right, stated, outside, differs, below])).toEqual([
      below,
      differs,
      outside,
      stated,
      right,
    ]);
  });

  it('says it in one sentence', () => {
    expect(balancesWords([right])).toMatch(/^No balance ever .* None of your files/u);
    expect(balancesWords([right, stated])).toMatch(/every balance that a file states is the computed one/u);
    expect(balancesWords([below, differs])).toMatch(
      /^1 goes below zero, 1 differs from what a file states\./u,
    );
  });
});
