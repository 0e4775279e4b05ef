import { describe, expect, it } from 'vitest';
import {
  isAboutFutures,
  meaningOf,
  rolesOf,
  sideOf,
  withFinal,
  withMeaning,
  withRoles,
  withSide,
  wordsOf,
  type Profile,
  type Suggestion,
} from './edit-profile.ts';

const profile: Profile = {
  hedgerowMapping: 1,
  name: 'Mine',
  header: ['when', 'what', 'coin', 'side'],
  account: { name: 'Mine', kind: 'exchange', venue: null },
  columns: { time: 'when', type: 'what' },
  assets: {},
  pair: { prefix: '', separator: '/' },
  meanings: [],
  otherwise: null,
  sides: { buy: ['buy'], sell: [] },
  finalStatus: [],
  fees: { sign: 'positive-is-cost', inside: false },
  funding: 'positive-is-received',
  profit: 'gross',
  contract: null,
};

describe('a mapping, answer by answer', () => {
  it('gives a role to one column only', () => {
    const moved = withRoles(profile, 'coin', ['asset', 'type']);
    expect(moved.columns).toEqual({ time: 'when', asset: 'coin', type: 'coin' });
    expect(rolesOf(moved, 'coin')).toEqual(['type', 'asset']);
    expect(withRoles(moved, 'coin', []).columns).toEqual({ time: 'when' });
  });

  it('says what a word means, however it is written, and takes it back', () => {
    const said = withMeaning(profile, ' Reward ', { means: 'income', reason: 'staking' });
    expect(meaningOf(said, 'REWARD')).toEqual({ means: 'income', reason: 'staking' });
    expect(withMeaning(said, 'reward', null).meanings).toEqual([]);
  });

  it('knows which words buy, and which are final', () => {
    const turned = withSide(profile, 'Buy', 'sell');
    expect([
      sideOf(profile, 'BUY'),
      sideOf(turned, 'buy'),
      sideOf(withSide(turned, 'buy', ''), 'buy'),
    ]).toEqual(['buy', 'sell', '']);
    expect(withFinal(withFinal(profile, 'Done', true), 'done', true).finalStatus).toEqual(['done']);
    expect(withFinal(withFinal(profile, 'Done', true), 'DONE', false).finalStatus).toEqual([]);
  });

  it('shows the words of the column that has the role now', () => {
    const suggestion: Suggestion = {
      file: 'a.csv',
      columns: [{ name: 'side', title: 'Side', samples: ['In', 'Out'], roles: [], why: '' }],
      words: [
        { role: 'type', word: 'Fee', count: 1 },
        { role: 'type', word: 'Trade', count: 8 },
      ],
      profile,
      problems: [],
      presets: [],
      known: null,
    };
    expect(wordsOf(suggestion, profile, 'type')).toEqual([
      { word: 'Trade', count: 8 },
      { word: 'Fee', count: 1 },
    ]);
    expect(wordsOf(suggestion, withRoles(profile, 'side', ['type']), 'type')).toEqual([
      { word: 'In', count: null },
      { word: 'Out', count: null },
    ]);
    expect(wordsOf(suggestion, profile, 'status')).toEqual([]);
  });

  it('asks about contracts only where there are some', () => {
    expect(isAboutFutures(profile)).toBe(false);
    expect(isAboutFutures(withMeaning(profile, 'fill', { means: 'futures-fill' }))).toBe(true);
  });
});
