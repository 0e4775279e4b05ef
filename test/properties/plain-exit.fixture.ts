/**
 * What an exit costs in tax, a second time: straddles unit by unit, the year's tax from the statute, discounted. Shares
 * nothing with the engine. For stories without fees, funding and locked margin.
 */
import { type Fraction, minus, parse, plus, textOf, zero } from './fraction.fixture.ts';
import type { Sold } from './exit-schedules.fixture.ts';
import type { ExitStory } from './exit-stories.fixture.ts';
import { plainStraddleYears } from './plain-straddles.fixture.ts';
import type { Story, StoryShort } from './plain-straddles.fixture.ts';
import { plainTax } from './plain-tax.fixture.ts';

export interface PlainExit {
  /** Of each year from 2026 on, with the schedule less without it. */
  readonly added: ReadonlyMap<number, Fraction>;
  /** In today's money; a float, because powers have no exact decimal. */
  readonly cost: number;
}

const DAY = 86_400_000;

export function plainExit(story: ExitStory, sold: Sold): PlainExit {
  const before = taxes(story, nothingDone(story));
  const after = taxes(story, carriedOut(story, sold));
  const added = new Map([...after].map(([year, tax]) => [year, minus(tax, before.get(year) ?? zero)]));
  let cost = 0;
  for (const [year, tax] of added) {
    const days = (Date.parse(`${year + 1}-04-15`) - Date.parse(story.asOf)) / DAY;
    cost += Number(textOf(tax)) * (1 + story.discount / 1000) ** (-days / 365);
  }
  return { added, cost };
}

function taxes(story: ExitStory, done: Story): ReadonlyMap<number, Fraction> {
  let carry = { short: parse(String(story.carried.short)), long: parse(String(story.carried.long)) };
  const years = plainStraddleYears(done);
  const found = new Map<number, Fraction>();
  for (let year = 2026; year <= story.lastYear; year++) {
    const own = story.years.find((one) => one.year === year) ?? story.years.at(-1);
    const counted = years.find((one) => one.year === year)?.counted;
    if (own === undefined || counted === undefined) throw new Error(`no year ${year}`);
    const tax = plainTax({
      year,
      filingStatus: own.filingStatus,
      ordinaryIncome: String(own.income),
      deduction: 'standard',
      otherInvestmentIncome: '0',
      qualifiedDividends: '0',
      shortTermGain: textOf(plus(counted.short, parse(String(own.otherShort)))),
      longTermGain: textOf(plus(counted.long, parse(String(own.otherLong)))),
      section1256Gain: textOf(counted.section1256),
      carryforward: { shortTerm: textOf(carry.short), longTerm: textOf(carry.long) },
      stateRate: '0',
      inflation: '0',
      seniors: 0,
      blind: 0,
    });
    carry = { short: tax.carryShort, long: tax.carryLong };
    found.set(year, tax.total);
  }
  return found;
}

function nothingDone(story: ExitStory): Story {
  const { short } = story;
  const stays = short === null || short.opened === null ? null : shortOf(story, short, short.steps, [], []);
  return storyOf(
    story,
    story.lots.map(() => []),
    stays,
  );
}

function carriedOut(story: ExitStory, sold: Sold): Story {
  const { short } = story;
  const sales = story.lots.map((_, lot) =>
    story.days.flatMap((day, place) => {
      const units = sold[place]?.[lot] ?? 0;
      return units === 0 ? [] : [{ day, units }];
    }),
  );
  if (short === null) return storyOf(story, sales, null);
  let left = story.sell;
  const closes: { day: string; units: number }[] = [];
  let steps = short.steps;
  for (const [place, day] of story.days.entries()) {
    const units = (sold[place] ?? []).reduce((sum, some) => sum + some, 0);
    left -= units;
    // What is sold on the day of opening is never hedged.
    if (place === 0 && short.opened === null) steps = left / short.unitsPerStep;
    else if (units > 0) closes.push({ day, units });
  }
  return storyOf(story, sales, steps === 0 ? null : shortOf(story, short, steps, closes, sold[0] ?? []));
}

function shortOf(
  story: ExitStory,
  { section1256, opened, unitsPerStep, hedges }: NonNullable<ExitStory['short']>,
  steps: number,
  closes: StoryShort['closes'],
  soldFirst: readonly number[],
): StoryShort {
  let left = steps * unitsPerStep;
  // What leaves on the day of opening cannot be hedged: the next of the order takes its place.
  const first = hedges.flatMap(({ lot, units }) => {
    const there = (story.lots[lot]?.units ?? 0) - (opened === null ? (soldFirst[lot] ?? 0) : 0);
    const some = Math.min(units, left, there);
    left -= some;
    return some === 0 ? [] : [{ lot, units: some }];
  });
  return {
    section1256,
    open: opened ?? story.asOf,
    closes,
    units: steps * unitsPerStep,
    hedges: story.straddles ? first : [],
  };
}

function storyOf(
  { lots, price, lastYear, killer }: ExitStory,
  sales: readonly Story['lots'][number]['sales'][],
  short: StoryShort | null,
): Story {
  return {
    lots: lots.map((lot, place) => ({ ...lot, sales: sales[place] ?? [] })),
    shorts: short === null ? [] : [short],
    price,
    firstYear: 2023,
    lastYear,
    killer,
  };
}
