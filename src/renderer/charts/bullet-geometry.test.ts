import { expect, test } from 'vitest';
import { bullets } from './bullet-geometry.ts';

test('one scale for all rows, up to the next tenth', () => {
  const {
    low,
    high,
    bullets: rows,
  } = bullets([
    { weight: '0.65', target: '0.5', bandLow: '0.45', bandHigh: '0.55' },
    { weight: '0.35', target: '0.5', bandLow: '0.45', bandHigh: '0.55' },
  ]);
  expect([low, high]).toEqual([0, 0.7]);
  expect(rows[0]?.bar.left).toBe(0);
  expect(rows[0]?.bar.width).toBeCloseTo(92.857, 2);
  expect(rows[0]?.band.left).toBeCloseTo(64.286, 2);
  expect(rows[0]?.band.width).toBeCloseTo(14.286, 2);
  expect(rows[1]?.target).toBeCloseTo(71.429, 2);
});

test('a share on a tenth ends the scale there', () => {
  expect(bullets([{ weight: '0.3', target: '0.3', bandLow: '0.3', bandHigh: '0.3' }]).high).toBe(0.3);
});

test('a net short asset has room left of zero', () => {
  const {
    low,
    zero,
    bullets: rows,
  } = bullets([{ weight: '-0.12', target: '0.1', bandLow: '0.05', bandHigh: '0.15' }]);
  expect(low).toBe(-0.2);
  expect(zero).toBeCloseTo(50, 6);
  expect(rows[0]?.bar.width).toBeCloseTo(30, 6);
  expect(rows[0]?.bar.left).toBeCloseTo(20, 6);
});

test('no rows, no fault', () => {
  expect(bullets([]).bullets).toEqual([]);
});

test('the weight before counts for the scale', () => {
  const { high, bullets: rows } = bullets([
    { weight: '0.5', target: '0.5', bandLow: '0.45', bandHigh: '0.55', was: '0.8' },
  ]);
  expect(high).toBe(0.8);
  expect(rows[0]?.was).toEqual({ left: 0, width: 100 });
});
