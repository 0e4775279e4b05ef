import { expect, test } from 'vitest';
import { marginUsed } from './margin-used.ts';

test.each([
  ['1000', '50', 0.05],
  ['1000', '1500', 1],
  ['0', '50', 1],
  ['-20', '50', 1],
  [null, '50', null],
  ['1000', null, null],
] as const)('%s on the account, %s needed: %s', (equity, maintenance, used) => {
  expect(marginUsed(equity, maintenance)).toBe(used);
});
