import { expect, test } from 'vitest';
import { causeBars } from './cause-bars-geometry.ts';

test('each cause begins where the one before it ended, and the last ends where the figure now does', () => {
  const { zero, start, causes, end } = causeBars('0.8', ['0.2', '-0.5'], '0.5');
  expect(zero).toBe(0);
  expect(start).toEqual({ left: 0, width: 80 });
  expect(causes[0]).toEqual({ left: 80, width: expect.closeTo(20), end: 100 });
  expect(causes[1]).toEqual({ left: 50, width: 50, end: 50 });
  expect(end).toEqual({ left: 0, width: 50 });
});

test('what goes below zero moves zero to the right', () => {
  const { zero, start } = causeBars('0', ['-1'], '-1');
  expect(zero).toBe(100);
  expect(start.width).toBe(0);
});
