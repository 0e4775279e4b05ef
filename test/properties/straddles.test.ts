/** A second, plain implementation of the straddle rules agrees on random small ledgers. */
import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { straddleYears } from '../../src/main/engine/tax/jurisdictions/us/straddles/straddle-years-of.ts';
import { yearOf } from '../../src/shared/time/local-date.ts';
import { toText } from '../../src/shared/num/format.ts';
import { isNear, minus, parse, plus, textOf, total, zero } from './fraction.fixture.ts';
import type { Fraction } from './fraction.fixture.ts';
import { plainStraddleYears } from './plain-straddles.fixture.ts';
import { straddleCaseOf, stories } from './straddle-stories.fixture.ts';

const CHARACTERS = ['short', 'long', 'section1256'] as const;
const LEDGERS = Number(process.env['HEDGEROW_LEDGERS'] ?? 1000);

test('years by character and what waits', () => {
  fc.assert(
    fc.property(stories, (story) => {
      const given = straddleCaseOf(story);
      const ours = straddleYears(given);
      for (const plain of plainStraddleYears(story)) {
        const year = ours.years.find((one) => one.year === plain.year);
        const waiting = total((year?.deferred ?? []).map(({ amount }) => parse(toText(amount))));
        const seen: Record<string, string> = { waiting: textOf(waiting) };
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
        seen['waiting'] = near(waiting, plain.waiting);
        expect({ year: plain.year, ...seen }).toEqual({ year: plain.year, ...meant });
      }
    }),
    { numRuns: LEDGERS },
  );
});

/** The plain figure where ours is it but for the last decimals; else ours. */
function near(ours: Fraction, plain: Fraction): string {
  return isNear(textOf(ours), plain) ? textOf(plain) : textOf(plus(ours, zero));
}
