/** A what-if that uses walks of lots again says what it says when every lot is walked anew. */
import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import type {
  StraddleCase,
  StraddleFuture,
} from '../../src/main/engine/tax/jurisdictions/us/straddles/straddle-case.ts';
import { straddleYears } from '../../src/main/engine/tax/jurisdictions/us/straddles/straddle-years-of.ts';
import { straddleCaseOf, stories } from './straddle-stories.fixture.ts';

const REGIMES = ['none', 'identified', 'section-1256d', 'straddle-by-straddle'] as const;

test('the same years, changed and changed back', () => {
  fc.assert(
    fc.property(stories, (story) => {
      const given = straddleCaseOf(story);
      for (const changed of [given, ...changes(given), given]) {
        // Copies: lots nobody has seen.
        const anew = { ...changed, lots: changed.lots.map((lot) => ({ ...lot })) };
        expect(straddleYears(changed)).toEqual(straddleYears(anew));
      }
    }),
    { numRuns: 50 },
  );
});

function changes(given: StraddleCase): readonly StraddleCase[] {
  const { futures, offsets, lots } = given;
  const flipped = (one: StraddleFuture): StraddleFuture => ({ ...one, section1256: !one.section1256 });
  return [
    { ...given, lastYear: given.lastYear + 1 },
    ...futures.map((one) => ({ ...given, futures: futures.map((of) => (of === one ? flipped(of) : of)) })),
    ...offsets.map((one) => ({ ...given, offsets: offsets.filter((of) => of !== one) })),
    ...offsets.map((one) => ({
      ...given,
      offsets: offsets.map((of) => (of === one ? { ...of, until: of.from } : of)),
    })),
    ...REGIMES.map((regime) => ({ ...given, offsets: offsets.map((of) => ({ ...of, regime })) })),
    ...lots.map((one) => ({
      ...given,
      lots: lots.map((of) => (of === one ? { ...of, departures: of.departures.slice(0, -1) } : of)),
    })),
  ];
}
