import type { ContractId, ContractSpec } from '../../../shared/domain/contract-spec.ts';
import { add, isZero, negate } from '../../../shared/num/arithmetic.ts';
import { rateFromFraction } from '../../../shared/num/integers.ts';
import { ratio, rateTimes } from '../../../shared/num/products.ts';
import type { Price, Quantity, Rate } from '../../../shared/num/types.ts';
import { zeroRate } from '../../../shared/num/types.ts';
import type { Instant } from '../../../shared/time/instant.ts';
import { msBetween } from '../../../shared/time/instant.ts';
import { payoffRules } from './payoff/payoff-rules.ts';
import type { FuturesResult } from './position.ts';
import type { SpecOf } from './positions.ts';

const HOUR_MS = 3_600_000;
const HOURS_PER_YEAR = 8760n;

/** One funding payment as a rate: positive where longs paid shorts. */
export interface FundingPoint {
  readonly time: Instant;
  readonly rate: Rate;
  /** Hours since the payment before; the contract's own interval for the first after a gap. */
  readonly hours: number;
}

export interface MeanFunding {
  /** Simple, over 365 days; positive where longs pay shorts. */
  readonly perYear: Rate;
  readonly payments: number;
  readonly hours: number;
  readonly first: Instant;
  readonly last: Instant;
}

/**
 * The mean funding rate of a contract over the funding rows in the ledger: the sum of their rates over the sum of their
 * hours, a year long. Never the last rate carried on; null where no row can be turned into a rate.
 * In: the price of the contract at a time, null where unknown (then the row is valued at the average entry).
 */
export function meanFunding(
  contract: ContractId,
  results: readonly FuturesResult[],
  specOf: SpecOf,
  priceAt: (contract: ContractId, at: Instant) => Price | null,
): MeanFunding | null {
  const points = fundingPoints(contract, results, specOf, priceAt);
  const first = points[0];
  const last = points.at(-1);
  if (first === undefined || last === undefined) return null;
  const hours = points.reduce((total, point) => total + point.hours, 0);
  const total = points.reduce<Rate>((rates, point) => add(rates, point.rate), zeroRate);
  const perYear = rateTimes(
    total,
    rateFromFraction(HOURS_PER_YEAR * BigInt(HOUR_MS), BigInt(Math.round(hours * HOUR_MS)), 'half-even'),
    'half-even',
  );
  return { perYear, payments: points.length, hours, first: first.time, last: last.time };
}

/** The funding rows of a contract as rates, oldest first; a gap counts as one interval. None where the interval is not known. */
export function fundingPoints(
  contract: ContractId,
  results: readonly FuturesResult[],
  specOf: SpecOf,
  priceAt: (contract: ContractId, at: Instant) => Price | null,
): FundingPoint[] {
  const spec = specOf(contract);
  if (spec === undefined || spec.fundingIntervalHours === null) return [];
  const ownHours = spec.fundingIntervalHours;
  const points: FundingPoint[] = [];
  let before: Instant | null = null;
  for (const result of results) {
    if (result.contract !== contract || result.kind !== 'funding' || result.asset !== spec.settleAsset)
      continue;
    const rate = rateOf(result, spec, priceAt);
    if (rate === null) continue;
    const gap: number = before === null ? Infinity : msBetween(before, result.time) / HOUR_MS;
    points.push({ time: result.time, rate, hours: gap > 0 && gap <= ownHours * 1.5 ? gap : ownHours });
    before = result.time;
  }
  return points;
}

/** −s × cash ÷ value of what was held. */
function rateOf(
  { held, quantity, time }: FuturesResult,
  spec: ContractSpec,
  priceAt: (contract: ContractId, at: Instant) => Price | null,
): Rate | null {
  if (held === null) return null;
  const price = priceAt(spec.id, time);
  const value = price === null ? held.entryValue : payoffRules(spec.payoff).valueAt(held.size, price);
  if (isZero(value)) return null;
  return ratio<Quantity>(held.direction === 'long' ? negate(quantity) : quantity, value, 'half-even');
}
