/** Prices after today: today's, unless changed. */
import type { AssetId } from '../../../../shared/domain/asset.ts';
import type { ContractSpec } from '../../../../shared/domain/contract-spec.ts';
import { add, isZero, subtract } from '../../../../shared/num/arithmetic.ts';
import { rateFromFraction } from '../../../../shared/num/integers.ts';
import { priceTimes, ratio } from '../../../../shared/num/products.ts';
import type { Price } from '../../../../shared/num/types.ts';
import type { Instant } from '../../../../shared/time/instant.ts';
import { daysBetween } from '../../../../shared/time/local-date.ts';
import type { LocalDate } from '../../../../shared/time/local-date.ts';
import { contractPoint } from '../../valuation/contract-point.ts';
import type { PriceBook } from '../../valuation/price-book.ts';
import type { ActionBook } from '../jurisdictions/us/actions/action-book.ts';

/** A coin's price as someone assumes it. */
export interface PriceChange {
  readonly asset: AssetId;
  readonly to: Price;
  /** In a straight line until that day, then held; null: from the day after today on. */
  readonly by: LocalDate | null;
}

export interface PricesToday {
  readonly prices: PriceBook;
  readonly at: Instant;
  readonly asOf: LocalDate;
}

/**
 * What coins and contracts cost today and are assumed to cost later. A contract moves by the same share as its coin.
 * Rounds half-even to 18 decimals. null where nobody knows a price.
 */
export function assumedPrices(
  today: PricesToday,
  changes: readonly PriceChange[],
): Pick<ActionBook, 'priceOn' | 'contractPriceOn'> {
  const { prices, at, asOf } = today;
  const changed = new Map(changes.map((change) => [change.asset, change]));
  const priceOn: ActionBook['priceOn'] = (asset, date) => {
    const now = prices.latest(asset, at)?.price ?? null;
    const change = changed.get(asset);
    return change === undefined ? now : onTheWay(now, change, asOf, date);
  };
  const contractPriceOn = (spec: ContractSpec, date: LocalDate): Price | null => {
    const point = contractPoint(spec, prices, at)?.price ?? null;
    const coin = prices.latest(spec.underlying, at)?.price ?? null;
    const then = priceOn(spec.underlying, date);
    if (point === null || coin === null || isZero(coin)) return then ?? point;
    if (then === null || then === coin) return point;
    return priceTimes(point, ratio<Price>(then, coin, 'half-even'), 'half-even');
  };
  return { priceOn, contractPriceOn };
}

function onTheWay(now: Price | null, { to, by }: PriceChange, asOf: LocalDate, date: LocalDate): Price {
  if (now !== null && date <= asOf) return now;
  if (now === null || by === null || by <= asOf || date >= by) return to;
  const elapsed = rateFromFraction(
    BigInt(daysBetween(asOf, date)),
    BigInt(daysBetween(asOf, by)),
    'half-even',
  );
  return add(now, priceTimes(subtract(to, now), elapsed, 'half-even'));
}
