import { describe, expect, it } from 'vitest';
import { sideOf, stateOf, withRole, withSide, withState } from '../../../../shared/domain/mapping-draft.ts';
import { MAPPING_MEANS, MAPPING_ROLES } from '../../../../shared/domain/mapping-profile.ts';
import {
  coinsToName,
  joinedWords,
  meaningOf,
  missingRoles,
  problemsOf,
  rolesOf,
  withChoice,
  withCoin,
  withMeaning,
  type MappedColumn,
  type Profile,
} from './mapping-draft.ts';
import { choiceOfMeaning, keyOfMeaning, meaningGroups, meaningOfKey } from './meaning-choices.ts';
import { roleGroups } from './role-groups.ts';

const profile: Profile = {
  hedgerowMapping: 1,
  name: 'Zorblatt',
  header: ['when', 'kind', 'coin', 'how much'],
  account: { name: 'Zorblatt', kind: 'exchange', venue: 'Zorblatt' },
  columns: { time: 'when', asset: 'coin', amount: 'how much' },
  assets: {},
  pair: { prefix: '', separator: '' },
  meanings: [],
  otherwise: { means: 'move' },
  sides: { buy: [], sell: [] },
  finalStatus: [],
  fees: { sign: 'positive-is-cost', inside: false },
  funding: 'positive-is-received',
  profit: 'gross',
  contract: null,
};

const kind: MappedColumn = {
  name: 'kind',
  title: 'Kind',
  samples: ['Deposit', 'Zorb'],
  roles: [],
  why: '',
  words: [
    { word: 'Deposit', count: 2, usual: { means: 'deposit' }, final: null },
    { word: 'Zorb', count: 5, usual: null, final: null },
    { word: 'zorb', count: 1, usual: null, final: null },
  ],
};

describe('what a column says', () => {
  it('brings the usual meaning of its words, but none over what was said', () => {
    const said = withMeaning(profile, 'deposit', { means: 'income', reason: 'staking' });
    const typed = withRole(profile, kind, 'type');
    expect(typed.meanings).toEqual([{ word: 'Deposit', means: 'deposit' }]);
    expect(typed.otherwise).toBeNull();
    expect(withRole(said, kind, 'type').meanings).toEqual(said.meanings);
  });

  it('moves from the column that had it, and may be two things', () => {
    const moved = withRole(profile, kind, 'asset');
    expect(moved.columns).toEqual({ time: 'when', asset: 'kind', amount: 'how much' });
    const two = withRole(moved, kind, 'side');
    expect(rolesOf(two, 'kind')).toEqual(['asset', 'side']);
    expect(rolesOf(withRole(two, kind, null, 'asset'), 'kind')).toEqual(['side']);
    expect(rolesOf(withRole(two, kind, 'note', 'asset'), 'kind')).toEqual(['side', 'note']);
  });

  it('with a price makes rows trades, with buys and sells that are known', () => {
    const each: MappedColumn = { ...kind, name: 'each', title: 'Each', words: null };
    const traded = withRole(profile, each, 'price');
    expect(traded.columns).toEqual({ time: 'when', base: 'coin', quantity: 'how much', price: 'each' });
    expect(traded.otherwise).toEqual({ means: 'trade' });
    const words = [
      { word: 'Buy', count: 1, usual: { means: 'trade' as const, side: 'buy' as const }, final: null },
      { word: 'Wait', count: 1, usual: null, final: null },
    ];
    expect(withRole(traded, { ...kind, words }, 'side').sides).toEqual({ buy: ['Buy'], sell: [] });
    expect(withRole(traded, each, 'price').columns).toEqual(traded.columns);
  });

  it('makes a mapping one of futures', () => {
    expect(withRole(profile, kind, 'contract').contract).toEqual({ venue: 'zorblatt', payoff: null });
  });
});

describe('what a word means', () => {
  it('is said once, in whatever case', () => {
    const said = withMeaning(withMeaning(profile, 'Zorb', { means: 'fee' }), 'ZORB', { means: 'loss' });
    expect(said.meanings).toEqual([{ word: 'ZORB', means: 'loss' }]);
    expect(meaningOf(said, 'zorb')).toEqual({ means: 'loss' });
    expect(withMeaning(said, 'zorb', null).meanings).toEqual([]);
    expect(joinedWords(kind.words ?? []).map(({ word, count }) => [word, count])).toEqual([
      ['Zorb', 6],
      ['Deposit', 2],
    ]);
  });

  it('is buy, sell or neither; final or not', () => {
    const bought = withSide(profile, 'Long', 'buy');
    expect([sideOf(bought, 'long'), sideOf(bought, 'x')]).toEqual(['buy', null]);
    expect(withSide(bought, 'long', 'sell').sides).toEqual({ buy: [], sell: ['long'] });
    const final = withState(profile, 'Done', true);
    const taken = withState(final, 'DONE', false);
    expect([stateOf(final, 'done'), stateOf(taken, 'done')]).toEqual([true, false]);
    expect(stateOf(withState(taken, 'done', null), 'done')).toBeNull();
  });

  it('can be everything that a mapping knows', () => {
    const choices = meaningGroups.flatMap((group) => group.choices);
    expect(new Set(choices.map(({ meaning }) => meaning.means))).toEqual(new Set(MAPPING_MEANS));
    expect(new Set(choices.map(({ key }) => key)).size).toBe(choices.length);
    expect(new Set(choices.map(({ words }) => words)).size).toBe(choices.length);
    for (const { key, meaning } of choices) expect(meaningOfKey(key)).toEqual(meaning);
    expect(keyOfMeaning({ means: 'futures-fill', side: 'buy', positionSide: 'long' })).toBe(
      'futures-fill/buy/long',
    );
    expect(choiceOfMeaning({ means: 'fee', side: 'buy' }).words).toBe('A fee (buy)');
  });
});

it('every role can be picked, once', () => {
  expect(roleGroups.flatMap(({ roles }) => roles).toSorted()).toEqual([...MAPPING_ROLES].toSorted());
});

it('coins are asked for where no column says them', () => {
  expect(coinsToName(profile)).toEqual([]);
  expect(coinsToName({ ...profile, columns: { amount: 'how much', fee: 'kind' } })).toEqual([
    'asset',
    'fee-asset',
  ]);
  expect(coinsToName({ ...profile, columns: { quantity: 'how much', base: 'coin' } })).toEqual(['quote']);
  expect(withCoin(withCoin(profile, 'asset', 'ADA'), 'asset', ' ').assets).toEqual({});
});

it('what is left to the file is absent', () => {
  const chosen = withChoice(profile, 'timeZone', 'Europe/Berlin');
  expect(chosen.timeZone).toBe('Europe/Berlin');
  expect('timeZone' in withChoice(chosen, 'timeZone', '')).toBe(false);
});

it('problems stand beside what they are about', () => {
  const lacking = { code: 'mapping/no-column', message: 'm', fix: 'f', field: 'time' };
  const twice = { code: 'mapping/word-twice', message: 'm', fix: 'f', field: 'zorb' };
  expect(missingRoles([{ ...lacking, field: 'quote' }], MAPPING_ROLES)).toEqual([]);
  expect(missingRoles([lacking, twice], MAPPING_ROLES)).toEqual([{ role: 'time', problem: lacking }]);
  expect(problemsOf([lacking, twice], 'Zorb')).toEqual([twice]);
});
