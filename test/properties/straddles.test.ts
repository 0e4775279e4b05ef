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

test('the gains on the two sides of one offset hold back losses each by itself', () => {
  const prices: Readonly<Record<string, number>> = { '2025-02': 4950, '2025-05': 4951, '2025-06': 500 };
  const story: Story = {
    lots: [{ units: 4, cost: 770, day: '2023-01-01', sales: [{ day: '2025-06-01', units: 3 }] }],
    shorts: [
      {
        section1256: false,
        open: '2025-02-19',
        closes: [{ day: '2025-05-01', units: 1 }],
        units: 4,
        hedges: [{ lot: 0, units: 4 }],
      },
    ],
    price: (day) => prices[day.slice(0, 7)] ?? 4680,
    firstYear: 2025,
    lastYear: 2025,
    killer: true,
  };
  // The short lost 1 on what it closed, held back by the coin that is left; 3 × 270 of the coins' loss by the open short.
  const waiting = straddleYears(straddleCaseOf(story)).years[0]?.deferred ?? [];
  expect(waiting.map(({ amount }) => toText(amount)).toSorted()).toEqual(['1', '810']);
});
