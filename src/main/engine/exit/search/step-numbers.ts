import { toFloat } from '../../../../shared/num/approximate.ts';
import { zeroQuantity } from '../../../../shared/num/types.ts';
import type { ExitCase } from '../exit-case.ts';
import { heldOf } from '../exposure-after.ts';
import { netLimit, netPriceOf } from '../net-off.ts';

/** What steps are chosen by, in floats: thousands of drafts ask for it. */
export interface StepNumbers {
  readonly goals: readonly StepGoal[];
  readonly positions: readonly StepPosition[];
  /** What all goals together may stand off, in money; null: no limit. */
  readonly net: number | null;
}

export interface StepGoal {
  readonly isSale: boolean;
  readonly sell: number;
  readonly held: number;
  readonly tolerance: number;
  /** Money for one coin, for what all goals together stand off. */
  readonly price: number;
  /** How far below what is wanted it may stand at the most: no short is larger than the coins held. */
  readonly mostBelow: number;
}

export interface StepPosition {
  /** Place of its goal; −1 without one. */
  readonly goal: number;
  /** Coins of one step. */
  readonly coins: number;
  /** The same, negative for a short. */
  readonly signed: number;
  readonly steps: number;
}

const kept = new WeakMap<ExitCase, StepNumbers>();

/** Made once for a case. */
export function stepNumbersOf(given: ExitCase): StepNumbers {
  let found = kept.get(given);
  if (found === undefined) kept.set(given, (found = made(given)));
  return found;
}

function made(given: ExitCase): StepNumbers {
  const limit = netLimit(given);
  return {
    goals: given.goals.map((goal): StepGoal => {
      const [sell, held, tolerance] = [goal.sell, heldOf(goal), goal.tolerance].map(toFloat);
      const isSale = goal.sell > zeroQuantity;
      return {
        isSale,
        sell: sell ?? 0,
        held: held ?? 0,
        tolerance: tolerance ?? 0,
        price: toFloat(netPriceOf(given, goal.asset)),
        mostBelow: isSale ? (held ?? 0) - (sell ?? 0) : Number.POSITIVE_INFINITY,
      };
    }),
    positions: given.futures.map(({ asset, side, coinsPerStep, steps }): StepPosition => {
      const coins = toFloat(coinsPerStep);
      return {
        goal: given.goals.findIndex((goal) => goal.asset === asset),
        coins,
        signed: side === 'long' ? coins : -coins,
        steps,
      };
    }),
    net: limit === null ? null : toFloat(limit),
  };
}
