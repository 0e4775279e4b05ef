/** Prices at the end of a step of a path. */
import { assetClass } from '../../../../shared/domain/asset.ts';
import type { AssetId } from '../../../../shared/domain/asset.ts';
import type { ContractTerms } from '../../../../shared/domain/contract-terms.ts';
import { add, isZero, subtract } from '../../../../shared/num/arithmetic.ts';
import { price } from '../../../../shared/num/parse.ts';
import { priceTimes, ratio } from '../../../../shared/num/products.ts';
import type { Price, Rate } from '../../../../shared/num/types.ts';
import { oneRate, zeroRate } from '../../../../shared/num/types.ts';
import type { ValuationPoint } from '../payoff/payoff.ts';
import { ALL } from './scenario.ts';
import type { Moves, StressStep } from './scenario.ts';
import type { StressLeg, StressPortfolio } from './stress-portfolio.ts';

const ONE = price('1');

export interface StressMarket {
  /** In the reporting currency; null where no price was known at the start. */
  priceOf(asset: AssetId): Price | null;
  pointOf(leg: Pick<StressLeg, 'terms' | 'at'>): ValuationPoint;
}

/** How a contract's mark follows from its mark at the start: times `factor`, and `basis` of the spot price more. */
interface Shift {
  readonly factor: Rate;
  readonly settleFactor: Rate;
  /** In quote money; null where the spot price is not known, and the moved mark stands in for it. */
  readonly spot: Price | null;
}

/** The prices as they are. */
export function marketNow(portfolio: StressPortfolio): StressMarket {
  return {
    priceOf: (asset) => portfolio.prices.get(asset) ?? null,
    pointOf: (leg) => leg.at,
  };
}

/**
 * The prices that a step of a path ends with. A coin moves in the reporting currency; a contract in quote money moves
 * with its coin *and* against its quote: where a stablecoin falls by 5 %, prices in it rise by 1/0.95.
 * Rounds half-even to 18 decimals.
 */
export function marketAfter(portfolio: StressPortfolio, step: StressStep): StressMarket {
  const { currency, prices } = portfolio;
  const factorOf = kept((asset: AssetId) => add(oneRate, moveOf(asset, currency, step)));
  const priceOf = kept((asset: AssetId): Price | null => {
    const now = prices.get(asset);
    return now === undefined ? null : moved(now, factorOf(asset));
  });
  const shiftOf = kept((terms: ContractTerms): Shift => {
    const quote = factorOf(terms.quote);
    const against = (factor: Rate): Rate => (quote === oneRate ? factor : ratio(factor, quote, 'half-even'));
    return {
      factor: against(factorOf(terms.underlying)),
      settleFactor: terms.settleAsset === terms.quote ? oneRate : against(factorOf(terms.settleAsset)),
      spot: isZero(step.basis) ? null : spotInQuote(priceOf(terms.underlying), priceOf(terms.quote)),
    };
  });
  return {
    priceOf,
    pointOf: ({ terms, at }) => {
      const { factor, settleFactor, spot } = shiftOf(terms);
      const mark = moved(at.price, factor);
      return {
        price: isZero(step.basis) ? mark : add(mark, priceTimes(spot ?? mark, step.basis, 'half-even')),
        settlePrice: moved(at.settlePrice, settleFactor),
      };
    },
  };
}

/** The point a share of the way from one to another. */
export function between(from: ValuationPoint, to: ValuationPoint, share: Rate): ValuationPoint {
  const way = (a: Price, b: Price): Price =>
    a === b ? a : add(a, priceTimes(subtract(b, a), share, 'half-even'));
  return { price: way(from.price, to.price), settlePrice: way(from.settlePrice, to.settlePrice) };
}

function moveOf(asset: AssetId, currency: AssetId, step: StressStep): Rate {
  switch (assetClass(asset, currency)) {
    case 'coin':
      return named(step.coins, asset);
    case 'stablecoin':
      return named(step.stablecoins, asset);
    case 'currency':
    case 'fiat':
      return zeroRate;
  }
}

function named(moves: Moves, asset: AssetId): Rate {
  return moves.get(asset) ?? moves.get(ALL) ?? zeroRate;
}

function spotInQuote(spot: Price | null, quote: Price | null): Price | null {
  if (spot === null || quote === null || isZero(quote)) return null;
  return priceTimes(ONE, ratio(spot, quote, 'half-even'), 'half-even');
}

function moved(price: Price, factor: Rate): Price {
  return factor === oneRate ? price : priceTimes(price, factor, 'half-even');
}

function kept<In, Out>(make: (of: In) => Out): (of: In) => Out {
  const made = new Map<In, Out>();
  return (of) => {
    let out = made.get(of);
    if (out === undefined) made.set(of, (out = make(of)));
    return out;
  };
}
