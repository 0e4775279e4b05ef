import type { ContractSpec } from '../../../shared/domain/contract-spec.ts';
import { price } from '../../../shared/num/parse.ts';
import type { Instant } from '../../../shared/time/instant.ts';
import type { ValuationPoint } from '../futures/payoff/payoff.ts';
import type { KnownPrice, PriceBook } from './price-book.ts';

const ONE = price('1');

/** Where a contract stands, and from which mark. */
export interface ContractPoint extends ValuationPoint {
  readonly mark: KnownPrice;
  /** True where the contract has no mark of its own and its underlying's price stands in. */
  readonly fromUnderlying: boolean;
}

/**
 * The valuation point of a contract: its own latest mark at or before an instant, else its underlying's price.
 * null where neither is known, or where the settle asset has no price (quanto).
 */
export function contractPoint(spec: ContractSpec, prices: PriceBook, at: Instant): ContractPoint | null {
  const own = prices.latest(spec.id, at);
  const mark = own ?? prices.latest(spec.underlying, at);
  const settle = spec.settleAsset === spec.quote ? ONE : prices.latest(spec.settleAsset, at)?.price;
  if (mark === null || settle === undefined) return null;
  return { price: mark.price, settlePrice: settle, mark, fromUnderlying: own === null };
}
