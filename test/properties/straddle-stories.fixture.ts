/** Random small stories of lots and shorts, and each as the engine takes it. */
import * as fc from 'fast-check';
import type { AssetId } from '../../src/shared/domain/asset.ts';
import type { LotId } from '../../src/shared/domain/lot.ts';
import { defaultTaxElections } from '../../src/shared/domain/tax-elections.ts';
import { money, price, quantity } from '../../src/shared/num/parse.ts';
import type { Money, Price, Quantity } from '../../src/shared/num/types.ts';
import { dateText, localDate } from '../../src/shared/time/local-date.ts';
import type {
  Offset,
  StraddleCase,
  StraddleFuture,
  StraddleLot,
  TaxPositionId,
} from '../../src/main/engine/tax/jurisdictions/us/straddles/straddle-case.ts';
import {
  firstLongDay,
  lastBusinessDay,
  endOf,
  later,
  openUnits,
  resultYear,
} from './plain-straddles.fixture.ts';
import type { Story, StoryLot, StoryShort } from './plain-straddles.fixture.ts';

const COIN = 'BTC' as AssetId;
const FIRST = '2023-01-01';
const DAYS = 4 * 365;
const months = 5 * 12;

interface Drawn {
  readonly prices: readonly number[];
  readonly lots: readonly { readonly day: number; readonly units: number; readonly premium: number }[];
  readonly sales: readonly { readonly lot: number; readonly day: number; readonly share: number }[];
  readonly shorts: readonly {
    readonly section1256: boolean;
    readonly day: number;
    readonly length: number;
    readonly partly: number;
    readonly stays: boolean;
    readonly wanted: readonly number[];
  }[];
  readonly killer: boolean;
}

const drawn: fc.Arbitrary<Drawn> = fc.record({
  prices: fc.array(fc.integer({ min: 500, max: 9000 }), { minLength: months, maxLength: months }),
  lots: fc.array(
    fc.record({
      day: fc.integer({ min: 0, max: DAYS - 200 }),
      units: fc.integer({ min: 1, max: 12 }),
      premium: fc.integer({ min: -400, max: 400 }),
    }),
    { minLength: 1, maxLength: 3 },
  ),
  sales: fc.array(
    fc.record({
      lot: fc.nat({ max: 2 }),
      day: fc.integer({ min: 1, max: DAYS }),
      share: fc.integer({ min: 1, max: 12 }),
    }),
    { maxLength: 4 },
  ),
  shorts: fc.array(
    fc.record({
      section1256: fc.boolean(),
      day: fc.integer({ min: 0, max: DAYS - 60 }),
      length: fc.integer({ min: 1, max: 500 }),
      partly: fc.integer({ min: 0, max: 6 }),
      stays: fc.boolean(),
      wanted: fc.array(fc.integer({ min: 0, max: 8 }), { minLength: 3, maxLength: 3 }),
    }),
    { minLength: 1, maxLength: 4 },
  ),
  killer: fc.boolean(),
});

/** At any time a lot is hedged by one short: then it does not matter which of its units are meant. */
function storyOf({ prices, lots, sales, shorts, killer }: Drawn): Story {
  const priceOn = (day: string): number => {
    const month = (Number(day.slice(0, 4)) - 2023) * 12 + Number(day.slice(5, 7)) - 1;
    return prices[Math.max(0, Math.min(month, months - 1))] ?? 1;
  };
  const storyLots: StoryLot[] = lots.map(({ day, units, premium }, place) => {
    const bought = later(FIRST, day);
    let left = units;
    const own = sales
      .filter((sale) => sale.lot === place && sale.day > day)
      .toSorted((a, b) => a.day - b.day)
      .flatMap((sale) => {
        const gone = Math.min(sale.share, left);
        left -= gone;
        return gone === 0 ? [] : [{ day: later(FIRST, sale.day), units: gone }];
      });
    return { units, cost: Math.max(1, priceOn(bought) + premium), day: bought, sales: own };
  });
  const storyShorts: StoryShort[] = [];
  for (const short of shorts.toSorted((a, b) => a.day - b.day)) {
    const open = later(FIRST, short.day);
    const until = later(open, short.length);
    const hedges = storyLots.flatMap((lot, place) => {
      const isBusy = storyShorts.some(
        (one) => one.hedges.some((hedge) => hedge.lot === place) && (endOf(one) ?? '9999') > open,
      );
      const held = lot.units - lot.sales.reduce((sum, sale) => sum + (sale.day <= open ? sale.units : 0), 0);
      const units = Math.min(short.wanted[place] ?? 0, held);
      return isBusy || lot.day > open || units === 0 ? [] : [{ lot: place, units }];
    });
    const units = hedges.reduce((sum, hedge) => sum + hedge.units, 0);
    if (units === 0) continue;
    const partly = Math.min(short.partly, units - 1);
    const middle = later(open, Math.floor(short.length / 2));
    const first = partly > 0 ? [{ day: middle, units: partly }] : [];
    const closes = short.stays ? first : [...first, { day: until, units: units - partly }];
    storyShorts.push({ section1256: short.section1256, open, closes, units, hedges });
  }
  return { lots: storyLots, shorts: storyShorts, price: priceOn, firstYear: 2023, lastYear: 2028, killer };
}

export const stories: fc.Arbitrary<Story> = drawn.map(storyOf);

/** A short ended after some days and opened again at once, `between` times more at that moment; else the same story. */
export function reopened(
  story: Story,
  { which, after, between }: { readonly which: number; readonly after: number; readonly between: number },
): Story {
  const short = story.shorts[which];
  if (short === undefined) return story;
  const day = later(short.open, after);
  const end = endOf(short);
  const isWhole = short.closes.length === (end === null ? 0 : 1) && (end === null || day < end);
  const isSold = short.hedges.some(({ lot }) =>
    story.lots[lot]?.sales.some((sale) => sale.day >= short.open && sale.day <= day),
  );
  if (!isWhole || isSold) return story;
  const closes = [{ day, units: short.units }];
  const shortLived = Array.from({ length: between }, () => ({ ...short, open: day, closes }));
  const lives = [{ ...short, closes }, ...shortLived, { ...short, open: day }];
  return { ...story, shorts: story.shorts.toSpliced(which, 1, ...lives) };
}

const lotId = (place: number): LotId => `lot-${place + 1}` as LotId;
const positionId = (place: number): TaxPositionId => `short-${place + 1}` as TaxPositionId;
const coins = (units: number): Quantity => quantity((units / 10).toFixed(1));
const dollars = (whole: number): Money => money(String(whole));

function lotOf(lot: StoryLot, place: number, story: Story): StraddleLot {
  return {
    id: lotId(place),
    asset: COIN,
    quantity: coins(lot.units),
    costBasis: dollars(lot.units * lot.cost),
    acquired: localDate(lot.day),
    departures: lot.sales.map(({ day, units }, index) => ({
      id: `sale-${place + 1}/${index + 1}`,
      date: localDate(day),
      quantity: coins(units),
      proceeds: dollars(units * story.price(day)),
      costBasis: dollars(units * lot.cost),
      term: day >= firstLongDay(lot.day) ? 'long' : 'short',
      taxed: true,
    })),
  };
}

function futureOf(short: StoryShort, place: number, story: Story): StraddleFuture {
  const entry = story.price(short.open);
  const ended = endOf(short);
  const years = Array.from(
    { length: story.lastYear - story.firstYear + 1 },
    (_, index) => story.firstYear + index,
  );
  return {
    id: positionId(place),
    asset: COIN,
    name: `S${place + 1}`,
    side: 'short',
    section1256: short.section1256,
    coins: coins(short.units),
    opened: localDate(short.open),
    closed: ended === null ? null : localDate(ended),
    results: short.closes.map(({ day, units }) => ({
      date: localDate(day),
      year: resultYear(short, day),
      amount: dollars(units * (entry - story.price(day))),
      character: 'capital',
      event: null,
    })),
    yearEnds: years.flatMap((year) => {
      const day = lastBusinessDay(year);
      const open = openUnits(short, day);
      const at = story.price(day);
      return open === 0
        ? []
        : [{ year, date: localDate(day), price: perCoin(at), unrealised: dollars(open * (entry - at)) }];
    }),
  };
}

const perCoin = (perUnit: number): Price => price(String(perUnit * 10));

export function straddleCaseOf(story: Story): StraddleCase {
  const offsets = story.shorts.flatMap((short, place) =>
    short.hedges.map(({ lot, units }): Offset => {
      const until = endOf(short);
      return {
        short: positionId(place),
        long: lotId(lot),
        quantity: coins(units),
        from: localDate(short.open),
        until: until === null ? null : localDate(until),
        regime: 'none',
        by: 'record',
      };
    }),
  );
  return {
    lots: story.lots.map((lot, place) => lotOf(lot, place, story)),
    futures: story.shorts.map((short, place) => futureOf(short, place, story)),
    offsets,
    waiting: [],
    carryingCosts: [],
    firstYear: story.firstYear,
    lastYear: story.lastYear,
    asOf: localDate('2029-12-31'),
    elections: { ...defaultTaxElections, longTermLoss1256: story.killer },
    priceOn: (_, date) => perCoin(story.price(dateText(date))),
  };
}
