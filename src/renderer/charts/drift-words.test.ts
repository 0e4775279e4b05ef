import { expect, test } from 'vitest';
import { driftWords } from './drift-words.ts';

test.each([
  ['0.15', '15 points over target'],
  ['-0.1523', '15.2 points under target'],
  ['0.01', '1 point over target'],
  ['0.0004', 'on target'],
  ['-0.0004', 'on target'],
  ['0', 'on target'],
])('%s', (drift, words) => expect(driftWords(drift)).toBe(words));
