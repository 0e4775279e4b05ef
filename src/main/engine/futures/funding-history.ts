/** One history of funding from all sources: what files of market data state, and what the ledger's own payments imply. */
import type { Observation } from '../../../shared/domain/observation.ts';
import { asRate } from '../../../shared/domain/observed-value.ts';
import { epochMs, msBetween } from '../../../shared/time/instant.ts';
import type { FundingPoint } from './funding.ts';

const HOUR_MS = 3_600_000;

export interface StatedFunding {
  readonly points: readonly FundingPoint[];
  /** Rates of which nobody knows how many hours they are for: a rate of eight hours is an eighth of one of an hour. */
  readonly withoutInterval: number;
}

/**
 * Funding observations of one contract as points.
 * In: observations of 'funding-rate', oldest first; `ownHours`, the contract's own interval, stands in where one does not
 * say how many hours it covers, and where that is null too the rate is left out and counted.
 */
export function fundingOfObservations(
  observations: readonly Observation[],
  ownHours: number | null,
): StatedFunding {
  const stated = observations.filter(({ measure }) => measure === 'funding-rate');
  const points = stated.flatMap(({ time, value, hours: said }) => {
    const hours = said ?? ownHours;
    return hours === null ? [] : [{ time, rate: asRate(value), hours }];
  });
  return { points, withoutInterval: stated.length - points.length };
}

/**
 * Two histories of one contract as one: the stated rates, and of the implied ones those that no stated rate covers.
 * A rate that a venue publishes is exact; one implied by a payment rests on a price of about that time.
 * In and out: oldest first.
 */
export function mergedFunding(
  stated: readonly FundingPoint[],
  implied: readonly FundingPoint[],
): FundingPoint[] {
  let at = 0;
  const missing = implied.filter((point) => {
    const reach = (point.hours * HOUR_MS) / 2;
    while (at < stated.length && epochMs(stated[at]?.time ?? point.time) < epochMs(point.time) - reach) at++;
    const near = stated[at];
    return near === undefined || Math.abs(msBetween(near.time, point.time)) > reach;
  });
  return [...stated, ...missing].toSorted((a, b) => epochMs(a.time) - epochMs(b.time));
}
