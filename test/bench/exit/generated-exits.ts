/** Exits of any size: two coins of many lots, each hedged with whole contracts that are opened today. */
import { accountId } from '../../../src/shared/domain/account.ts';
import { assetId } from '../../../src/shared/domain/asset.ts';
import type { AssetId } from '../../../src/shared/domain/asset.ts';
import { contractId } from '../../../src/shared/domain/contract-spec.ts';
import type { ContractTerms } from '../../../src/shared/domain/contract-terms.ts';
import type { LotId } from '../../../src/shared/domain/lot.ts';
import type { Profile } from '../../../src/shared/domain/profile.ts';
import { defaultTaxElections } from '../../../src/shared/domain/tax-elections.ts';
import { money, price, quantity, rate } from '../../../src/shared/num/parse.ts';
import { add, sum } from '../../../src/shared/num/arithmetic.ts';
import { zeroMoney, zeroQuantity, zeroRate } from '../../../src/shared/num/types.ts';
import type { Quantity } from '../../../src/shared/num/types.ts';
import { addDays, localDate } from '../../../src/shared/time/local-date.ts';
import type { LocalDate } from '../../../src/shared/time/local-date.ts';
import { utc } from '../../../src/shared/time/time-zone.ts';
import type { ExitCase, ExitFuture, ExitGoal, ExitLot } from '../../../src/main/engine/exit/exit-case.ts';
import { termsOf } from '../../../src/main/engine/futures/stress/stress.fixture.ts';
import type {
  ActionBook,
  LotLife,
} from '../../../src/main/engine/tax/jurisdictions/us/actions/action-book.ts';
import { longTermFrom } from '../../../src/main/engine/tax/jurisdictions/us/long-term-from.ts';
import type { TaxPositionId } from '../../../src/main/engine/tax/jurisdictions/us/straddles/straddle-case.ts';
import type { UsFacts } from '../../../src/main/engine/tax/jurisdictions/us/us-facts.ts';

const today = localDate('2026-11-20');
const USD = assetId('USD');
const COINS = [
  { asset: assetId('BTC'), price: 90_000, coins: 20, step: '0.1', section1256: true },
  { asset: assetId('ETH'), price: 3_000, coins: 400, step: '1', section1256: false },
] as const;

/** Twelve days over three tax years. */
const DAYS = [
  '2026-11-20',
  '2026-12-15',
  '2026-12-31',
  '2027-01-02',
  '2027-03-26',
  '2027-06-25',
  '2027-09-24',
  '2027-12-31',
  '2028-01-03',
  '2028-04-03',
  '2028-07-03',
  '2028-11-01',
].map(localDate);

/**
 * In: lots of both coins together; which of them the hedges are identified with: all, the dearest first, or those alone that are
 * long-term already, whose clocks nothing stops. The same input gives the same case.
 */
export function generatedExit(lots: number, hedged: 'all' | 'long-term' = 'all'): ExitCase {
  const random = sequence(lots);
  const lives = new Map<LotId, LotLife>();
  const goals = COINS.map((coin, place): ExitGoal => {
    const count = Math.ceil((lots - place) / 2);
    return goalOf(coin, count, { random, lives });
  });
  const book: ActionBook = {
    lotOf: (lot) => lives.get(lot),
    priceOn: (asset) => pricesOf(asset),
    contractPriceOn: ({ underlying }) => pricesOf(underlying),
  };
  return {
    asOf: today,
    currency: USD,
    profile,
    facts: facts(),
    book,
    dates: DAYS.map((date) => ({ date, why: [] })),
    lastYear: 2028,
    goals,
    futures: COINS.map((coin, place) => futureOf(coin, goals[place], { place, lives, hedged })),
    costs: {
      discountPerYear: rate('0.05'),
      spotFee: rate('0.001'),
      spotSlippage: rate('0.0005'),
      marginCostPerYear: rate('0.04'),
    },
    limits: { cash: null, maxDates: DAYS.length },
    netTolerance: null,
    regimes: [],
  };
}

function pricesOf(asset: AssetId): ReturnType<typeof price> {
  return price(String(COINS.find((coin) => coin.asset === asset)?.price ?? 1));
}

type Coin = (typeof COINS)[number];

function goalOf(
  coin: Coin,
  count: number,
  { random, lives }: { readonly random: () => number; readonly lives: Map<LotId, LotLife> },
): ExitGoal {
  const lots = Array.from({ length: count }, (_, at): ExitLot => {
    const id = `${coin.asset}-${at}` as LotId;
    const acquired = addDays(today, -Math.floor(10 + random() * 1500));
    const coins = quantity(((coin.coins / count) * (0.5 + random())).toFixed(6));
    const each = coin.price * (0.1 + random() * 0.85);
    const costBasis = money((Number(coin.coins / count) * each).toFixed(2));
    const lot = { id, asset: coin.asset, quantity: coins, costBasis, acquired, departures: [] };
    lives.set(id, { lot, longTermFrom: longTermFrom(acquired) });
    return { lot: id, account: accountId('wallet'), quantity: coins, costBasis };
  });
  return {
    asset: coin.asset,
    sell: quantity((coin.coins * 0.6).toFixed(6)),
    buy: zeroQuantity,
    lots,
    tolerance: quantity((Number(coin.step) / 2).toFixed(6)),
    perDay: null,
    minTicket: zeroQuantity,
  };
}

function futureOf(
  coin: Coin,
  goal: ExitGoal | undefined,
  {
    place,
    lives,
    hedged,
  }: {
    readonly place: number;
    readonly lives: ReadonlyMap<LotId, LotLife>;
    readonly hedged: 'all' | 'long-term';
  },
): ExitFuture {
  const terms: ContractTerms = {
    ...termsOf('linear'),
    id: contractId('bench', coin.asset),
    symbol: `${coin.asset}-PERP`,
    underlying: coin.asset,
    quote: USD,
    settleAsset: USD,
    quantityStep: quantity(coin.step),
    expiry: null,
    section1256: { status: coin.section1256, settled: true, reason: 'benchmark' },
  };
  const steps = Math.round((coin.coins * 0.6) / Number(coin.step));
  let left: Quantity = goal?.sell ?? zeroQuantity;
  const offsets = (goal?.lots ?? [])
    .toSorted((a, b) => (a.costBasis > b.costBasis ? -1 : 1))
    .flatMap(({ lot, quantity: coins }) => {
      const isTurned = (lives.get(lot)?.longTermFrom ?? today) <= today;
      if (left <= zeroQuantity || (hedged === 'long-term' && !isTurned)) return [];
      const part = coins < left ? coins : left;
      left = sum([left, negated(part)], zeroQuantity);
      return [{ long: lot, quantity: part }];
    });
  return {
    position: `bench-${place}` as TaxPositionId,
    terms,
    asset: coin.asset,
    side: 'short',
    coinsPerStep: quantity(coin.step),
    steps,
    isOpen: false,
    offsets,
    part: null,
    fundingPerYear: rate(place === 0 ? '-0.01' : '0.015'),
    carryWords: 'An assumption of the benchmark.',
    fee: rate('0.0005'),
    slippage: rate('0.0002'),
    marginRate: rate('0.3'),
  };
}

function negated(amount: Quantity): Quantity {
  return -(amount as unknown as bigint) as unknown as Quantity;
}

function facts(): UsFacts {
  return {
    disposed: [],
    income: [],
    loose: [],
    stretches: new Map(),
    crossCounts: () => false,
    issues: [],
    straddles: {
      lots: [],
      futures: [],
      offsets: [],
      waiting: [],
      carryingCosts: [],
      firstYear: 2026,
      lastYear: 2026,
      asOf: today,
      elections: defaultTaxElections,
      priceOn: (asset: AssetId, _date: LocalDate) => pricesOf(asset),
    },
  };
}

/** Numbers from 0 to 1 that a start gives. */
function sequence(start: number): () => number {
  let state = start * 2_654_435_761 + 1;
  return () => {
    state = (Math.imul(state ^ (state >>> 15), 2_246_822_519) + 374_761_393) >>> 0;
    return state / 4_294_967_296;
  };
}

const profile: Profile = {
  jurisdiction: 'us',
  currency: USD,
  timeZone: utc,
  carryforward: { shortTerm: money('5000'), longTerm: zeroMoney },
  inflation: zeroRate,
  history: [],
  waiting: [],
  years: [2026, 2027, 2028].map((year) => ({
    year,
    filingStatus: 'single',
    ordinaryIncome: add(money('140000'), money(String((year - 2026) * 15_000))),
    deduction: 'standard',
    otherInvestmentIncome: zeroMoney,
    qualifiedDividends: zeroMoney,
    otherShortTermGain: zeroMoney,
    otherLongTermGain: zeroMoney,
    stateRate: rate('0.05'),
    seniors: 0,
    blind: 0,
  })),
};
