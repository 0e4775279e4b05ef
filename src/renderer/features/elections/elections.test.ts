import { describe, expect, test } from 'vitest';
import { effect, question, taxElection } from './elections.fixture.ts';
import {
  bindingWords,
  dayProblem,
  effectVerdict,
  madeWords,
  questionGroups,
  recordedSentences,
  statusGroups,
  valueWords,
} from './view-model.ts';

test('hedges are asked about first, what is not law yet last, and empty groups not at all', () => {
  const { kind: _, late: __, ...lots } = question({ id: 'transfer-fee' });
  const groups = questionGroups({
    taxElections: [
      taxElection({ id: 'wash-sales-from', group: 'future-law' }),
      taxElection({ id: 'straddle-regime', group: 'straddles' }),
    ],
    elections: [lots],
  });
  expect(groups.map(({ id }) => id)).toEqual(['straddles', 'lots', 'future-law']);
});

describe('what the answers mean for this ledger', () => {
  test.each([
    ['no answer changes anything', effect({}), { is: 'none' }],
    [
      'the best of several',
      effect({ difference: '-12.5' }, { difference: '-300' }),
      { is: 'saves', amount: '300' },
    ],
    [
      'a saving is worth knowing beside a cost',
      effect({ difference: '900' }, { difference: '-1' }),
      { is: 'saves', amount: '1' },
    ],
    ['only costs', effect({ difference: '0' }, { difference: '250.25' }), { is: 'costs', amount: '250.25' }],
    [
      'the sum stays, the years move',
      effect({
        years: [
          { year: 2025, difference: '5' },
          { year: 2026, difference: '-5' },
        ],
      }),
      { is: 'moves' },
    ],
    ['losses that wait', effect({ lossesAhead: '-40' }), { is: 'moves' }],
    ['not computed', effect({ difference: null, total: null }), { is: 'unknown' }],
    ['one of two not computed is never “no difference”', effect({}, { difference: null }), { is: 'partly' }],
  ])('%s', (_, given, verdict) => expect(effectVerdict(given)).toEqual(verdict));
});

test('a day stands for itself', () => {
  const wash = question({
    kind: 'date-or-off',
    options: [{ value: 'off', words: 'Not law' }],
    value: '2027-01-01',
  });
  expect(valueWords(wash)).toBe('Holds from 1 Jan 2027');
  expect(valueWords({ ...wash, value: 'off' })).toBe('Not law');
});

test.each([
  ['', 'Type the day from which it holds'],
  ['2027-02-30', 'This is not a day'],
  ['2027-01-01', null],
])('the day %j', (day, problem) => expect(dayProblem(day)).toBe(problem));

test('a choice that came too late is not called chosen', () => {
  expect(madeWords({ madeAt: null, late: 'Too late.' })).toBe('not chosen');
  expect(madeWords({ madeAt: '2026-01-01T00:00:00Z', late: 'Too late.' })).toBe('too late');
  expect(madeWords({ madeAt: '2026-01-01T00:00:00Z', late: null })).toBe('chosen');
});

test('what binds says so before it is recorded', () => {
  const regime = question({ id: 'straddle-regime', options: [{ value: 'section-1256d', words: 'Leave' }] });
  expect(bindingWords('straddle-regime', 'identified')).toBeNull();
  expect(recordedSentences(regime, 'section-1256d', false).at(-1)).toContain('consent');
  expect(recordedSentences(question(), 'b', true)).toHaveLength(3);
  expect(recordedSentences(question(), 'b', true)[1]).toContain('your own books');
});

test('contracts of one kind stand together', () => {
  const status = { section1256: false, settled: true, yours: false, words: 'Not a board.' };
  const named = (contract: string) => ({ ...status, contract, contractName: contract });
  const groups = statusGroups([named('a'), { ...named('b'), section1256: true }, named('c')]);
  expect(groups.map(({ contracts }) => contracts.map(({ contract }) => contract))).toEqual([
    ['a', 'c'],
    ['b'],
  ]);
});
