import { expect, test } from 'vitest';
import { pathDots } from './path-dots-geometry.ts';

test('the least is left, the most is right, and equal ones stand in the middle', () => {
  expect(pathDots(['100', '110', '105'])).toEqual([4, 96, 50]);
  expect(pathDots(['7', '7'])).toEqual([50, 50]);
  expect(pathDots([])).toEqual([]);
});
