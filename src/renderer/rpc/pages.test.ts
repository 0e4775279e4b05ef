import { expect, test } from 'vitest';
import { pagesFor } from './pages.ts';

test.each([
  [0, 150, []],
  [150, 210, [1]],
  [400, 620, [2, 3]],
])('rows %i to %i', (from, to, pages) => expect(pagesFor(from, to)).toEqual(pages));
