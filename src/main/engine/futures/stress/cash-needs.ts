import { add, isZero } from '../../../../shared/num/arithmetic.ts';
import { zeroMoney } from '../../../../shared/num/types.ts';
import type { Money } from '../../../../shared/num/types.ts';
import type { PoolNeed, PoolOutcome, VenueNeed } from './stress-outcome.ts';

/** What has to be paid in along a path. null stands wherever one margin is not known: a sum without it would be too small. */
export interface CashNeeds {
  /** To stay above maintenance, at all venues together. */
  readonly byStep: readonly (Money | null)[];
  readonly most: Money | null;
  /** Of each venue with open positions, at the step at which most is needed there. */
  readonly byVenue: readonly VenueNeed[];
}

/**
 * In: pools that each have a need a step. Money cannot be moved from one pool to another in time, so what is too much in
 * one does not help the other.
 */
export function cashNeeds(pools: readonly PoolOutcome[], steps: number): CashNeeds {
  const withLegs = pools.filter(({ pool }) => pool.legs.length > 0);
  const places = Array.from({ length: steps }, (_, place) => place);
  const byStep = places.map((place) => needAt(withLegs, place).toMaintenance);
  const groups = Map.groupBy(withLegs, ({ pool }) => pool.venue);
  return {
    byStep,
    most: mostOf(byStep),
    byVenue: [...groups].map(([venue, group]) => venueNeed(venue, group, places)),
  };
}

function venueNeed(venue: string, pools: readonly PoolOutcome[], places: readonly number[]): VenueNeed {
  const needs = places.map((place) => needAt(pools, place));
  const toMaintenance = mostOf(needs.map((need) => need.toMaintenance));
  const toInitial = mostOf(needs.map((need) => need.toInitial));
  const hurts = toMaintenance !== null && !isZero(toMaintenance);
  const step = needs.findIndex((need) =>
    hurts ? need.toMaintenance === toMaintenance : need.toInitial === toInitial,
  );
  return { venue, toMaintenance, toInitial, step: Math.max(step, 0) };
}

function needAt(pools: readonly PoolOutcome[], place: number): PoolNeed {
  let need: PoolNeed = { toMaintenance: zeroMoney, toInitial: zeroMoney };
  for (const { needs } of pools) {
    const one = needs[place];
    if (one === undefined) continue;
    need = {
      toMaintenance: plus(need.toMaintenance, one.toMaintenance),
      toInitial: plus(need.toInitial, one.toInitial),
    };
  }
  return need;
}

function plus(sum: Money | null, part: Money | null): Money | null {
  return sum === null || part === null ? null : add(sum, part);
}

function mostOf(amounts: readonly (Money | null)[]): Money | null {
  let most: Money | null = zeroMoney;
  for (const amount of amounts) {
    if (most === null || amount === null) most = null;
    else if (amount > most) most = amount;
  }
  return most;
}
