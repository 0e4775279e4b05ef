import { isPositive, subtract } from '../../../../shared/num/arithmetic.ts';
import { ratio } from '../../../../shared/num/products.ts';
import type { Price, Rate } from '../../../../shared/num/types.ts';
import { oneRate } from '../../../../shared/num/types.ts';
import { epochMs } from '../../../../shared/time/instant.ts';
import type { Instant } from '../../../../shared/time/instant.ts';
import type { ChangePair } from './regression.ts';

/** A price at a time. */
export interface PricedAt {
  readonly time: Instant;
  readonly price: Price;
}

const DAY_MS = 86_400_000;
/** Prices of one moment may carry times a few minutes apart. */
const SAME_MOMENT_MS = 5 * 60_000;

/**
 * The daily returns of two price series over the same days. A day counts where both have a price of the same moment (five
 * minutes apart at most), and a change where that holds a day apart: closes of different hours would hide how alike two
 * coins move.
 * In: any order. Out: oldest first. Rounds half-even.
 */
export function dailyChanges(spot: readonly PricedAt[], futures: readonly PricedAt[]): ChangePair[] {
  const moments = sameMoments(spot, futures);
  const changes: ChangePair[] = [];
  moments.forEach((now, index) => {
    const before = moments[index - 1];
    if (before === undefined || Math.abs(now.ms - before.ms - DAY_MS) > SAME_MOMENT_MS) return;
    changes.push({ spot: returnOf(before.spot, now.spot), futures: returnOf(before.futures, now.futures) });
  });
  return changes;
}

interface Moment {
  readonly ms: number;
  readonly spot: Price;
  readonly futures: Price;
}

/** Of every UTC day (midnight belongs to the day that ends) the last moment that both have. */
function sameMoments(spot: readonly PricedAt[], futures: readonly PricedAt[]): Moment[] {
  const days = new Map<number, Moment>();
  const others = inOrder(futures);
  let at = 0;
  for (const { time, price } of inOrder(spot)) {
    const ms = epochMs(time);
    while (at < others.length && epochMs(others[at]?.time ?? time) < ms - SAME_MOMENT_MS) at++;
    const other = others[at];
    if (other === undefined) break;
    if (epochMs(other.time) - ms > SAME_MOMENT_MS) continue;
    days.set(Math.ceil(ms / DAY_MS), { ms, spot: price, futures: other.price });
  }
  return [...days.values()];
}

function inOrder(prices: readonly PricedAt[]): PricedAt[] {
  return prices
    .filter(({ price }) => isPositive(price))
    .toSorted((a, b) => epochMs(a.time) - epochMs(b.time));
}

function returnOf(before: Price, now: Price): Rate {
  return subtract(ratio(now, before, 'half-even'), oneRate);
}
