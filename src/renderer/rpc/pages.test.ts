import { expect, test } from 'vitest';
import { pagesFor } from './pages.ts';

test.each([
  [0, 450, []],
  [450, 510, [1]],
  [1000, 1620, [2, 3]],
])('rows %i to %i', (from, to, pages) => expect(pagesFor(from, to)).toEqual(pages));
