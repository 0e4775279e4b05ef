/** The rules themselves: the lowest tax is not dearer than the highest cost, which is one way to take the lots. */
import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { simpleRules } from '../../src/main/engine/exit/simple-rules.ts';
import type { SimpleRule } from '../../src/main/engine/exit/exit-plan.ts';
import { toText } from '../../src/shared/num/format.ts';
import { runs } from '../runs.ts';
import { exitCaseOf, exitStories } from './exit-stories.fixture.ts';
import type { ExitStory } from './exit-stories.fixture.ts';

/** Open hedges change what a lot's gain is; all is sold on one day, so that any order keeps the limits. */
const stories = exitStories({ lots: 25, unitsOfLot: 8, days: 3, steps: 60 }).map((story): ExitStory => ({
  ...story,
  short: null,
  straddles: false,
  net: null,
}));
/** What the shape of a year leaves out around the end of the zero rate, and a cent. */
const LEFT_OUT = 29 * 3 + 0.01;

test('lowest tax first is not dearer than highest cost or first in', { timeout: 60_000 }, () => {
  fc.assert(
    fc.property(stories, (story) => {
      const found = new Map(simpleRules(exitCaseOf(story)).map(({ rule, priced }) => [rule, priced]));
      const cost = (rule: SimpleRule): number => Number(toText(found.get(rule)?.cost ?? fail(rule)));
      expect(cost('min-tax-now')).toBeLessThan(Math.min(cost('hifo-now'), cost('fifo-now')) + LEFT_OUT);
    }),
    { numRuns: runs(1000, 10) },
  );
});

function fail(rule: SimpleRule): never {
  throw new Error(`${rule} has no price`);
}
