import { expect, test } from 'vitest';
import { checkAdoption, startDraft } from './adopt-draft.ts';

const today = '2026-11-21';

test('the position that was pressed is chosen, or all of them; the exit falls into the next tax year', () => {
  expect(startDraft(['a', 'b'], 'b', today).positions).toEqual(['b']);
  expect(startDraft(['a', 'b'], 'all', today)).toEqual({
    positions: ['a', 'b'],
    exitDate: '2027-01-15',
    reason: '',
  });
});

test('a whole draft is asked for as it stands, blanks off the reason', () => {
  const { input } = checkAdoption({ positions: ['a'], exitDate: '2027-01-15', reason: ' to wait ' }, today);
  expect(input).toEqual({ positions: ['a'], exitDate: '2027-01-15', reason: 'to wait' });
});

test.each([
  [[], '2027-01-15', null],
  [['a'], '', 'Choose a day'],
  [['a'], today, 'Choose a day after today'],
] as const)('%j until "%s" is not asked for', (positions, exitDate, exitError) => {
  expect(checkAdoption({ positions, exitDate, reason: '' }, today)).toEqual({ input: null, exitError });
});
