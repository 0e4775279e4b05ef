import { expect, test } from 'vitest';
import { thresholds } from '../monitor.fixture.ts';
import { checkThresholds, draftOf } from './thresholds-draft.ts';

test('what is stored stands in the fields as people write it', () => {
  expect(draftOf(thresholds)).toEqual({
    ratio: '10',
    distance: '20',
    sigmas: '3',
    checkDays: '7',
    rollWarnDays: '10',
    rollActDays: '5',
    priceAgeDays: '2',
  });
});

test('untouched, nothing has changed', () => {
  expect(checkThresholds(draftOf(thresholds), thresholds)).toEqual({ value: {}, errors: {}, changed: false });
});

test('only what differs is sent', () => {
  const draft = { ...draftOf(thresholds), ratio: '2.5', checkDays: '1' };
  expect(checkThresholds(draft, thresholds).value).toEqual({ ratio: '0.025', checkDays: 1 });
});

test.each([
  ['ratio', 'x', 'This is not a number'],
  ['ratio', '', 'This is needed'],
  ['distance', '-5', 'This cannot be negative'],
  ['checkDays', '0', 'Whole days, at least 1'],
  ['rollWarnDays', '1.5', 'Whole days'],
  ['rollActDays', '400', 'Whole days'],
] as const)('%s of "%s" is refused: %s', (key, text, why) => {
  const checked = checkThresholds({ ...draftOf(thresholds), [key]: text }, thresholds);
  expect(checked.errors[key]).toBe(why);
  expect(checked.value).toBeNull();
});
