import { assetClass } from '../../../../shared/domain/asset.ts';
import type { AssetId } from '../../../../shared/domain/asset.ts';
import { add } from '../../../../shared/num/arithmetic.ts';
import { rateFromFraction } from '../../../../shared/num/integers.ts';
import { priceTimes, rateTimes } from '../../../../shared/num/products.ts';
import type { Price, Rate } from '../../../../shared/num/types.ts';
import { oneRate } from '../../../../shared/num/types.ts';
import { daysBetween } from '../../../../shared/time/local-date.ts';
import type { LocalDate } from '../../../../shared/time/local-date.ts';
import type { ExitCase } from '../exit-case.ts';

/** A change of prices in a straight line from today until a day, then held. */
export interface PriceMove {
  /** As a share: 0.2 is 20 % up, −0.6 is 60 % down. Above −1. */
  readonly change: Rate;
  readonly by: LocalDate;
  /** null: of every coin. */
  readonly asset: AssetId | null;
}

/**
 * The same case where prices move on top of those that it assumes: coins, and contracts on them with the same distance to
 * their coin. Money keeps its worth. Rounds half-even to 18 decimals.
 */
export function withMovedPrices(given: ExitCase, move: PriceMove): ExitCase {
  const { book } = given;
  const moved = (of: AssetId, known: Price | null, date: LocalDate): Price | null => {
    const isMoved = (move.asset === null || move.asset === of) && assetClass(of, given.currency) === 'coin';
    return known === null || !isMoved
      ? known
      : priceTimes(known, factorOn(move, given.asOf, date), 'half-even');
  };
  return {
    ...given,
    book: {
      lotOf: (lot) => book.lotOf(lot),
      priceOn: (asset, date) => moved(asset, book.priceOn(asset, date), date),
      contractPriceOn: (spec, date) => moved(spec.underlying, book.contractPriceOn(spec, date), date),
    },
  };
}

function factorOn({ change, by }: PriceMove, asOf: LocalDate, date: LocalDate): Rate {
  const days = daysBetween(asOf, date);
  const all = daysBetween(asOf, by);
  if (days <= 0) return oneRate;
  const part = days >= all ? oneRate : rateFromFraction(BigInt(days), BigInt(all), 'half-even');
  return add(oneRate, rateTimes(change, part, 'half-even'));
}
