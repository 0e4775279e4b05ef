/** Random small exits: a few lots of one coin, a short that is open or may be opened, a few days, two or three years. */
import * as fc from 'fast-check';
import { accountId } from '../../src/shared/domain/account.ts';
import { assetId } from '../../src/shared/domain/asset.ts';
import { contractId } from '../../src/shared/domain/contract-spec.ts';
import type { ContractTerms } from '../../src/shared/domain/contract-terms.ts';
import type { LedgerEvent } from '../../src/shared/domain/event.ts';
import type { LotId } from '../../src/shared/domain/lot.ts';
import type { FilingStatus, Profile } from '../../src/shared/domain/profile.ts';
import { defaultTaxElections } from '../../src/shared/domain/tax-elections.ts';
import type { StraddleRegime } from '../../src/shared/domain/tax-elections.ts';
import { money, price, quantity, rate } from '../../src/shared/num/parse.ts';
import type { Price, Quantity } from '../../src/shared/num/types.ts';
import { zeroMoney, zeroQuantity, zeroRate } from '../../src/shared/num/types.ts';
import { dateText, localDate } from '../../src/shared/time/local-date.ts';
import { utc } from '../../src/shared/time/time-zone.ts';
import { event } from '../../src/main/engine/events/event.fixture.ts';
import type { ExitCase, ExitFuture } from '../../src/main/engine/exit/exit-case.ts';
import { termsOf } from '../../src/main/engine/futures/stress/stress.fixture.ts';
import type { LotLife } from '../../src/main/engine/tax/jurisdictions/us/actions/action-book.ts';
import { longTermFrom } from '../../src/main/engine/tax/jurisdictions/us/long-term-from.ts';
import type { TaxPositionId } from '../../src/main/engine/tax/jurisdictions/us/straddles/straddle-case.ts';
import { markOf, usFactsGiven } from '../../src/main/engine/tax/jurisdictions/us/us-facts.fixture.ts';
import { lastBusinessDay, later } from './plain-straddles.fixture.ts';

/** Units are tenths of a coin, money whole dollars, shares thousandths. */
export interface ExitStory {
  readonly asOf: string;
  readonly days: readonly string[];
  readonly lastYear: number;
  readonly lots: readonly { readonly units: number; readonly cost: number; readonly day: string }[];
  /** Of one unit on a day. */
  price(day: string): number;
  readonly sell: number;
  /** Dollars by which the coin may stand off at today's price, beside half a step of the short; null: no limit. */
  readonly net: number | null;
  readonly short: ExitStoryShort | null;
  readonly discount: number;
  readonly spotFee: number;
  readonly margin: number;
  readonly marginCost: number;
  readonly years: readonly ExitStoryYear[];
  readonly carried: { readonly short: number; readonly long: number };
  readonly killer: boolean;
  readonly straddles: boolean;
  /** Each tried for a short that is opened today; empty: none is marked. */
  readonly regimes: readonly StraddleRegime[];
}

export interface ExitStoryShort {
  readonly section1256: boolean;
  /** The day on which it was opened; null: it may be opened today. */
  readonly opened: string | null;
  readonly unitsPerStep: number;
  readonly steps: number;
  readonly funding: number;
  readonly fee: number;
  /** Lots by place, on record on the day of opening. */
  readonly hedges: readonly { readonly lot: number; readonly units: number }[];
}

export interface ExitStoryYear {
  readonly year: number;
  readonly filingStatus: FilingStatus;
  readonly income: number;
  readonly otherShort: number;
  readonly otherLong: number;
}

export const COIN = assetId('BTC');
const USD = assetId('USD');
const WALLET = accountId('wallet');
const VENUE = accountId('venue');
const CONTRACT = contractId('test', 'PERP');
const FIRST = '2023-06-01';
const MONTHS = 6 * 12;

export interface ExitSizes {
  readonly lots: number;
  readonly unitsOfLot: number;
  readonly days: number;
  readonly steps: number;
}

interface Drawn {
  readonly prices: readonly number[];
  readonly asOf: number;
  readonly lots: readonly { readonly day: number; readonly units: number; readonly premium: number }[];
  readonly days: readonly number[];
  readonly atYearEnds: boolean;
  readonly share: number;
  readonly short: {
    readonly there: boolean;
    readonly section1256: boolean;
    readonly daysOpen: number | null;
    readonly unitsPerStep: number;
    readonly funding: number;
    readonly fee: number;
  };
  readonly flat: boolean;
  /** Thousandths of what is sold. */
  readonly net: number | null;
  readonly costs: readonly [number, number, number, number];
  readonly years: readonly Omit<ExitStoryYear, 'year'>[];
  readonly carried: readonly [number, number];
  readonly killer: boolean;
  readonly straddles: boolean;
  readonly regimes: readonly StraddleRegime[];
}

const amounts = (most: number, step = 1000): fc.Arbitrary<number> =>
  fc.integer({ min: -Math.floor(most / step), max: Math.floor(most / step) }).map((n) => n * step);
const mostly = fc.nat({ max: 5 }).map((n) => n > 0);
const oftenZero = (some: fc.Arbitrary<number>): fc.Arbitrary<number> =>
  fc.oneof({ weight: 2, arbitrary: fc.constant(0) }, { weight: 1, arbitrary: some });

function drawnOf({ lots, unitsOfLot, days, steps }: ExitSizes): fc.Arbitrary<Drawn> {
  return fc.record({
    prices: fc.array(fc.integer({ min: 1500, max: 9000 }), { minLength: MONTHS, maxLength: MONTHS }),
    // From October 2026 to March 2027.
    asOf: fc.integer({ min: 0, max: 170 }),
    lots: fc.array(
      fc.record({
        day: fc.integer({ min: 0, max: 1100 }),
        units: fc.integer({ min: 1, max: unitsOfLot }),
        premium: fc.integer({ min: -600, max: 600 }),
      }),
      { minLength: 1, maxLength: lots },
    ),
    days: fc.array(fc.integer({ min: 1, max: 420 }), { minLength: 1, maxLength: days - 1 }),
    atYearEnds: fc.boolean(),
    share: fc.integer({ min: 1, max: steps }),
    short: fc.record({
      there: mostly,
      section1256: fc.boolean(),
      daysOpen: fc.option(fc.integer({ min: 1, max: 300 }), { freq: 1 }),
      unitsPerStep: fc.integer({ min: 1, max: 2 }),
      funding: oftenZero(fc.integer({ min: -150, max: 250 })),
      fee: oftenZero(fc.integer({ min: 0, max: 2 })),
    }),
    flat: fc.boolean(),
    net: fc.option(fc.integer({ min: 0, max: 1000 }), { freq: 2 }),
    costs: fc.tuple(
      fc.integer({ min: 0, max: 80 }),
      oftenZero(fc.integer({ min: 0, max: 10 })),
      oftenZero(fc.integer({ min: 50, max: 500 })),
      fc.integer({ min: 0, max: 60 }),
    ),
    years: fc.array(
      fc.record({
        filingStatus: fc.constantFrom<FilingStatus>(
          'single',
          'marriedJoint',
          'marriedSeparate',
          'headOfHousehold',
        ),
        income: fc.integer({ min: 0, max: 60 }).map((n) => n * 10_000),
        otherShort: oftenZero(amounts(40_000)),
        otherLong: oftenZero(amounts(40_000)),
      }),
      { minLength: 3, maxLength: 3 },
    ),
    carried: fc.tuple(oftenZero(amounts(20_000).map(Math.abs)), oftenZero(amounts(20_000).map(Math.abs))),
    killer: fc.boolean(),
    straddles: mostly,
    regimes: fc.constantFrom<readonly StraddleRegime[]>([], [], ['none', 'identified']),
  });
}

/** At least one lot, at least two days, never more to sell than is held. */
export function exitStories(sizes: ExitSizes): fc.Arbitrary<ExitStory> {
  return drawnOf(sizes).map((drawn) => storyOf(drawn));
}

function storyOf(drawn: Drawn): ExitStory {
  const asOf = later('2026-10-01', drawn.asOf);
  const today = Number(asOf.slice(0, 4));
  const days = daysOf(drawn, asOf);
  const lastYear = Math.max(today, Number((days.at(-1) ?? asOf).slice(0, 4)));
  const past = (day: string): number => {
    const month = (Number(day.slice(0, 4)) - 2023) * 12 + Number(day.slice(5, 7)) - 1;
    return drawn.prices[Math.max(0, Math.min(month, MONTHS - 1))] ?? 1500;
  };
  const priceOn = (day: string): number => (drawn.flat && day > asOf ? past(asOf) : past(day));
  const lots = drawn.lots.map(({ day, units, premium }) => {
    const bought = later(FIRST, day) >= asOf ? later(asOf, -30) : later(FIRST, day);
    return { units, cost: Math.max(1, priceOn(bought) + premium), day: bought };
  });
  const held = lots.reduce((sum, lot) => sum + lot.units, 0);
  const { unitsPerStep } = drawn.short;
  const isHedged = drawn.short.there && held >= unitsPerStep;
  const steps = Math.max(1, Math.min(drawn.share, Math.floor(held / unitsPerStep)));
  const sell = isHedged ? steps * unitsPerStep : Math.min(held, drawn.share);
  return {
    asOf,
    days,
    lastYear,
    lots,
    price: priceOn,
    sell,
    net: drawn.net === null ? null : Math.floor((drawn.net * sell * priceOn(asOf)) / 1000),
    short: isHedged ? shortOf(drawn, lots, asOf, steps) : null,
    discount: drawn.costs[0],
    spotFee: drawn.costs[1],
    margin: drawn.costs[2],
    marginCost: drawn.costs[3],
    years: drawn.years.map((year, place) => ({ ...year, year: 2026 + place })),
    carried: { short: drawn.carried[0], long: drawn.carried[1] },
    killer: drawn.killer,
    straddles: drawn.straddles,
    regimes: drawn.regimes,
  };
}

/** The first is today. Some fall on the last business day of a year or the first day of the next. */
function daysOf({ days, atYearEnds }: Drawn, asOf: string): readonly string[] {
  const year = Number(asOf.slice(0, 4));
  const own = days.map((one) => later(asOf, one));
  const ends = [lastBusinessDay(year), `${year + 1}-01-02`].filter((day) => day > asOf);
  const chosen = atYearEnds ? [...ends, ...own].slice(0, days.length) : own;
  return [...new Set([asOf, ...chosen])].toSorted();
}

/** The highest cost first is on record for it, held on the day on which it is opened. */
function shortOf(drawn: Drawn, lots: ExitStory['lots'], asOf: string, steps: number): ExitStoryShort {
  const { section1256, daysOpen, unitsPerStep, funding, fee } = drawn.short;
  const earliest =
    lots
      .map(({ day }) => day)
      .toSorted()
      .at(-1) ?? asOf;
  const wished = daysOpen === null ? null : later(asOf, -daysOpen);
  const opened = wished === null || wished <= earliest ? null : wished;
  let left = steps * unitsPerStep;
  const hedges = lots
    .map((lot, place) => ({ lot: place, cost: lot.cost, units: lot.units }))
    .toSorted((a, b) => b.cost - a.cost || a.lot - b.lot)
    .flatMap(({ lot, units }) => {
      const some = Math.min(units, left);
      left -= some;
      return some === 0 ? [] : [{ lot, units: some }];
    });
  return { section1256, opened, unitsPerStep, steps, funding, fee, hedges };
}

const lotId = (place: number): LotId => `lot-${place + 1}` as LotId;
export const coins = (units: number): Quantity => quantity((units / 10).toFixed(1));
const perCoin = (unit: number): Price => price(String(unit * 10));
const dollars = (whole: number): ReturnType<typeof money> => money(String(whole));
const thousandths = (n: number): ReturnType<typeof rate> => rate((n / 1000).toFixed(3));

function termsOfStory({ section1256, unitsPerStep }: ExitStoryShort): ContractTerms {
  return {
    ...termsOf('linear'),
    id: CONTRACT,
    symbol: 'PERP',
    underlying: COIN,
    quote: USD,
    settleAsset: USD,
    quantityStep: coins(unitsPerStep),
    expiry: null,
    section1256: { status: section1256, settled: true, reason: 'test' },
  };
}

/** The story as the optimiser takes it, from real events. */
export function exitCaseOf(story: ExitStory): ExitCase {
  const { short } = story;
  const terms = short === null ? null : termsOfStory(short);
  const elections = {
    ...defaultTaxElections,
    longTermLoss1256: story.killer,
    activelyTraded: story.straddles,
  };
  const facts = usFactsGiven({
    events: eventsOf(story),
    specOf: () => terms ?? undefined,
    asOf: story.asOf,
    marks: marksOf(story),
    elections,
    legs: legsOf(story),
  });
  const lives = new Map(story.lots.map((_, place) => [lotId(place), lifeOf(story, place)]));
  const priceOn = (asset: unknown, date: ReturnType<typeof localDate>): Price =>
    asset === COIN ? perCoin(story.price(dateText(date))) : price('1');
  return {
    asOf: localDate(story.asOf),
    currency: USD,
    profile: profileOf(story),
    facts,
    book: {
      lotOf: (lot) => lives.get(lot),
      priceOn,
      contractPriceOn: (_, date) => priceOn(COIN, date),
    },
    dates: story.days.map((day) => ({ date: localDate(day), why: ['test'] })),
    lastYear: story.lastYear,
    goals: [
      {
        asset: COIN,
        sell: coins(story.sell),
        buy: zeroQuantity,
        lots: story.lots.map((lot, place) => ({
          lot: lotId(place),
          account: WALLET,
          quantity: coins(lot.units),
          costBasis: dollars(lot.units * lot.cost),
        })),
        // Without futures any day will do; with them spot and futures stay together to half a step.
        tolerance: short === null ? coins(story.sell) : quantity((short.unitsPerStep / 20).toFixed(2)),
        perDay: null,
        minTicket: zeroQuantity,
      },
    ],
    futures:
      short === null || terms === null ? [] : [futureOf(story, short, terms, facts.straddles.futures[0]?.id)],
    costs: {
      discountPerYear: thousandths(story.discount),
      spotFee: thousandths(story.spotFee),
      spotSlippage: zeroRate,
      marginCostPerYear: thousandths(story.marginCost),
    },
    limits: { cash: null, maxDates: 60 },
    netTolerance: story.net === null ? null : dollars(story.net),
    regimes: short?.opened === null ? story.regimes : [],
  };
}

function futureOf(
  story: ExitStory,
  short: ExitStoryShort,
  terms: ContractTerms,
  open: TaxPositionId | undefined,
): ExitFuture {
  return {
    position: short.opened === null ? ('planned:PERP' as TaxPositionId) : (open ?? ('?' as TaxPositionId)),
    terms,
    asset: COIN,
    side: 'short',
    coinsPerStep: coins(short.unitsPerStep),
    steps: short.steps,
    isOpen: short.opened !== null,
    offsets:
      short.opened !== null || !story.straddles
        ? []
        : short.hedges.map(({ lot, units }) => ({
            long: lotId(lot),
            quantity: coins(units),
            regime: 'none',
            by: 'planned',
          })),
    part: null,
    fundingPerYear: thousandths(short.funding),
    carryWords: 'test',
    fee: thousandths(short.fee),
    slippage: zeroRate,
    marginRate: story.margin === 0 ? zeroRate : thousandths(story.margin),
  };
}

function eventsOf({ lots, short, price: priceOf }: ExitStory): LedgerEvent[] {
  const bought = lots.map(({ units, cost, day }, place) =>
    event(lotId(place), 'buy', day, [`wallet BTC ${(units / 10).toFixed(1)}`, `wallet USD -${units * cost}`]),
  );
  if (short === null || short.opened === null) return bought;
  const units = short.steps * short.unitsPerStep;
  const fill = {
    account: VENUE,
    contract: CONTRACT,
    side: 'sell' as const,
    quantity: coins(units),
    price: perCoin(priceOf(short.opened)),
    positionSide: 'one-way' as const,
  };
  return [...bought, event('fill-1', 'futures-fill', `${short.opened}T15:00:00Z`, [], { fill })].toSorted(
    (a, b) => (a.time < b.time ? -1 : a.time > b.time ? 1 : 0),
  );
}

/** Prices of the coin and the contract at each year's end and today. */
function marksOf({ asOf, price: priceOf }: ExitStory): ReturnType<typeof markOf>[] {
  const days = [2023, 2024, 2025, 2026].map(lastBusinessDay).filter((day) => day < asOf);
  return [...days, asOf].flatMap((day) => [
    markOf(COIN, day, String(priceOf(day) * 10)),
    markOf(CONTRACT, day, String(priceOf(day) * 10)),
  ]);
}

function legsOf({ short }: ExitStory): NonNullable<Parameters<typeof usFactsGiven>[0]['legs']> {
  if (short === null || short.opened === null) return [];
  return [
    {
      leg: 'leg-1',
      contract: CONTRACT,
      recordedOn: localDate(short.opened),
      asOf: localDate(short.opened),
      fills: ['fill-1' as LedgerEvent['id']],
      lots: short.hedges.map(({ lot, units }) => ({ lot: lotId(lot), quantity: coins(units) })),
    },
  ];
}

function lifeOf({ lots }: ExitStory, place: number): LotLife {
  const lot = lots[place];
  const acquired = localDate(lot?.day ?? '2023-01-01');
  return {
    longTermFrom: longTermFrom(acquired),
    lot: {
      id: lotId(place),
      asset: COIN,
      acquired,
      quantity: coins(lot?.units ?? 0),
      costBasis: dollars((lot?.units ?? 0) * (lot?.cost ?? 0)),
      departures: [],
    },
  };
}

function profileOf({ years, carried, lastYear }: ExitStory): Profile {
  return {
    jurisdiction: 'us',
    currency: USD,
    timeZone: utc,
    carryforward: { shortTerm: dollars(carried.short), longTerm: dollars(carried.long) },
    inflation: zeroRate,
    history: [],
    waiting: [],
    years: years
      .filter(({ year }) => year <= lastYear)
      .map(({ year, filingStatus, income, otherShort, otherLong }) => ({
        year,
        filingStatus,
        ordinaryIncome: dollars(income),
        deduction: 'standard',
        otherInvestmentIncome: zeroMoney,
        qualifiedDividends: zeroMoney,
        otherShortTermGain: dollars(otherShort),
        otherLongTermGain: dollars(otherLong),
        stateRate: zeroRate,
        seniors: 0,
        blind: 0,
      })),
  };
}
