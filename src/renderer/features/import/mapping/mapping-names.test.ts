import { expect, it } from 'vitest';
import type { Profile } from './mapping-draft.ts';
import { freeName, unfilled } from './mapping-names.ts';

const profile: Profile = {
  hedgerowMapping: 1,
  name: 'Zorblatt',
  header: ['when', 'what'],
  account: { name: 'Zorblatt', kind: 'exchange', venue: null },
  columns: {},
  assets: {},
  pair: { prefix: '', separator: '' },
  meanings: [],
  otherwise: null,
  sides: { buy: [], sell: [] },
  finalStatus: [],
  fees: { sign: 'positive-is-cost', inside: false },
  funding: 'positive-is-received',
  profit: 'gross',
  contract: null,
};
const others = { name: 'zorblatt', header: ['a', 'b'] };
const second = { name: 'Zorblatt 2', header: ['c'] };

it('a name is free unless files with other columns are known by it', () => {
  expect(freeName(profile, [])).toBe('Zorblatt');
  expect(freeName(profile, [{ name: 'Zorblatt', header: ['what', 'when'] }])).toBe('Zorblatt');
  expect(freeName(profile, [others])).toBe('Zorblatt 2');
  expect(freeName(profile, [others, second])).toBe('Zorblatt 3');
});

it('what would be refused or replaced is said beside its field', () => {
  expect(unfilled(profile, [])).toEqual([]);
  expect(unfilled(profile, [others]).map(({ field }) => field)).toEqual(['name']);
  const empty: Profile = {
    ...profile,
    name: ' ',
    account: { ...profile.account, name: '' },
    contract: { venue: '', payoff: 'linear' },
  };
  expect(unfilled(empty, [others]).map(({ field }) => field)).toEqual(['name', 'account', 'contract']);
});
