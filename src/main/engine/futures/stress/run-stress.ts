import type { AssetId } from '../../../../shared/domain/asset.ts';
import { assetClass } from '../../../../shared/domain/asset.ts';
import { add, negate, subtract, sum } from '../../../../shared/num/arithmetic.ts';
import { valueOf } from '../../../../shared/num/products.ts';
import { zeroMoney, zeroQuantity, zeroRate } from '../../../../shared/num/types.ts';
import type { Money, Quantity } from '../../../../shared/num/types.ts';
import { cashNeeds } from './cash-needs.ts';
import { poolRun } from './pool-outcome.ts';
import type { PoolRun } from './pool-outcome.ts';
import type { Stage } from './pool-track.ts';
import { ALL } from './scenario.ts';
import type { StressScenario, StressStep } from './scenario.ts';
import { marketAfter, marketNow } from './stress-market.ts';
import type { NetDelta, StressOutcome, StressParts } from './stress-outcome.ts';
import type { StressHolding, StressPortfolio } from './stress-portfolio.ts';
import { unknownOf } from './stress-unknown.ts';

/**
 * What a scenario does to a portfolio, step by step.
 * At each step coins, collateral and futures are worth what they then are; margin is looked up at the new size; a pool
 * whose equity has met it on the way is gone at that very point, with its loss and the fee of closing. Cash needed is
 * told as if it had been paid in: it is what would have kept everything open.
 * Out: the parts add up to the change; venues add up to the whole. What has no price, and margins that nobody knows, are
 * in no figure and named. Rounds half-even to 18 decimals at each product.
 */
export function runStress(portfolio: StressPortfolio, scenario: StressScenario): StressOutcome {
  const stages = stagesOf(portfolio, scenario);
  const holdings = portfolio.holdings.flatMap((holding) => holdingRun(holding, stages, portfolio) ?? []);
  const runs = portfolio.pools.flatMap((pool) => poolRun(pool, stages, portfolio) ?? []);
  const wealth = wealthPath([...holdings.map(({ worth }) => worth), ...runs.map((run) => run.outcome.worth)]);
  const pools = runs.map(({ outcome }) => outcome);
  const needs = cashNeeds(pools, scenario.steps.length);
  let hour = zeroRate;
  return {
    scenario,
    currency: portfolio.currency,
    wealthBefore: wealth[0] ?? zeroMoney,
    wealthAfter: wealth.at(-1) ?? zeroMoney,
    parts: addedParts([...holdings.map(({ parts }) => parts), ...pools.map(({ parts }) => parts)]),
    cashNeeded: needs.most,
    needs: needs.byVenue,
    venues: venuesOf(holdings, runs),
    netDelta: netDeltas(holdings, runs, portfolio.currency),
    steps: scenario.steps.map(({ label, hours }, place) => {
      hour = add(hour, hours);
      return { label, hour, wealth: wealth[place + 1] ?? zeroMoney, cashNeeded: needs.byStep[place] ?? null };
    }),
    pools,
    legs: runs.flatMap(({ legs }) => legs),
    legsLeftOut: portfolio.legsLeftOut,
    unknown: unknownOf(portfolio, pools),
  };
}

function stagesOf(portfolio: StressPortfolio, { steps }: StressScenario): readonly Stage[] {
  let before = marketNow(portfolio);
  return steps.map((step, place) => {
    const earlier = steps[place - 1];
    const asksAnew = earlier === undefined || !asksAlike(earlier, step);
    const stage = { place, step, asksAnew, before, market: marketAfter(portfolio, step) };
    before = stage.market;
    return stage;
  });
}

function asksAlike(a: StressStep, b: StressStep): boolean {
  return a.marginMultiplier === b.marginMultiplier && a.haircut === b.haircut && a.noAccess === b.noAccess;
}

interface HoldingRun {
  readonly holding: StressHolding;
  readonly worth: readonly Money[];
  readonly parts: StressParts;
  readonly isLost: boolean;
}

/** null where it has no price. */
function holdingRun(
  holding: StressHolding,
  stages: readonly Stage[],
  { prices }: StressPortfolio,
): HoldingRun | null {
  const now = prices.get(holding.asset);
  if (now === undefined) return null;
  const before = valueOf(holding.quantity, now, 'half-even');
  const worth = [before];
  let last = before;
  let lost = zeroMoney;
  let isLost = false;
  for (const { step, market } of stages) {
    if (!isLost) last = valueOf(holding.quantity, market.priceOf(holding.asset) ?? now, 'half-even');
    if (!isLost && !holding.ownWallet && (step.lost.includes(holding.venue) || step.lost.includes(ALL))) {
      isLost = true;
      lost = negate(last);
    }
    worth.push(isLost ? zeroMoney : last);
  }
  const parts = { ...NO_PARTS, coins: subtract(last, before), lost };
  return { holding, worth, parts, isLost };
}

const NO_PARTS: StressParts = {
  coins: zeroMoney,
  futures: zeroMoney,
  funding: zeroMoney,
  fees: zeroMoney,
  lost: zeroMoney,
};

function addedParts(all: readonly StressParts[]): StressParts {
  const total = (of: (parts: StressParts) => Money): Money => sum(all.map(of), zeroMoney);
  return {
    coins: total(({ coins }) => coins),
    futures: total(({ futures }) => futures),
    funding: total(({ funding }) => funding),
    fees: total(({ fees }) => fees),
    lost: total(({ lost }) => lost),
  };
}

function wealthPath(paths: readonly (readonly Money[])[]): readonly Money[] {
  const [first] = paths;
  return (first ?? []).map((_, place) =>
    sum(
      paths.map((path) => path[place] ?? zeroMoney),
      zeroMoney,
    ),
  );
}

function venuesOf(holdings: readonly HoldingRun[], runs: readonly PoolRun[]): StressOutcome['venues'] {
  const parts = [
    ...holdings.map(({ holding, worth }) => ({ venue: holding.venue, worth })),
    ...runs.map(({ outcome }) => ({ venue: outcome.pool.venue, worth: outcome.worth })),
  ];
  return [...Map.groupBy(parts, ({ venue }) => venue)].map(([venue, at]) => ({
    venue,
    before: sum(
      at.map(({ worth }) => worth[0] ?? zeroMoney),
      zeroMoney,
    ),
    after: sum(
      at.map(({ worth }) => worth.at(-1) ?? zeroMoney),
      zeroMoney,
    ),
  }));
}

/** Coins held, coins in pools that settle in them, and what futures add; money has no delta. */
function netDeltas(
  holdings: readonly HoldingRun[],
  runs: readonly PoolRun[],
  currency: AssetId,
): readonly NetDelta[] {
  const deltas = new Map<AssetId, NetDelta>();
  const put = (asset: AssetId, before: Quantity, after: Quantity): void => {
    if (assetClass(asset, currency) !== 'coin') return;
    const known = deltas.get(asset);
    deltas.set(asset, {
      asset,
      before: add(known?.before ?? zeroQuantity, before),
      after: add(known?.after ?? zeroQuantity, after),
    });
  };
  for (const { holding, isLost } of holdings)
    put(holding.asset, holding.quantity, isLost ? zeroQuantity : holding.quantity);
  for (const { outcome, standingBefore, standing, legs } of runs) {
    put(outcome.pool.settleAsset, standingBefore, standing);
    for (const { leg, deltaBefore, deltaAfter } of legs) put(leg.terms.underlying, deltaBefore, deltaAfter);
  }
  return [...deltas.values()].sort((a, b) => (a.asset < b.asset ? -1 : 1));
}
