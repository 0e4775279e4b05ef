/** How the weights stand right after what a way does on the first day, at today's prices. */
import type { AssetId } from '../../../../shared/domain/asset.ts';
import { absolute, add, negate, subtract, sum } from '../../../../shared/num/arithmetic.ts';
import { rate } from '../../../../shared/num/parse.ts';
import { rateFromFraction } from '../../../../shared/num/integers.ts';
import { moneyTimes, quantityTimes, valueOf } from '../../../../shared/num/products.ts';
import type { Money, Rate } from '../../../../shared/num/types.ts';
import { zeroMoney, zeroRate } from '../../../../shared/num/types.ts';
import type { ExitDay } from '../../exit/exit-schedule.ts';
import type { PricedSchedule } from '../../exit/priced-schedule.ts';
import { effectiveValues } from '../drift.ts';
import type { TargetedExposure } from '../drift.ts';
import { weightsOf } from '../weights.ts';
import type { AlternativesCase } from './alternatives-case.ts';
import { firstDay } from './schedules.ts';

export interface WeightAfter {
  readonly asset: AssetId;
  readonly target: Rate;
  readonly weight: Rate;
  /** Weight less target. */
  readonly drift: Rate;
}

export interface WeightsAfter {
  readonly rows: readonly WeightAfter[];
  /** What would have to be moved to reach the targets: half of all that is over and under, in money. */
  readonly driftLeft: Money;
}

const HALF = rate('0.5');
const LEAST = rate('0.0001');

/** In: `fresh`, money that the way brings in. Rounds weights so that they add up to one. */
export function weightsAfter(
  given: AlternativesCase,
  { schedule }: PricedSchedule,
  fresh: Money,
): WeightsAfter {
  const first = schedule.days.find(({ date }) => date === firstDay(given.exit));
  const values = effectiveValues(after(given, first, fresh));
  const weights = weightsOf(values) ?? values.map(() => zeroRate);
  const whole = sum(values, zeroMoney);
  const rows = given.exposures.map(({ asset, target }, index) => {
    const weight = weights[index] ?? zeroRate;
    return { asset, target, weight, drift: subtract(weight, target) };
  });
  const off = rows.map(({ target }, index) =>
    absolute(subtract(values[index] ?? zeroMoney, moneyTimes(whole, target, 'half-even'))),
  );
  return { rows, driftLeft: moneyTimes(sum(off, zeroMoney), HALF, 'half-even') };
}

function after(
  { exit, exposures }: AlternativesCase,
  day: ExitDay | undefined,
  fresh: Money,
): readonly TargetedExposure[] {
  if (day === undefined) return exposures;
  const tradedOf = ({ asset, price }: TargetedExposure): Money => {
    const bought = day.buys
      .filter((one) => one.asset === asset)
      .map((one) => valueOf(one.quantity, price, 'half-even'));
    const sold = day.sells
      .filter((one) => one.asset === asset)
      .map((one) => valueOf(one.quantity, price, 'half-even'));
    return subtract(sum(bought, zeroMoney), sum(sold, zeroMoney));
  };
  const traded = exposures.map(tradedOf);
  // What is left of the money of the trades, and fresh money that buys nothing, goes to the first target that is money.
  const cash = subtract(fresh, sum(traded, zeroMoney));
  const firstMoney = exposures.findIndex(({ isMoney }) => isMoney);
  return exposures.map((exposure, index) => ({
    ...exposure,
    spotValue: sum(
      [exposure.spotValue, traded[index] ?? zeroMoney, index === firstMoney ? cash : zeroMoney],
      zeroMoney,
    ),
    futuresValue: add(exposure.futuresValue, futuresChange(exit.futures, day, exposure)),
  }));
}

/** Steps after the day against those open now, in money of the asset that they stand for. */
function futuresChange(
  futures: AlternativesCase['exit']['futures'],
  day: ExitDay,
  { asset, price }: TargetedExposure,
): Money {
  return sum(
    futures
      .filter((future) => future.asset === asset)
      .map((future) => {
        const kept = day.hedges.find(({ position }) => position === future.position)?.steps ?? 0;
        const steps = rateFromFraction(BigInt(kept - (future.isOpen ? future.steps : 0)), 1n, 'half-even');
        const value = valueOf(quantityTimes(future.coinsPerStep, steps, 'half-even'), price, 'half-even');
        return future.side === 'short' ? negate(value) : value;
      }),
    zeroMoney,
  );
}

/** What is off its target by a hundredth of a point or more. */
export function offTargets(rows: readonly WeightAfter[]): readonly WeightAfter[] {
  return rows.filter(({ drift }) => absolute(drift) >= LEAST);
}
