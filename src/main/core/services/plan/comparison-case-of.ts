import type { CallRequest } from '../../../../shared/contract/contract.ts';
import type { AssetId } from '../../../../shared/domain/asset.ts';
import { assetId } from '../../../../shared/domain/asset.ts';
import type { OpenLot } from '../../../../shared/domain/lot.ts';
import type { Profile } from '../../../../shared/domain/profile.ts';
import type { Result } from '../../../../shared/errors/failure.ts';
import { fail, ok } from '../../../../shared/errors/failure.ts';
import { absolute, add, compare, isNegative, isZero } from '../../../../shared/num/arithmetic.ts';
import { rate } from '../../../../shared/num/parse.ts';
import { moneyTimes, ratio } from '../../../../shared/num/products.ts';
import type { Money, Rate } from '../../../../shared/num/types.ts';
import { oneRate, zeroMoney, zeroRate } from '../../../../shared/num/types.ts';
import { localDate, yearOf } from '../../../../shared/time/local-date.ts';
import { lotOrders } from '../../../engine/lots/methods/lot-orders.ts';
import { parcelOf } from '../../../engine/lots/parcel.ts';
import type { ComparisonCase, PlannedLeg } from '../../../engine/rebalance/compare/comparison-case.ts';
import type { YearInput } from '../../../engine/tax/assessment.ts';
import { emptyRealisedYear } from '../../../engine/tax/realised-years.ts';
import { yearInputOf } from '../../../engine/tax/tax-years.ts';
import type { Derived } from '../../derived.ts';
import type { ChosenOverlay } from '../targets/overlay-of-request.ts';

type Assumptions = CallRequest<'plan.compare'>['assumptions'];

/** Assumed where the user says nothing; shown with the answer. */
const DEFAULT_DISCOUNT = rate('0.05');
const DEFAULT_SPOT_FEE = rate('0.001');

/**
 * The case that a request describes: the overlay's trades and legs, lots in the order of the profile's method, the
 * taxpayer's years up to the exit, and the assumptions with their defaults.
 * Errors: `tax/no-profile`, `targets/exit-not-ahead`, `plan/assumption-out-of-range`.
 */
export function comparisonCaseOf(
  derived: Derived,
  chosen: ChosenOverlay,
  assumed: Assumptions,
): Result<ComparisonCase> {
  const { profile, currency } = derived.facts;
  if (profile === null || profile.years.length === 0) return fail('tax/no-profile', {});
  const exit = localDate(assumed.exitDate);
  if (exit <= derived.asOf) {
    return fail('targets/exit-not-ahead', { date: assumed.exitDate }, { field: 'exitDate' });
  }
  const outOfRange = fieldOutOfRange(assumed);
  if (outOfRange !== null)
    return fail('plan/assumption-out-of-range', { field: outOfRange }, { field: outOfRange });
  const changeOf = changes(assumed);
  return ok({
    asOf: derived.asOf,
    exit,
    currency,
    trades: tradesOf(chosen, changeOf),
    legs: legsOf(chosen, assumed, changeOf),
    lots: lotsInOrder(derived, profile),
    hedgedLots: chosen.hedgedLots,
    // One year beyond the exit, because a section 1256 result of the last days of a year belongs to the next.
    years: yearInputs(derived, profile, yearOf(exit) + 1),
    discountPerYear: assumed.discountPerYear === undefined ? DEFAULT_DISCOUNT : rate(assumed.discountPerYear),
    spotFee: assumed.spotFee === undefined ? DEFAULT_SPOT_FEE : rate(assumed.spotFee),
  });
}

/**
 * The carry of the legs together, as one rate: each leg's own, by notional.
 * Rounds half-even to 18 decimals.
 */
export function carryPerYearOf(legs: readonly PlannedLeg[]): Rate {
  const notional = legs.reduce<Money>((total, leg) => add(total, leg.notional), zeroMoney);
  if (isZero(notional)) return zeroRate;
  const cost = legs.reduce<Money>(
    (total, leg) => add(total, moneyTimes(leg.notional, leg.costToShort, 'half-even')),
    zeroMoney,
  );
  return ratio<Money>(cost, notional, 'half-even');
}

function fieldOutOfRange(assumed: Assumptions): string | null {
  const minusOne = rate('-1');
  const isLoss = (text: string): boolean => compare(rate(text), minusOne) <= 0;
  const { priceChange, discountPerYear, spotFee, carryPerYear } = assumed;
  if (priceChange?.some(({ change }) => isLoss(change)) === true) return 'priceChange';
  if (discountPerYear !== undefined && isLoss(discountPerYear)) return 'discountPerYear';
  if (spotFee !== undefined && (isNegative(rate(spotFee)) || compare(rate(spotFee), oneRate) >= 0))
    return 'spotFee';
  if (carryPerYear !== undefined && compare(absolute(rate(carryPerYear)), rate('10')) > 0)
    return 'carryPerYear';
  return null;
}

function changes({ priceChange }: Assumptions): (asset: AssetId) => Rate {
  const byAsset = new Map((priceChange ?? []).map(({ asset, change }) => [assetId(asset), rate(change)]));
  return (asset) => byAsset.get(asset) ?? zeroRate;
}

function tradesOf(
  { overlay, exposures }: ChosenOverlay,
  changeOf: (asset: AssetId) => Rate,
): ComparisonCase['trades'] {
  return overlay.residuals.flatMap(({ asset, wanted }) => {
    const exposure = exposures.find((one) => one.asset === asset);
    return exposure === undefined
      ? []
      : [{ asset, coins: wanted, price: exposure.price, change: changeOf(asset) }];
  });
}

function legsOf(
  { legs, carry }: ChosenOverlay,
  assumed: Assumptions,
  changeOf: (asset: AssetId) => Rate,
): PlannedLeg[] {
  return legs.map(({ asset, chosen, sized }, index) => {
    const estimate = carry[index];
    const given = assumed.carryPerYear;
    return {
      asset,
      terms: chosen.terms,
      coins: sized.coins,
      notional: sized.notional,
      price: chosen.at.price,
      change: changeOf(asset),
      costToShort: given === undefined ? (estimate?.costToShort ?? zeroRate) : rate(given),
      carryWords: given === undefined ? (estimate?.words ?? '') : 'The carry is the one you entered.',
    };
  });
}

/** Lots as the profile's method sells them; across accounts as if they lay in one. */
function lotsInOrder({ lots }: Derived, { lotMethod }: Profile): OpenLot[] {
  const order = lotOrders[lotMethod];
  return lots.openLots
    .flatMap((lot, rank) => {
      const origin = lots.origins.get(lot.id);
      return origin === undefined ? [] : [{ lot, parcel: parcelOf(origin, rank) }];
    })
    .toSorted((a, b) => order(a.parcel, b.parcel))
    .map(({ lot }) => lot);
}

/** The taxpayer's years from today's on: as assessed, and beyond the last of them with its profile and no gains. */
function yearInputs({ taxYears, asOf }: Derived, profile: Profile, last: number): YearInput[] {
  const known = taxYears.years.filter(({ input }) => input.year >= yearOf(asOf));
  const inputs = known.filter(({ input }) => input.year <= last).map(({ input }) => input);
  const latest = taxYears.years.at(-1);
  const profileYear = latest?.profile ?? profile.years.toSorted((a, b) => a.year - b.year).at(-1);
  if (profileYear === undefined) return inputs;
  const carried = latest?.assessment.carryforward ?? profile.carryforward;
  for (let year = (inputs.at(-1)?.year ?? yearOf(asOf) - 1) + 1; year <= last; year++) {
    inputs.push(yearInputOf(year, profileYear, emptyRealisedYear(year), carried));
  }
  return inputs;
}
