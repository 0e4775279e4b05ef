import { expect, test } from 'vitest';
import { lineShapes } from './line-chart-geometry.ts';

test('lines stand on one scale, from left to right, with a little room', () => {
  const { lines, low, high, zero, xOf } = lineShapes([
    { x: '-0.1', ys: ['200', '300'] },
    { x: '0', ys: ['100', null] },
    { x: '0.1', ys: ['200', '300'] },
  ]);
  expect([low, high]).toEqual([84, 316]);
  expect(lines.map((line) => line.map(({ x }) => x))).toEqual([
    [0, 50, 100],
    [0, 100],
  ]);
  expect(lines[0]?.map(({ y }) => Math.round(y))).toEqual([50, 93, 50]);
  expect(zero).toBeNull();
  expect(Math.round(xOf('0.05'))).toBe(75);
});

test('a line that is flat stands in the middle, and one that begins near zero begins at it', () => {
  expect(lineShapes([{ x: '1', ys: ['50'] }]).lines[0]).toEqual([{ x: 50, y: 50 }]);
  expect(
    lineShapes([
      { x: '0', ys: ['1'] },
      { x: '1', ys: ['101'] },
    ]).low,
  ).toBe(0);
});
