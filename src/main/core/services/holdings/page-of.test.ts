import fc from 'fast-check';
import { expect, test } from 'vitest';
import { lengthOfRuns, pageOf, pageOfRuns, type Run } from './page-of.ts';

const runs: fc.Arbitrary<Run[]> = fc.array(fc.tuple(fc.nat(5), fc.nat(5)), { maxLength: 6 }).map((steps) => {
  let at = 0;
  return steps.map(([gap, length]) => {
    const from = at + gap;
    at = from + length;
    return { from, to: at };
  });
});

test('a page of runs is the page of their places in a list', () => {
  fc.assert(
    fc.property(runs, fc.nat(20), fc.option(fc.nat(20), { nil: undefined }), (all, offset, limit) => {
      const places = all.flatMap(({ from, to }) => Array.from({ length: to - from }, (_, at) => from + at));
      expect(pageOfRuns(all, { offset, limit })).toEqual(pageOf(places, { offset, limit }));
      expect(lengthOfRuns(all)).toBe(places.length);
    }),
  );
});
