import { expect, test } from 'vitest';
import { LOT_METHODS } from '../../../shared/domain/lot.ts';
import { methodWords, wordsOfCause, wordsOfMethod, wordsOfReason } from './lot-words.ts';

test.each([...LOT_METHODS, 'identified', 'same-day', 'thirty-days', 'pool', 'zero-cost'])(
  'why this lot: %s is said in words',
  (reason) => expect(wordsOfReason(reason)).toMatch(/^[A-Z].* .*/u),
);

test('methods by the name that the core gives', () => {
  expect(wordsOfMethod('hifo')).toBe(methodWords.hifo);
  expect(wordsOfMethod('mixed')).toBeNull();
});

test('how units left, in words', () => {
  expect([wordsOfCause('transfer-fee'), wordsOfCause('sell'), wordsOfCause('new-kind')]).toEqual([
    'Fee of a transfer',
    'Sale',
    'New-kind',
  ]);
});
