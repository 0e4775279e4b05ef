import type { ContractSpec } from '../../../shared/domain/contract-spec.ts';
import { add, isZero, negate } from '../../../shared/num/arithmetic.ts';
import { rateFromFraction } from '../../../shared/num/integers.ts';
import { priceTimes, rateTimes } from '../../../shared/num/products.ts';
import { oneRate } from '../../../shared/num/types.ts';
import type { Rate } from '../../../shared/num/types.ts';
import { daysBetween } from '../../../shared/time/local-date.ts';
import type { LocalDate } from '../../../shared/time/local-date.ts';
import type { ExitCase, ExitFuture } from './exit-case.ts';

/** The legs whose carry is at stake: shorts, or the longs where there is no short. */
export function legsAtStake({ futures }: Pick<ExitCase, 'futures'>): readonly ExitFuture[] {
  const shorts = futures.filter(({ side }) => side === 'short');
  return shorts.length > 0 ? shorts : futures;
}

/**
 * The case as if holding its shorts (its longs where it has no short) cost so much of the notional a year more than is assumed; the
 * other legs stay as they are. Perpetual contracts pay more funding; dated ones stand so much lower under a short that is opened,
 * and grow into the coin's price until they end. Rounds half-even to 18 decimals.
 */
export function carryOnTop(given: ExitCase, perYear: Rate): ExitCase {
  if (isZero(perYear)) return given;
  const legs = new Set(legsAtStake(given));
  const dated = new Map(
    [...legs].flatMap(({ terms, side }) =>
      terms.expiry === null ? [] : [[terms.id, side === 'short' ? negate(perYear) : perYear] as const],
    ),
  );
  const { book } = given;
  return {
    ...given,
    futures: given.futures.map((future) =>
      legs.has(future) && future.terms.expiry === null
        ? { ...future, fundingPerYear: add(future.fundingPerYear, perYear) }
        : future,
    ),
    book: {
      lotOf: (lot) => book.lotOf(lot),
      priceOn: (asset, date) => book.priceOn(asset, date),
      contractPriceOn: (spec, date) => {
        const price = book.contractPriceOn(spec, date);
        const more = dated.get(spec.id);
        if (price === null || more === undefined) return price;
        return priceTimes(price, add(oneRate, leftOf(spec, date, more)), 'half-even');
      },
    },
  };
}

/** Of a year's share, what is left until the contract ends. */
function leftOf({ expiry }: ContractSpec, date: LocalDate, perYear: Rate): Rate {
  const days = expiry === null || expiry <= date ? 0 : daysBetween(date, expiry);
  return rateTimes(perYear, rateFromFraction(BigInt(days), 365n, 'half-even'), 'half-even');
}
