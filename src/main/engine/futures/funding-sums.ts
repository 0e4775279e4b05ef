import { add, compare, subtract } from '../../../shared/num/arithmetic.ts';
import { rateFromFraction } from '../../../shared/num/integers.ts';
import { rateTimes } from '../../../shared/num/products.ts';
import type { Rate } from '../../../shared/num/types.ts';
import { zeroRate } from '../../../shared/num/types.ts';
import { epochMs } from '../../../shared/time/instant.ts';
import type { FundingPoint } from './funding.ts';

/** What funding summed up to over a horizon, begun at every settlement that leaves room for one. */
export interface FundingSums {
  readonly windows: number;
  readonly p5: Rate;
  readonly p10: Rate;
  readonly p50: Rate;
  readonly p90: Rate;
  readonly p95: Rate;
}

const HOUR_MS = 3_600_000;
/** Hours that may be missing inside a window, as a share of it: beyond, it would count days that nobody saw. */
const MISSING_ALLOWED = 0.05;

/**
 * The 5th, 10th, 50th, 90th and 95th percentile of sums of funding over `hours`.
 * A window begins with a settlement and ends with the last that belongs to it as a whole; the rest of its hours counts
 * at the next settlement's rate. null where no window fits into the history.
 * In: settled rates, oldest first. Rounds half-even; percentiles lie between two sums in proportion.
 */
export function fundingSums(points: readonly FundingPoint[], hours: number): FundingSums | null {
  const sums = rollingSums(points, hours).toSorted(compare);
  if (sums.length === 0) return null;
  return {
    windows: sums.length,
    p5: percentile(sums, 5),
    p10: percentile(sums, 10),
    p50: percentile(sums, 50),
    p90: percentile(sums, 90),
    p95: percentile(sums, 95),
  };
}

function rollingSums(points: readonly FundingPoint[], hours: number): Rate[] {
  const sums: Rate[] = [];
  let end = 0;
  let covered = 0;
  let total = zeroRate;
  points.forEach((point, begin) => {
    // Whole settlements that the window still has room for.
    for (
      let next = points[end];
      next !== undefined && covered + next.hours <= hours + 1e-9;
      next = points[end]
    ) {
      covered += next.hours;
      total = add(total, next.rate);
      end++;
    }
    const rest = hours - covered;
    const after = points[end];
    const fits = rest < 1e-9 || after !== undefined;
    if (fits && !hasGap(points, begin, end, hours)) {
      sums.push(rest < 1e-9 || after === undefined ? total : add(total, part(after, rest)));
    }
    if (end > begin) {
      covered -= point.hours;
      total = subtract(total, point.rate);
    } else end = begin + 1;
  });
  return sums;
}

/** The share of a settlement's rate that falls on so many of its hours. */
function part({ rate, hours }: FundingPoint, of: number): Rate {
  const share = rateFromFraction(
    BigInt(Math.round(of * HOUR_MS)),
    BigInt(Math.round(hours * HOUR_MS)),
    'half-even',
  );
  return rateTimes(rate, share, 'half-even');
}

/** From the beginning of the first settlement's span to the end of the last one's: longer than the window where some are missing. */
function hasGap(points: readonly FundingPoint[], begin: number, end: number, hours: number): boolean {
  const first = points[begin];
  const last = points[end - 1] ?? first;
  if (first === undefined || last === undefined) return true;
  // No whole settlement fits: a part of one has no gap inside.
  if (end <= begin) return false;
  const span = (epochMs(last.time) - epochMs(first.time)) / HOUR_MS + first.hours;
  return span > hours * (1 + MISSING_ALLOWED);
}

function percentile(sorted: readonly Rate[], per: number): Rate {
  const place = ((sorted.length - 1) * per) / 100;
  const below = sorted[Math.floor(place)] ?? zeroRate;
  const above = sorted[Math.ceil(place)] ?? below;
  const share = rateFromFraction(BigInt(((sorted.length - 1) * per) % 100), 100n, 'half-even');
  return add(below, rateTimes(subtract(above, below), share, 'half-even'));
}
