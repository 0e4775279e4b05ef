import { expect, test } from 'vitest';
import { priceLines, type PricePoint } from './price-lines-geometry.ts';

const at = (move: string, equity: string | null, liquidated = false): PricePoint => ({
  move,
  equity,
  maintenance: '10',
  liquidated,
});

test('lines run from the lowest price to the highest, over one scale that has zero', () => {
  const { equity, maintenance, zero, now, low, high } = priceLines([
    at('-0.5', '150'),
    at('0', '100'),
    at('0.5', '50'),
    at('1', '-50', true),
  ]);
  expect([low, high]).toEqual([-50, 150]);
  expect(equity.map(({ x }) => Math.round(x))).toEqual([0, 33, 67, 100]);
  expect(equity.map(({ y }) => y)).toEqual([0, 25, 50, 100]);
  expect(maintenance.map(({ y }) => y)).toEqual([70, 70, 70, 70]);
  expect(zero).toBe(75);
  expect(Math.round(now)).toBe(33);
});

test('closed stretches stand apart: a short above, a long below', () => {
  const { closed } = priceLines([
    at('-0.5', '0', true),
    at('-0.25', '0', true),
    at('0', '10'),
    at('0.25', '0', true),
    at('0.5', '0', true),
  ]);
  expect(closed).toEqual([
    { left: 0, width: 25 },
    { left: 75, width: 25 },
  ]);
});

test('what is not known leaves its line out', () => {
  const { equity } = priceLines([at('-0.1', null), at('0', '5'), at('0.1', null)]);
  expect(equity).toHaveLength(1);
});
