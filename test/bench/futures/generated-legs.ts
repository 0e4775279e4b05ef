/** Open futures in four accounts with margin tables of eight tiers, seeded, and forty paths to put them through. */
import { accountId } from '../../../src/shared/domain/account.ts';
import { assetId } from '../../../src/shared/domain/asset.ts';
import type { AssetId } from '../../../src/shared/domain/asset.ts';
import type { ContractTerms } from '../../../src/shared/domain/contract-terms.ts';
import type { MarginTier } from '../../../src/shared/domain/margin-table.ts';
import { price, quantity, rate } from '../../../src/shared/num/parse.ts';
import type { Price } from '../../../src/shared/num/types.ts';
import { payoffRules } from '../../../src/main/engine/futures/payoff/payoff-rules.ts';
import { scenarioStep } from '../../../src/main/engine/futures/stress/scenario-step.ts';
import type { StressScenario } from '../../../src/main/engine/futures/stress/scenario.ts';
import {
  standardScenarios,
  venueScenarios,
} from '../../../src/main/engine/futures/stress/standard-scenarios.ts';
import type {
  StressLeg,
  StressPool,
  StressPortfolio,
} from '../../../src/main/engine/futures/stress/stress-portfolio.ts';
import { settleAmount } from '../../../src/main/engine/futures/units.ts';
import { generator } from '../generator.ts';
import { benchSpecs } from './generated-positions.ts';

const ACCOUNTS = 4;
const SCENARIOS = 40;

const tiers: readonly MarginTier[] = Array.from({ length: 8 }, (_, place) => ({
  cap: place === 7 ? null : quantity(String(50_000 * 3 ** place)),
  maintenanceRate: rate(`0.0${place + 1}`),
  deduction: quantity(String(place * 900)),
  initialRate: rate(`0.${String(place * 2 + 2).padStart(2, '0')}`),
}));

const terms: readonly ContractTerms[] = benchSpecs.map((spec) => ({
  ...spec,
  series: null,
  minNotional: null,
  maxQuantity: null,
  maxLeverage: 50,
  takerFee: rate('0.0005'),
  feePerContract: null,
  settlement: 'cash',
  settlementIndex: null,
  fixing: null,
  resets: 'never',
  margin: { kind: 'tiers', unit: 'settle-value', tiers },
  liquidation: 'binance',
  evidence: [],
  notes: null,
}));

/** So many legs, each account with as many in every contract. */
export function generatedLegs(count: number, seed = 5): StressPortfolio {
  const random = generator(seed);
  const legs = Array.from({ length: count }, (_, number) => ({
    leg: legOf(number, random),
    account: number % ACCOUNTS,
  }));
  const groups = Map.groupBy(legs, ({ leg, account }) => `venue-${account + 1} ${leg.terms.settleAsset}`);
  const pools = [...groups].map(([id, group]) =>
    poolOf(
      id,
      group.map(({ leg }) => leg),
    ),
  );
  const coins = [...new Set(terms.map(({ underlying }) => underlying))];
  const prices = new Map<AssetId, Price>(coins.map((coin, place) => [coin, price(String(10 + place * 37))]));
  for (const money of ['USD', 'USDT']) prices.set(assetId(money), price('1'));
  return {
    currency: assetId('USD'),
    holdings: coins.map((asset) => ({ venue: 'own', ownWallet: true, asset, quantity: quantity('250') })),
    pools,
    prices,
    legsLeftOut: 0,
    unknown: [],
  };
}

function legOf(number: number, random: () => number): StressLeg {
  const spec = terms[number % terms.length];
  if (spec === undefined) throw new Error('no such contract');
  const cents = 1_000 + Math.floor(random() * 40_000);
  const entry = price((cents / 100).toFixed(2));
  const mark = price(((cents * (0.9 + random() * 0.2)) / 100).toFixed(2));
  const rules = payoffRules(spec.payoff);
  const amount = quantity(String(1 + Math.floor(random() * 400)));
  const size = rules.sizeOf(spec, { unit: spec.quantityUnit, amount }, entry);
  return {
    id: `leg-${number}`,
    terms: spec,
    side: random() < 0.7 ? 'short' : 'long',
    size,
    entryValue: rules.valueAt(size, entry),
    at: { price: mark, settlePrice: spec.settleAsset === spec.quote ? price('1') : mark },
    planned: false,
  };
}

/** With about a third of its size behind it: some scenarios close some of them. */
function poolOf(id: string, legs: readonly StressLeg[]): StressPool {
  const [venue = ''] = id.split(' ');
  const size = legs.reduce(
    (total, leg) =>
      total +
      Number(payoffRules(leg.terms.payoff).valueAt(leg.size, leg.at.price) as unknown as bigint) / 1e18,
    0,
  );
  return {
    id,
    account: accountId(venue),
    accountName: venue,
    venue,
    settleAsset: legs[0]?.terms.settleAsset ?? assetId('USDT'),
    isolated: null,
    wallet: settleAmount(quantity((size / 3).toFixed(6))),
    support: [],
    legs,
    unknown: null,
  };
}

/** Shipped ones, lost venues, and paths of five steps up to forty. */
export function benchScenarios(): readonly StressScenario[] {
  const venues = Array.from({ length: ACCOUNTS }, (_, number) => `venue-${number + 1}`);
  const shipped = [...standardScenarios, ...venueScenarios(venues)];
  const own = Array.from({ length: SCENARIOS - shipped.length }, (_, number): StressScenario => ({
    id: `own:${number}`,
    name: `own ${number}`,
    words: '',
    source: 'generated',
    date: null,
    own: true,
    steps: [1, 2, 3, 4, 5].map((place) =>
      scenarioStep({
        hours: 8,
        coins: { '*': `${place % 2 === 0 ? '-' : ''}0.0${place + (number % 4)}` },
        fundingPer8h: '0.0005',
      }),
    ),
  }));
  return [...shipped, ...own];
}
