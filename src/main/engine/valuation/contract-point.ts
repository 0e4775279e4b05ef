import type { ContractSpec } from '../../../shared/domain/contract-spec.ts';
import { price } from '../../../shared/num/parse.ts';
import type { Price } from '../../../shared/num/types.ts';
import { msBetween } from '../../../shared/time/instant.ts';
import type { Instant } from '../../../shared/time/instant.ts';
import type { ValuationPoint } from '../futures/payoff/payoff.ts';
import type { KnownPrice, PriceBook } from './price-book.ts';

const ONE = price('1');
const DAY_MS = 86_400_000;

/** Where a contract stands, and from which mark. */
export interface ContractPoint extends ValuationPoint {
  readonly mark: KnownPrice;
  /** True where its underlying's price stands in. */
  readonly fromUnderlying: boolean;
  /** Its own mark where that is of another day than the underlying's price, and so was not used. */
  readonly apart: KnownPrice | null;
}

/**
 * The valuation point of a contract: its own latest mark at or before an instant, if that is at most 24 hours away from
 * its underlying's price, else that price. A mark of another time would put the change of the coin's price in between
 * into the size of a hedge.
 * null where neither is known, or where the settle asset has no price (quanto).
 */
export function contractPoint(spec: ContractSpec, prices: PriceBook, at: Instant): ContractPoint | null {
  const own = prices.latest(spec.id, at);
  const underlying = prices.latest(spec.underlying, at);
  const apart = own !== null && underlying !== null && areApart(own, underlying) ? own : null;
  const mark = apart === null ? (own ?? underlying) : underlying;
  const settle = settlePrice(spec, prices, at);
  if (mark === null || settle === null) return null;
  return { price: mark.price, settlePrice: settle, mark, fromUnderlying: mark !== own, apart };
}

/** The valuation point by the contract's own latest mark, whatever its coin's price is of; null where it has none. */
export function ownContractPoint(spec: ContractSpec, prices: PriceBook, at: Instant): ContractPoint | null {
  const mark = prices.latest(spec.id, at);
  const settle = settlePrice(spec, prices, at);
  if (mark === null || settle === null) return null;
  return { price: mark.price, settlePrice: settle, mark, fromUnderlying: false, apart: null };
}

function settlePrice(spec: ContractSpec, prices: PriceBook, at: Instant): Price | null {
  return spec.settleAsset === spec.quote ? ONE : (prices.latest(spec.settleAsset, at)?.price ?? null);
}

function areApart(a: KnownPrice, b: KnownPrice): boolean {
  return a.time !== null && b.time !== null && Math.abs(msBetween(a.time, b.time)) > DAY_MS;
}
