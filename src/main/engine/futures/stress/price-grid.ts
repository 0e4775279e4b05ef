import type { AssetId } from '../../../../shared/domain/asset.ts';
import { add, isNegative, isPositive, negate, subtract, sum } from '../../../../shared/num/arithmetic.ts';
import { priceTimes, ratio, rateTimes } from '../../../../shared/num/products.ts';
import type { Money, Price, Quantity, Rate } from '../../../../shared/num/types.ts';
import { oneRate, zeroMoney, zeroPrice, zeroQuantity, zeroRate } from '../../../../shared/num/types.ts';
import { amountAsMoney } from '../amounts.ts';
import { maintenanceMargin } from '../margin/maintenance-margin.ts';
import { payoffRules } from '../payoff/payoff-rules.ts';
import type { Coins, SettleAmount } from '../units.ts';
import { deltaAt } from './leg-start.ts';
import { profitAt, supportOf } from './pool-value.ts';
import { runStress } from './run-stress.ts';
import { scenarioStep } from './scenario-step.ts';
import type { StressScenario, StressStep } from './scenario.ts';
import { marketAfter } from './stress-market.ts';
import type { StressMarket } from './stress-market.ts';
import type { PoolOutcome, PoolPoint, StressOutcome } from './stress-outcome.ts';
import type { StressLeg, StressPortfolio } from './stress-portfolio.ts';

/** A leg at one price of the grid, as if it were still open. */
export interface GridLeg {
  readonly leg: StressLeg;
  readonly mark: Price;
  /** Since the entry. */
  readonly profit: SettleAmount;
  /** In quote money. */
  readonly notional: Money;
  readonly maintenance: SettleAmount | null;
  readonly delta: Coins;
  /** Whether it would have been closed by force on the way there; null where the margin is not known. */
  readonly liquidated: boolean | null;
}

export interface GridPool extends PoolPoint {
  readonly id: string;
  readonly liquidated: boolean | null;
}

export interface GridPoint {
  readonly move: Rate;
  readonly price: Price;
  readonly wealth: Money;
  /** After what was closed by force. */
  readonly netDelta: Quantity;
  readonly hedgeRatio: Rate | null;
  readonly cashNeeded: Money | null;
  readonly pools: readonly GridPool[];
  readonly legs: readonly GridLeg[];
}

/** Where a pool is closed by force as the coin moves. */
export interface GridClose {
  readonly pool: string;
  readonly accountName: string;
  readonly move: Rate;
  readonly price: Price;
}

export interface PriceGrid {
  readonly coin: AssetId;
  readonly price: Price;
  /** From the lowest price to the highest. */
  readonly points: readonly GridPoint[];
  /** Nearest to the price now first. */
  readonly closes: readonly GridClose[];
  readonly unknown: readonly string[];
}

/**
 * What becomes of a portfolio as the price of one coin alone moves away from where it is, down and up, a step at a time.
 * In: `from` above −1 and at most 0, `to` at least 0, a step above 0. Out: the price now is always among the points; null
 * where the coin has no price.
 */
export function priceGrid(
  portfolio: StressPortfolio,
  coin: AssetId,
  range: { readonly from: Rate; readonly to: Rate; readonly step: Rate },
): PriceGrid | null {
  const price = portfolio.prices.get(coin);
  if (price === undefined) return null;
  const up = movesTo(range.to, range.step);
  const down = movesTo(range.from, range.step);
  const rising = wayOf(portfolio, coin, [zeroRate, ...up]);
  const falling = wayOf(portfolio, coin, [zeroRate, ...down]);
  return {
    coin,
    price,
    points: [...falling.points.slice(1).toReversed(), ...rising.points],
    closes: [...falling.closes, ...rising.closes].sort((a, b) => nearer(a.move, b.move)),
    unknown: [...new Set([...rising.unknown, ...falling.unknown])],
  };
}

/** One step after another from the price now; the end itself is the last. */
function movesTo(end: Rate, step: Rate): Rate[] {
  const moves: Rate[] = [];
  const stride = isNegative(end) ? negate(step) : step;
  const isBefore = (move: Rate): boolean => (isNegative(end) ? move > end : move < end);
  for (let move = stride; isBefore(move); move = add(move, stride)) moves.push(move);
  return end === zeroRate ? moves : [...moves, end];
}

interface Way {
  readonly points: readonly GridPoint[];
  readonly closes: readonly GridClose[];
  readonly unknown: readonly string[];
}

function wayOf(portfolio: StressPortfolio, coin: AssetId, moves: readonly Rate[]): Way {
  const still = scenarioStep({});
  const steps = moves.map((move): StressStep => ({ ...still, coins: new Map([[coin, move]]) }));
  const outcome = runStress(portfolio, pathOf(steps));
  const points = steps.map((step, place) =>
    pointOf(portfolio, coin, outcome, {
      place,
      move: moves[place] ?? zeroRate,
      market: marketAfter(portfolio, step),
    }),
  );
  return { points, closes: closesOf(portfolio, coin, outcome, moves), unknown: outcome.unknown };
}

function pathOf(steps: readonly StressStep[]): StressScenario {
  return { id: 'grid', name: 'grid', words: '', source: '', date: null, own: false, steps };
}

interface Place {
  readonly place: number;
  readonly move: Rate;
  readonly market: StressMarket;
}

function pointOf(
  portfolio: StressPortfolio,
  coin: AssetId,
  { pools, steps }: StressOutcome,
  { place, move, market }: Place,
): GridPoint {
  const legs = pools.flatMap((pool) => pool.pool.legs.map((leg) => gridLeg(leg, pool, place, market)));
  const open = legs.filter(({ leg, liquidated }) => leg.terms.underlying === coin && liquidated !== true);
  const futures = sum(
    open.map(({ delta }) => delta),
    zeroQuantity,
  );
  const standing = pools
    .filter(({ pool }) => pool.settleAsset === coin)
    .map((pool) => standingAt(pool, place, market));
  return {
    move,
    price: market.priceOf(coin) ?? zeroPrice,
    wealth: steps[place]?.wealth ?? zeroMoney,
    netDelta: sum([...standing, ...heldOf(portfolio, coin)], futures),
    hedgeRatio: ratioOf(
      futures,
      sum([...walletsOf(portfolio, coin), ...heldOf(portfolio, coin)], zeroQuantity),
    ),
    cashNeeded: steps[place]?.cashNeeded ?? null,
    pools: pools.map((pool) => ({
      ...(pool.path[place] ?? EMPTY),
      id: pool.pool.id,
      liquidated: isLiquidated(pool, place),
    })),
    legs,
  };
}

const EMPTY: PoolPoint = {
  equity: zeroQuantity as SettleAmount,
  initial: null,
  maintenance: null,
  buffer: null,
  atMost: zeroQuantity as SettleAmount,
};

function gridLeg(leg: StressLeg, pool: PoolOutcome, place: number, market: StressMarket): GridLeg {
  const { terms, side, size } = leg;
  const at = market.pointOf(leg);
  const rules = payoffRules(terms.payoff);
  return {
    leg,
    mark: at.price,
    profit: profitAt(leg, at),
    notional: amountAsMoney(rules.notional(size, at)),
    maintenance: maintenanceMargin(terms, side, size, at),
    delta: deltaAt(leg, at),
    liquidated: isLiquidated(pool, place),
  };
}

function isLiquidated({ pool, closed, path }: PoolOutcome, place: number): boolean | null {
  if (closed !== null && closed.step <= place) return true;
  const point = path[place] ?? EMPTY;
  const isKnown = pool.unknown === null && (point.maintenance !== null || point.equity >= point.atMost);
  return isKnown || pool.legs.length === 0 ? false : null;
}

/** Coins that stand in a pool which settles in the coin: wallet and open profit, or what a forced close left. */
function standingAt({ pool, closed, path }: PoolOutcome, place: number, market: StressMarket): Quantity {
  if (closed !== null && closed.step <= place) return closed.left;
  return subtract(path[place]?.equity ?? EMPTY.equity, supportOf(pool, market, zeroRate));
}

function heldOf({ holdings }: StressPortfolio, coin: AssetId): Quantity[] {
  return holdings.filter(({ asset }) => asset === coin).map(({ quantity }) => quantity);
}

function walletsOf({ pools }: StressPortfolio, coin: AssetId): Quantity[] {
  return pools.filter(({ settleAsset }) => settleAsset === coin).map(({ wallet }) => wallet);
}

function ratioOf(futures: Quantity, held: Quantity): Rate | null {
  return isPositive(held) ? ratio(negate(futures), held, 'half-even') : null;
}

function closesOf(
  { prices }: StressPortfolio,
  coin: AssetId,
  { pools }: StressOutcome,
  moves: readonly Rate[],
): GridClose[] {
  const now = prices.get(coin) ?? zeroPrice;
  return pools.flatMap(({ pool, closed }) => {
    // Closed where it stands is closed on both ways: told once, with the way up.
    if (closed === null || (closed.step === 0 && isNegative(moves.at(-1) ?? zeroRate))) return [];
    const to = moves[closed.step] ?? zeroRate;
    const from = moves[closed.step - 1] ?? zeroRate;
    const move = add(from, rateTimes(subtract(to, from), closed.share, 'half-even'));
    const price = priceTimes(now, add(oneRate, move), 'half-even');
    return [{ pool: pool.id, accountName: pool.accountName, move, price }];
  });
}

function nearer(a: Rate, b: Rate): number {
  const left = isNegative(a) ? negate(a) : a;
  const right = isNegative(b) ? negate(b) : b;
  return left < right ? -1 : left > right ? 1 : 0;
}
