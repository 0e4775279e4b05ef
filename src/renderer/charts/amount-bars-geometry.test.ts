import { expect, test } from 'vitest';
import { amountBars } from './amount-bars-geometry.ts';

test('bars of one scale begin at zero, to the left what is negative', () => {
  const { zero, bars } = amountBars(['300', '-100', null, '0']);
  expect(zero).toBe(25);
  expect(bars).toEqual([{ left: 25, width: 75 }, { left: 0, width: 25 }, null, { left: 25, width: 0 }]);
});

test('nothing but zeros has bars without width', () => {
  expect(amountBars(['0']).bars).toEqual([{ left: 0, width: 0 }]);
});
