import type { AssetId } from '../../../shared/domain/asset.ts';
import type { Policy } from '../../../shared/domain/policy.ts';
import {
  absolute,
  add,
  compare,
  isNegative,
  larger,
  negate,
  smaller,
  subtract,
  sum,
} from '../../../shared/num/arithmetic.ts';
import { moneyTimes, rateTimes } from '../../../shared/num/products.ts';
import type { Money, Price, Rate } from '../../../shared/num/types.ts';
import { oneRate, zeroMoney, zeroRate } from '../../../shared/num/types.ts';
import { weightsOf } from './weights.ts';
import { percentText, pointsText } from '../words.ts';

/** What is held of one asset that has a target, at today's prices. */
export interface TargetedExposure {
  readonly asset: AssetId;
  readonly target: Rate;
  readonly price: Price;
  /** Coins and money of one's own, collateral included once. */
  readonly spotValue: Money;
  /** What futures add (long) or take away (short). */
  readonly futuresValue: Money;
  /**
   * The reporting currency or a stablecoin: a short future turns coins into it, so it takes the other side of every
   * coin's futures value. Without such a target the other side stays outside the sum.
   */
  readonly isMoney: boolean;
}

export interface DriftRow {
  readonly asset: AssetId;
  readonly target: Rate;
  readonly spotWeight: Rate;
  readonly effectiveWeight: Rate;
  /** Effective weight less target: positive is overweight. */
  readonly drift: Rate;
  readonly driftValue: Money;
  readonly bandLow: Rate;
  readonly bandHigh: Rate;
  readonly outside: boolean;
}

export interface Drift {
  /** Effective value of the targeted assets together: what the targets are shares of. */
  readonly value: Money;
  readonly rows: readonly DriftRow[];
  /** Which rule fired, each a whole sentence. */
  readonly triggers: readonly string[];
}

/**
 * How far each targeted asset is from its target, by effective exposure: spot, collateral and futures together.
 * In: targets that add up to one. Out: null where the targeted assets are worth nothing.
 * The effective weights add up to one exactly.
 */
export function driftOf(exposures: readonly TargetedExposure[], policy: Policy): Drift | null {
  const effective = effectiveValues(exposures);
  const effectiveWeights = weightsOf(effective);
  if (effectiveWeights === null) return null;
  const spotWeights = weightsOf(exposures.map(({ spotValue }) => spotValue));
  const value = sum(effective, zeroMoney);
  const rows = exposures.map((exposure, index): DriftRow => {
    const weight = effectiveWeights[index] ?? zeroRate;
    const { low, high } = bandOf(exposure.target, policy);
    return {
      asset: exposure.asset,
      target: exposure.target,
      spotWeight: spotWeights?.[index] ?? zeroRate,
      effectiveWeight: weight,
      drift: subtract(weight, exposure.target),
      driftValue: subtract(effective[index] ?? zeroMoney, moneyTimes(value, exposure.target, 'half-even')),
      bandLow: low,
      bandHigh: high,
      outside: compare(weight, low) < 0 || compare(weight, high) > 0,
    };
  });
  return { value, rows, triggers: rows.flatMap((row) => triggersOf(row, policy)) };
}

/** Spot and futures of each exposure together; the first money takes the other side of the coins' futures. */
export function effectiveValues(exposures: readonly TargetedExposure[]): Money[] {
  const futuresOfCoins = sum(
    exposures.filter(({ isMoney }) => !isMoney).map(({ futuresValue }) => futuresValue),
    zeroMoney,
  );
  const firstMoney = exposures.findIndex(({ isMoney }) => isMoney);
  return exposures.map((exposure, index) =>
    add(exposure.spotValue, index === firstMoney ? negate(futuresOfCoins) : exposure.futuresValue),
  );
}

/** The narrower of the two bands; the whole range where there is none. */
function bandOf(target: Rate, policy: Policy): { low: Rate; high: Rate } {
  const widths = [
    policy.absoluteBand,
    policy.relativeBand === null ? null : rateTimes(target, policy.relativeBand, 'half-even'),
  ].filter((width) => width !== null);
  const [first, second] = widths;
  if (first === undefined) return { low: zeroRate, high: oneRate };
  const width = second === undefined ? first : smaller(first, second);
  return { low: larger(subtract(target, width), zeroRate), high: smaller(add(target, width), oneRate) };
}

function triggersOf(row: DriftRow, policy: Policy): string[] {
  const away = absolute(row.drift);
  const stands = `${row.asset} stands at ${percentText(row.effectiveWeight)}, ${pointsText(row.drift)} ${isNegative(row.drift) ? 'below' : 'above'} its target of ${percentText(row.target)}`;
  const found: string[] = [];
  if (policy.absoluteBand !== null && compare(away, policy.absoluteBand) > 0) {
    found.push(`${stands}: more than the ${pointsText(policy.absoluteBand)} allowed.`);
  }
  if (
    policy.relativeBand !== null &&
    compare(away, rateTimes(row.target, policy.relativeBand, 'half-even')) > 0
  ) {
    found.push(`${stands}: more than ${percentText(policy.relativeBand)} of the target.`);
  }
  return found;
}
