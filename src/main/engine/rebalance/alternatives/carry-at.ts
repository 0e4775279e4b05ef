import type { ContractSpec } from '../../../../shared/domain/contract-spec.ts';
import { clampToZero, negate, subtract } from '../../../../shared/num/arithmetic.ts';
import { rateFromFraction } from '../../../../shared/num/integers.ts';
import { priceTimes, rateTimes } from '../../../../shared/num/products.ts';
import type { Rate } from '../../../../shared/num/types.ts';
import { oneRate } from '../../../../shared/num/types.ts';
import { daysBetween } from '../../../../shared/time/local-date.ts';
import type { ExitCase } from '../../exit/exit-case.ts';

/**
 * The case as if holding cost a short so much of the notional a year, and brought a long as much: funding of perpetual
 * contracts; of dated ones a price under the coin's that grows into it until they end.
 * Rounds half-even to 18 decimals.
 */
export function carryAt(given: ExitCase, costToShort: Rate): ExitCase {
  const { book } = given;
  return {
    ...given,
    futures: given.futures.map((future) =>
      future.terms.kind === 'dated'
        ? future
        : { ...future, fundingPerYear: future.side === 'short' ? costToShort : negate(costToShort) },
    ),
    book: {
      lotOf: (lot) => book.lotOf(lot),
      priceOn: (asset, date) => book.priceOn(asset, date),
      contractPriceOn: (spec, date) => {
        const coin = spec.expiry === null ? null : book.priceOn(spec.underlying, date);
        if (coin === null) return book.contractPriceOn(spec, date);
        return priceTimes(coin, subtract(oneRate, gapLeft(spec, date, costToShort)), 'half-even');
      },
    },
  };
}

function gapLeft({ expiry }: ContractSpec, date: Parameters<typeof daysBetween>[0], perYear: Rate): Rate {
  const days = expiry === null || expiry <= date ? 0 : daysBetween(date, expiry);
  return rateTimes(perYear, clampToZero(rateFromFraction(BigInt(days), 365n, 'half-even')), 'half-even');
}
