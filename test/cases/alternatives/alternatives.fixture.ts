/** A portfolio of BTC at 50 000 and ETH at 2 000 off its targets, with perpetual contracts on both, as the ways back are made of it. */
import { accountId } from '../../../src/shared/domain/account.ts';
import { assetId } from '../../../src/shared/domain/asset.ts';
import type { AssetId } from '../../../src/shared/domain/asset.ts';
import { contractId } from '../../../src/shared/domain/contract-spec.ts';
import type { ContractTerms } from '../../../src/shared/domain/contract-terms.ts';
import type { EventId } from '../../../src/shared/domain/event.ts';
import type { LotId, OpenLot } from '../../../src/shared/domain/lot.ts';
import type { Profile } from '../../../src/shared/domain/profile.ts';
import { defaultTaxElections } from '../../../src/shared/domain/tax-elections.ts';
import { add, isPositive, negate, subtract } from '../../../src/shared/num/arithmetic.ts';
import { rateFromFraction } from '../../../src/shared/num/integers.ts';
import { money, price, quantity, rate } from '../../../src/shared/num/parse.ts';
import { apportion, priceTimes, quantityFor, rateTimes, valueOf } from '../../../src/shared/num/products.ts';
import type { Price, Quantity, Rate } from '../../../src/shared/num/types.ts';
import { oneRate, zeroMoney, zeroQuantity, zeroRate } from '../../../src/shared/num/types.ts';
import { instantFromIso } from '../../../src/shared/time/instant.ts';
import { daysBetween, localDate, yearOf } from '../../../src/shared/time/local-date.ts';
import { utc } from '../../../src/shared/time/time-zone.ts';
import type { ExitCase, ExitFuture, ExitGoal } from '../../../src/main/engine/exit/exit-case.ts';
import { termsOf } from '../../../src/main/engine/futures/stress/stress.fixture.ts';
import type { AlternativesCase } from '../../../src/main/engine/rebalance/alternatives/alternatives-case.ts';
import type { ActionBook } from '../../../src/main/engine/tax/jurisdictions/us/actions/action-book.ts';
import { factsOn } from '../../../src/main/engine/tax/jurisdictions/us/actions/us-facts.fixture.ts';
import { longTermFrom } from '../../../src/main/engine/tax/jurisdictions/us/long-term-from.ts';
import { offsetsOfPlanned } from '../../../src/main/engine/tax/jurisdictions/us/offsets/offsets-of-planned.ts';
import type { TaxPositionId } from '../../../src/main/engine/tax/jurisdictions/us/straddles/straddle-case.ts';

/** All amounts as text, shares as 0.05. */
export interface WayStory {
  readonly asOf: string;
  readonly horizon: string;
  /** On which the plan may trade besides today. */
  readonly days: readonly string[];
  readonly lots: readonly {
    readonly asset: string;
    readonly coins: string;
    /** Of all its coins. */
    readonly cost: string;
    readonly bought: string;
  }[];
  readonly targets: Readonly<Record<string, string>>;
  /** Ordinary income by year; single filer, standard deduction. */
  readonly income: Readonly<Record<string, string>>;
  /** Losses carried into the first year. */
  readonly carried?: { readonly short: string; readonly long: string };
  /** Of each year's own other long-term results. */
  readonly otherLong?: Readonly<Record<string, string>>;
  /** Share of notional and year that a short pays (a long receives). */
  readonly funding: string;
  /** What a long receives instead. */
  readonly fundingLong?: string;
  /** Costs are counted where all prices rise by so much until the horizon. */
  readonly rise?: string;
  /** Of each trade of futures; of coins. */
  readonly futuresFee?: string;
  readonly spotFee?: string;
  readonly discount: string;
  readonly margin?: string;
  readonly marginCost?: string;
  readonly section1256?: boolean;
  readonly withoutFutures?: boolean;
  readonly move?: string;
}

const PRICES: Readonly<Record<string, Price>> = { BTC: price('50000'), ETH: price('2000') };
const USD = assetId('USD');
const WALLET = accountId('wallet');

function priceOf(asset: string): Price {
  return PRICES[asset] ?? price('1');
}

export function waysCase(story: WayStory): AlternativesCase {
  const asOf = localDate(story.asOf);
  const horizon = localDate(story.horizon);
  const lots = story.lots.map((lot, place) => openLot(lot, place));
  const bookAt = (change: Rate): ActionBook => bookOf(lots, change, story);
  const exposures = Object.entries(story.targets).map(([asset, target]) => ({
    asset: assetId(asset),
    target: rate(target),
    price: priceOf(asset),
    spotValue: valueOf(heldOf(lots, asset), priceOf(asset), 'half-even'),
    futuresValue: zeroMoney,
    isMoney: false,
  }));
  const whole = exposures.reduce((sum, { spotValue }) => add(sum, spotValue), zeroMoney);
  const goals = exposures.flatMap(({ asset, target, price: at, spotValue }): ExitGoal[] => {
    const wanted = quantityFor(
      subtract(
        apportion(whole, target as unknown as Quantity, oneRate as unknown as Quantity, 'half-even'),
        spotValue,
      ),
      at,
      'half-even',
    );
    if (wanted === zeroQuantity) return [];
    const isBuy = isPositive(wanted);
    return [
      {
        asset,
        sell: isBuy ? zeroQuantity : negate(wanted),
        buy: isBuy ? wanted : zeroQuantity,
        lots: isBuy
          ? []
          : lots
              .filter((lot) => lot.asset === asset)
              .map(({ id, account, quantity: amount, costBasis }) => ({
                lot: id,
                account,
                quantity: amount,
                costBasis,
              })),
        held: heldOf(lots, asset),
        tolerance: quantity('0.01'),
        perDay: null,
        minTicket: zeroQuantity,
      },
    ];
  });
  const exit: ExitCase = {
    asOf,
    currency: USD,
    profile: profileOf(story),
    facts: factsOn(story.asOf),
    book: bookAt(rate(story.rise ?? '0')),
    dates: [asOf, ...story.days.map((day) => localDate(day))].map((date) => ({
      date,
      why: ['a day of the case'],
    })),
    lastYear: Math.max(yearOf(horizon), ...Object.keys(story.income).map(Number)),
    goals,
    futures: story.withoutFutures === true ? [] : goals.map((goal) => futureOf(goal, lots, story)),
    costs: {
      discountPerYear: rate(story.discount),
      spotFee: rate(story.spotFee ?? '0'),
      spotSlippage: zeroRate,
      marginCostPerYear: rate(story.marginCost ?? '0'),
    },
    limits: { cash: null, maxDates: 60 },
    netTolerance: null,
    regimes: [],
  };
  const move = rate(story.move ?? '0.3');
  const changes = (change: Rate) => exposures.map(({ asset }) => ({ asset, change }));
  return {
    exit,
    horizon,
    exposures,
    lots,
    lotMethod: 'fifo',
    elsewhere: [],
    paths: [
      { path: 'flat', words: 'Prices as now.', changes: changes(zeroRate), book: bookAt(zeroRate) },
      { path: 'up', words: 'Up.', changes: changes(move), book: bookAt(move) },
      { path: 'down', words: 'Down.', changes: changes(negate(move)), book: bookAt(negate(move)) },
    ],
    bookAt,
    fundingRange: () => null,
    leaveOn: null,
    accountName: (account) => account,
  };
}

function openLot({ asset, coins, cost, bought }: WayStory['lots'][number], place: number): OpenLot {
  return {
    id: `lot-${place + 1}` as LotId,
    event: `lot-${place + 1}` as EventId,
    asset: assetId(asset),
    account: WALLET,
    quantity: quantity(coins),
    acquired: instantFromIso(`${bought}T12:00:00Z`),
    acquiredDate: localDate(bought),
    costBasis: money(cost),
    longTermFrom: longTermFrom(localDate(bought)),
    basisUnknown: false,
  };
}

function heldOf(lots: readonly OpenLot[], asset: string): Quantity {
  return lots
    .filter((lot) => lot.asset === asset)
    .reduce<Quantity>((sum, lot) => add(sum, lot.quantity), zeroQuantity);
}

/** In a straight line to the change at the horizon, then held. */
function bookOf(lots: readonly OpenLot[], change: Rate, story: WayStory): ActionBook {
  const [from, to] = [localDate(story.asOf), localDate(story.horizon)];
  const priceOn = (asset: AssetId, date: Parameters<typeof daysBetween>[0]): Price => {
    if (PRICES[asset] === undefined || date <= from) return priceOf(asset);
    const elapsed =
      date >= to
        ? oneRate
        : rateFromFraction(BigInt(daysBetween(from, date)), BigInt(daysBetween(from, to)), 'half-even');
    return priceTimes(priceOf(asset), add(oneRate, rateTimes(change, elapsed, 'half-even')), 'half-even');
  };
  return {
    lotOf: (id) => {
      const lot = lots.find((one) => one.id === id);
      return lot === undefined
        ? undefined
        : {
            longTermFrom: lot.longTermFrom,
            lot: {
              id: lot.id,
              asset: lot.asset,
              quantity: lot.quantity,
              costBasis: lot.costBasis,
              acquired: lot.acquiredDate,
              departures: [],
            },
          };
    },
    priceOn,
    contractPriceOn: ({ underlying }, date) => priceOn(underlying, date),
  };
}

function futureOf({ asset, sell, buy }: ExitGoal, lots: readonly OpenLot[], story: WayStory): ExitFuture {
  const side = isPositive(sell) ? 'short' : 'long';
  const coins = side === 'short' ? sell : buy;
  const terms: ContractTerms = {
    ...termsOf('linear'),
    id: contractId('test', `${asset}-PERP`),
    symbol: `${asset}-PERP`,
    underlying: asset,
    quote: USD,
    settleAsset: USD,
    quantityStep: coins,
    expiry: null,
    section1256: { status: story.section1256 === true, settled: true, reason: 'test' },
  };
  const funding = rate(story.funding);
  const heldLots = lots.filter((lot) => lot.asset === asset);
  let left = coins;
  const chosen = heldLots.flatMap(({ id, quantity: there }) => {
    const taken = there < left ? there : left;
    left = subtract(left, taken);
    return taken === zeroQuantity ? [] : [{ lot: id, quantity: taken }];
  });
  return {
    position: `test:${asset}-PERP@plan` as TaxPositionId,
    terms,
    asset,
    side,
    // One step is all of it, so that nothing is left by rounding.
    coinsPerStep: coins,
    steps: 1,
    isOpen: false,
    offsets:
      side === 'long'
        ? []
        : offsetsOfPlanned(
            { asset, spec: terms, coins, lots: chosen },
            { elections: defaultTaxElections, heldLots, crossCounts: () => false },
          ),
    part: null,
    fundingPerYear: side === 'short' ? funding : negate(rate(story.fundingLong ?? story.funding)),
    carryWords: `${asset}-PERP: as the case assumes.`,
    fee: rate(story.futuresFee ?? '0'),
    slippage: zeroRate,
    marginRate: rate(story.margin ?? '0.2'),
  };
}

function profileOf({ income, carried, otherLong = {} }: WayStory): Profile {
  return {
    jurisdiction: 'us',
    currency: USD,
    timeZone: utc,
    inflation: zeroRate,
    history: [],
    waiting: [],
    carryforward: { shortTerm: money(carried?.short ?? '0'), longTerm: money(carried?.long ?? '0') },
    years: Object.entries(income).map(([year, ordinaryIncome]) => ({
      year: Number(year),
      filingStatus: 'single',
      ordinaryIncome: money(ordinaryIncome),
      deduction: 'standard',
      otherInvestmentIncome: zeroMoney,
      qualifiedDividends: zeroMoney,
      otherShortTermGain: zeroMoney,
      otherLongTermGain: money(otherLong[year] ?? '0'),
      stateRate: zeroRate,
      seniors: 0,
      blind: 0,
    })),
  };
}
