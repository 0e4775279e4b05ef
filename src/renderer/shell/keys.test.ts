import { expect, test } from 'vitest';
import { advance, type KeyBinding } from './keys.ts';

const bindings: readonly KeyBinding[] = ['g o', 'g i', '?'].map((keys) => ({
  keys,
  label: keys,
  run: () => undefined,
}));

function typed(...keys: readonly string[]): (string | undefined)[] {
  let pending = '';
  return keys.map((key) => {
    const step = advance(pending, key, bindings);
    pending = step.pending;
    return step.binding?.keys;
  });
}

test('one key and two keys', () => {
  expect(typed('?')).toEqual(['?']);
  expect(typed('g', 'o')).toEqual([undefined, 'g o']);
});

test('a wrong second key starts afresh', () => {
  expect(typed('g', 'x', 'o')).toEqual([undefined, undefined, undefined]);
  expect(typed('g', 'g', 'i')).toEqual([undefined, undefined, 'g i']);
  expect(typed('g', '?')).toEqual([undefined, '?']);
});
