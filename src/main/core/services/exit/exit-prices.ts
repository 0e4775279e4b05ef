/** The prices that a plan assumes after today. */
import type { AssetId } from '../../../../shared/domain/asset.ts';
import { assetId } from '../../../../shared/domain/asset.ts';
import type { ContractSpec } from '../../../../shared/domain/contract-spec.ts';
import { add, clampToZero, isNegative, isZero, negate, subtract } from '../../../../shared/num/arithmetic.ts';
import { rateFromFraction } from '../../../../shared/num/integers.ts';
import { price, rate } from '../../../../shared/num/parse.ts';
import { priceTimes, ratio, rateTimes } from '../../../../shared/num/products.ts';
import { oneRate } from '../../../../shared/num/types.ts';
import type { Price, Rate } from '../../../../shared/num/types.ts';
import { dateText, daysBetween, localDate } from '../../../../shared/time/local-date.ts';
import type { LocalDate } from '../../../../shared/time/local-date.ts';
import { assumedPrices } from '../../../engine/tax/projection/assumed-prices.ts';
import type { PriceChange } from '../../../engine/tax/projection/assumed-prices.ts';
import type { ActionBook } from '../../../engine/tax/jurisdictions/us/actions/action-book.ts';
import { contractPoint } from '../../../engine/valuation/contract-point.ts';
import type { Derived } from '../../derived.ts';
import type { ExitRequest } from './exit-setup.ts';
import type { Problems } from './problems.ts';

/** What the request says of prices ahead. Problems: those of a price that says nothing or lies outside the plan. */
export function priceChangesOf(
  derived: Derived,
  { prices = [] }: Pick<ExitRequest, 'prices'>,
  horizon: LocalDate,
  problems: Problems,
): PriceChange[] {
  return prices.flatMap(({ asset: text, change, price: to, by }, place): PriceChange[] => {
    const asset = assetId(text.toUpperCase());
    const field = `prices.${place}`;
    if ((change === undefined) === (to === undefined)) {
      problems.add('exit/price-both', { asset }, { field });
      return [];
    }
    const day = by === undefined ? horizon : localDate(by);
    if (day <= derived.asOf) {
      const values = { what: `A price of ${asset}`, date: dateText(day), ...span(derived, horizon) };
      problems.add('exit/day-outside', values, { field: `${field}.by` });
      return [];
    }
    const now = derived.prices.latest(asset, derived.at)?.price ?? null;
    if (to !== undefined) {
      if (!isNegative(price(to)) && !isZero(price(to))) return [{ asset, to: price(to), by: day }];
      outOfRange(problems, `${field}.price`, to, 'above zero');
      return [];
    }
    const share = rate(change ?? '0');
    if (add(oneRate, share) <= rate('0')) {
      outOfRange(problems, `${field}.change`, change ?? '', 'above -1 (a price of nothing)');
      return [];
    }
    if (now === null) {
      problems.add('exit/price-missing', { assets: asset }, { field });
      return [];
    }
    return [{ asset, to: priceTimes(now, add(oneRate, share), 'half-even'), by: day }];
  });
}

export function span(
  { asOf }: Pick<Derived, 'asOf'>,
  horizon: LocalDate,
): { readonly today: string; readonly last: string } {
  return { today: dateText(asOf), last: dateText(horizon) };
}

export function outOfRange(problems: Problems, field: string, value: string, range: string): void {
  problems.add('exit/assumption-out-of-range', { field, value, range }, { field });
}

/**
 * Prices on every day ahead. A perpetual contract moves by the same share as its coin; the distance of a dated one from its
 * coin shrinks by the day until it ends; later ones of its kind stand as far over it a day as this one does today, or as the
 * carry that is given says (positive is a cost to a short).
 * Rounds half-even to 18 decimals.
 */
export function pathPrices(
  derived: Derived,
  changes: readonly PriceChange[],
  carryPerYear: Rate | null = null,
): Pick<ActionBook, 'priceOn' | 'contractPriceOn'> {
  const plain = assumedPrices(derived, changes);
  const daily = new Map<string, Rate | null>();
  const basisOf = (spec: ContractSpec): Rate | null => {
    const isLater = isLaterThanListed(derived, spec);
    if (isLater && carryPerYear !== null) return perDay(negate(carryPerYear));
    let known = daily.get(spec.id);
    if (known === undefined) daily.set(spec.id, (known = basisPerDay(derived, spec)));
    return known;
  };
  const kept = new Map<string, Price | null>();
  return {
    priceOn: (asset, date) => {
      const key = `${asset} ${dateText(date)}`;
      let known = kept.get(key);
      if (known === undefined) kept.set(key, (known = plain.priceOn(asset, date)));
      return known;
    },
    contractPriceOn: (spec, date) => {
      const key = `${spec.id} ${spec.expiry === null ? '' : dateText(spec.expiry)} ${dateText(date)}`;
      let known = kept.get(key);
      if (known === undefined) {
        const basis = spec.expiry === null ? null : basisOf(spec);
        const coin = basis === null ? null : plain.priceOn(spec.underlying, date);
        known =
          spec.expiry === null || basis === null || coin === null
            ? plain.contractPriceOn(spec, date)
            : withBasis(coin, basis, daysBetween(date, spec.expiry));
        kept.set(key, known);
      }
      return known;
    },
  };
}

function withBasis(coin: Price, perDay: Rate, days: number): Price {
  if (days <= 0) return coin;
  const share = rateTimes(perDay, rateFromFraction(BigInt(days), 1n, 'half-even'), 'half-even');
  return priceTimes(coin, add(oneRate, share), 'half-even');
}

/** A contract that a plan rolls into: of the same kind, with a later end. */
function isLaterThanListed({ facts }: Derived, { id, expiry }: ContractSpec): boolean {
  const listed = facts.termsOf(id)?.expiry ?? null;
  return listed !== null && expiry !== null && expiry > listed;
}

function perDay(perYear: Rate): Rate {
  return rateTimes(perYear, rateFromFraction(1n, 365n, 'half-even'), 'half-even');
}

/** How far over its coin a dated contract stands today, as a share and year; null where nobody knows, or of a perpetual one. */
export function basisPerYear(derived: Derived, spec: ContractSpec): Rate | null {
  const daily = spec.expiry === null ? null : basisPerDay(derived, spec);
  return daily === null ? null : rateTimes(daily, rateFromFraction(365n, 1n, 'half-even'), 'half-even');
}

/** How far over its coin the contract stands for each day until it ends, as a share; null where nobody knows. */
function basisPerDay({ prices, at, asOf, facts }: Derived, spec: ContractSpec): Rate | null {
  const listed = facts.termsOf(spec.id) ?? spec;
  const point = contractPoint(spec, prices, at)?.price ?? null;
  const coin = prices.latest(spec.underlying, at)?.price ?? null;
  if (point === null || coin === null || isZero(coin) || listed.expiry === null) return null;
  const days = daysBetween(asOf, listed.expiry);
  if (days <= 0) return null;
  const over = subtract(ratio<Price>(point, coin, 'half-even'), oneRate);
  return rateTimes(over, rateFromFraction(1n, BigInt(days), 'half-even'), 'half-even');
}

/** Assets of a list that have no price today and none that is given. */
export function withoutPrice(
  assets: Iterable<AssetId>,
  book: Pick<ActionBook, 'priceOn'>,
  asOf: LocalDate,
): AssetId[] {
  return [...new Set(assets)].filter((asset) => {
    const known = book.priceOn(asset, asOf);
    return known === null || isZero(clampToZero(known));
  });
}
