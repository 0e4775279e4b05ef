/** Where an asset of a saved plan stands: coins, shorts and longs, and what both together are meant to be. */
import type { AssetId } from '../../../../shared/domain/asset.ts';
import type { SavedExitPlan, SavedFuture } from '../../../../shared/domain/exit-plan.ts';
import { absolute, add, isNegative, subtract } from '../../../../shared/num/arithmetic.ts';
import { apportion } from '../../../../shared/num/products.ts';
import { zeroQuantity } from '../../../../shared/num/types.ts';
import type { Quantity } from '../../../../shared/num/types.ts';
import type { LocalDate } from '../../../../shared/time/local-date.ts';
import type { Standing } from '../../../engine/exit/close-out/close-out-slices.ts';
import type { StepHedge } from '../../../engine/exit/close-out/exit-steps.ts';
import type { FuturesPosition } from '../../../engine/futures/position.ts';
import { isOfLeg } from '../../../engine/futures/watch/linkable-fills.ts';
import { coinsOfPosition } from './coins-of-position.ts';
import type { Derived } from '../../derived.ts';
import { isDone } from './plan-progress.ts';
import type { PlanProgress } from './plan-progress.ts';

export interface AssetStanding extends Standing {
  /** Futures that are none of the plan's counted as wanted. */
  readonly wanted: Quantity;
}

/** The open positions that a future of the plan is now: its own, what it was rolled into, or what the plan opened. */
export function positionsOf(future: SavedFuture, { positions, facts }: Derived): readonly FuturesPosition[] {
  const planned = facts.termsOf(future.contract);
  return positions.open.filter(
    ({ side, spec, account, positionSide }) =>
      side === future.side &&
      (spec.id === future.contract || (planned !== undefined && isOfLeg(spec, planned))) &&
      (future.account === null || (account === future.account && positionSide === future.positionSide)),
  );
}

/** Whether all of a step's position is open in the ledger: what the plan opens is, once fills of its opening came in. */
export function isThere({ parts, future }: StepHedge, { steps }: PlanProgress, derived: Derived): boolean {
  if (positionsOf(future, derived).length === 0) return false;
  const opened = new Set(
    steps.flatMap(({ step, trades }) =>
      step.kind.startsWith('open') && step.hedge !== null && trades.length > 0
        ? step.hedge.parts.map((part) => part.future.position)
        : [],
    ),
  );
  return parts.every((part) => part.future.isOpen || opened.has(part.future.position));
}

/** A future of the plan as it is now: in the contract that it was rolled into, in the account where the plan opened it. */
export function liveFuture(future: SavedFuture, derived: Derived): SavedFuture {
  const [position] = positionsOf(future, derived);
  return position === undefined
    ? future
    : {
        ...future,
        contract: position.contract,
        account: position.account,
        positionSide: position.positionSide,
      };
}

/** As the day begins: today, with what earlier days of the plan have left undone taken as done. */
export function standingBefore(
  { plan, steps }: PlanProgress,
  asset: AssetId,
  date: LocalDate,
  derived: Derived,
): AssetStanding {
  let now = standingNow(plan, asset, derived);
  for (const one of steps) {
    const { step, left } = one;
    if (step.asset !== asset || step.date >= date || isDone(one)) continue;
    const coins = apportion<Quantity>(step.coins, left, step.quantity, 'half-even');
    const grows = step.kind === 'buy' || step.kind === 'open-short' || step.kind === 'open-long';
    const change = grows ? coins : subtract(zeroQuantity, coins);
    const pile = step.hedge === null ? 'held' : step.hedge.future.side;
    now = { ...now, [pile]: add(now[pile], change) };
  }
  return now;
}

function standingNow(plan: SavedExitPlan, asset: AssetId, derived: Derived): AssetStanding {
  // As the plan counted them: by lot.
  const held = derived.heldLots.reduce<Quantity>(
    (total, lot) => (lot.asset === asset ? add(total, lot.quantity) : total),
    zeroQuantity,
  );
  const ofPlan = new Set<FuturesPosition>();
  const piles = { short: zeroQuantity as Quantity, long: zeroQuantity as Quantity };
  let beside: Quantity = zeroQuantity;
  const signed = (side: 'long' | 'short', coins: Quantity): Quantity =>
    side === 'long' ? coins : subtract(zeroQuantity, coins);
  for (const future of plan.futures)
    for (const position of positionsOf(future, derived)) {
      if (ofPlan.has(position)) continue;
      ofPlan.add(position);
      if (future.asset !== asset) continue;
      const coins = apportion<Quantity>(
        future.coinsPerStep,
        position.quantity.amount,
        future.quantityPerStep,
        'half-even',
      );
      piles[future.side] = add(piles[future.side], coins);
      beside = add(beside, signed(future.side, future.coinsBeside));
    }
  for (const position of derived.positions.open) {
    if (position.spec.underlying !== asset || ofPlan.has(position)) continue;
    const coins = coinsOfPosition(position, derived);
    const side = isNegative(coins) ? ('short' as const) : ('long' as const);
    piles[side] = add(piles[side], absolute(coins));
    beside = add(beside, coins);
  }
  const exposure = add(subtract(held, piles.short), piles.long);
  const goal = plan.goals.find((one) => one.asset === asset);
  return { held, ...piles, wanted: goal === undefined ? exposure : add(goal.wanted, beside) };
}
