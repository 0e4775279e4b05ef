/** A second, plain implementation of the straddle rules agrees on random small ledgers. */
import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { straddleYears } from '../../src/main/engine/tax/jurisdictions/us/straddles/straddle-years-of.ts';
import { dateText, yearOf } from '../../src/shared/time/local-date.ts';
import { toText } from '../../src/shared/num/format.ts';
import { isNear, minus, parse, plus, textOf, total, zero } from './fraction.fixture.ts';
import type { Fraction } from './fraction.fixture.ts';
import { plainClocks, plainStraddleYears } from './plain-straddles.fixture.ts';
import type { Story } from './plain-straddles.fixture.ts';
import { reopened, straddleCaseOf, stories } from './straddle-stories.fixture.ts';

const CHARACTERS = ['short', 'long', 'section1256'] as const;
const LEDGERS = Number(process.env['HEDGEROW_LEDGERS'] ?? 1000);

const reopenings = fc.record({
  which: fc.nat({ max: 3 }),
  after: fc.integer({ min: 0, max: 400 }),
  between: fc.nat({ max: 2 }),
});

test('years by character and what waits', () => {
  fc.assert(fc.property(stories, expectSameYears), { numRuns: LEDGERS });
});

test('clocks of what is held', () => {
  fc.assert(
    fc.property(stories, reopenings, (drawn, reopening) => {
      const story = reopened(drawn, reopening);
      const ours: Record<string, number> = {};
      for (const { lot, held, longTermFrom } of straddleYears(straddleCaseOf(story)).holdingPeriods) {
        const key = `${lot} ${longTermFrom === null ? 'stands' : dateText(longTermFrom)}`;
        const units = Number(toText(held)) * 10;
        if (units > 0) ours[key] = Math.round((ours[key] ?? 0) + units);
      }
      expect(ours).toEqual(plainClocks(story, '2029-12-31'));
    }),
    { numRuns: LEDGERS / 4 },
  );
});

function expectSameYears(story: Story): void {
  const given = straddleCaseOf(story);
  const ours = straddleYears(given);
  for (const plain of plainStraddleYears(story)) {
    const year = ours.years.find((one) => one.year === plain.year);
    const waiting = total((year?.deferred ?? []).map(({ amount }) => parse(toText(amount))));
    const seen: Record<string, string> = { waiting: near(waiting, plain.waiting) };
    const meant: Record<string, string> = { waiting: textOf(plain.waiting) };
    for (const character of CHARACTERS) {
      const items = (year?.items ?? []).filter((item) => item.character === character);
      const disposals = given.lots
        .flatMap(({ departures }) => departures)
        .filter(({ date, term }) => yearOf(date) === plain.year && term === character)
        .map(({ proceeds, costBasis }) => minus(parse(toText(proceeds)), parse(toText(costBasis))));
      const counted = total([...items.map(({ amount }) => parse(toText(amount))), ...disposals]);
      seen[character] = near(counted, plain.counted[character]);
      meant[character] = textOf(plain.counted[character]);
    }
    expect({ year: plain.year, ...seen }).toEqual({ year: plain.year, ...meant });
  }
}

/** The plain figure where ours is it but for the last decimals; else ours. */
function near(ours: Fraction, plain: Fraction): string {
  return isNear(textOf(ours), plain) ? textOf(plain) : textOf(plus(ours, zero));
}
