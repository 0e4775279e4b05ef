import type { CallRequest } from '../../../../shared/contract/contract.ts';
import type { AssetId } from '../../../../shared/domain/asset.ts';
import { assetId } from '../../../../shared/domain/asset.ts';
import type { Profile } from '../../../../shared/domain/profile.ts';
import type { Result } from '../../../../shared/errors/failure.ts';
import { fail, ok } from '../../../../shared/errors/failure.ts';
import { absolute, add, compare, isNegative, isZero } from '../../../../shared/num/arithmetic.ts';
import { rate } from '../../../../shared/num/parse.ts';
import { moneyTimes, ratio } from '../../../../shared/num/products.ts';
import type { Money, Rate } from '../../../../shared/num/types.ts';
import { oneRate, zeroMoney, zeroRate } from '../../../../shared/num/types.ts';
import { addYears, localDate, yearOf } from '../../../../shared/time/local-date.ts';
import type { LocalDate } from '../../../../shared/time/local-date.ts';
import { ELSEWHERE } from '../../../engine/events/own-movement.ts';
import { lotsInOrder } from '../../../engine/lots/lots-in-order.ts';
import type { ComparisonCase, PlannedLeg } from '../../../engine/rebalance/compare/comparison-case.ts';
import type { Carryforward, YearInput } from '../../../engine/tax/assessment.ts';
import { emptyRealisedYear } from '../../../engine/tax/realised-years.ts';
import { yearInputOf } from '../../../engine/tax/year-input-of.ts';
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
  const field = fieldOutOfRange(assumed, derived.asOf);
  if (field !== null) return fail('plan/assumption-out-of-range', { what: WORDS[field] }, { field });
  const changeOf = changes(assumed);
  return ok({
    asOf: derived.asOf,
    exit,
    currency,
    trades: tradesOf(chosen, changeOf),
    legs: legsOf(chosen, assumed, changeOf),
    // Across accounts as if they lay in one; where their methods differ, as the law has it without any.
    lots: lotsInOrder(derived.heldLots, derived.lotMethod ?? 'fifo', derived.lots),
    lotMethod: derived.lotMethod ?? 'fifo',
    elsewhere: derived.lots.openLots.filter(({ account }) => account === ELSEWHERE),
    hedgedLots: chosen.hedgedLots,
    elections: derived.taxElections,
    crossCounts: derived.usFacts.crossCounts,
    // One year beyond the exit, because a section 1256 result of the last days of a year belongs to the next.
    years: yearInputs(derived, profile, yearOf(exit) + 1),
    discountPerYear: assumed.discountPerYear === undefined ? DEFAULT_DISCOUNT : rate(assumed.discountPerYear),
    spotFee: assumed.spotFee === undefined ? DEFAULT_SPOT_FEE : rate(assumed.spotFee),
    accountName: derived.accountName,
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

/** Longer than anyone plans, shorter than the calendar. */
const LONGEST_YEARS = 30;

const WORDS = {
  exitDate: 'the exit',
  priceChange: 'a price',
  discountPerYear: 'what money costs',
  spotFee: 'the fee of selling coins',
  carryPerYear: 'the carry',
} as const satisfies Record<keyof Assumptions, string>;

function fieldOutOfRange(assumed: Assumptions, asOf: LocalDate): keyof Assumptions | null {
  if (localDate(assumed.exitDate) > addYears(asOf, LONGEST_YEARS)) return 'exitDate';
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

/**
 * The taxpayer's years from today's on, without a gap: as assessed where they are, else with the profile year that
 * stands for them, the last one before or, before the first, the first. Of later years the losses follow from the
 * years before them, whatever stands here.
 */
function yearInputs({ taxYears, asOf }: Derived, profile: Profile, last: number): YearInput[] {
  const given = profile.years.toSorted((a, b) => a.year - b.year);
  const inputs: YearInput[] = [];
  for (let year = yearOf(asOf); year <= last; year++) {
    const assessed = taxYears.years.find(({ input }) => input.year === year);
    const template = given.findLast((one) => one.year <= year) ?? given[0];
    if (assessed !== undefined) inputs.push(assessed.input);
    else if (template !== undefined) {
      const realised = taxYears.realised.find((one) => one.year === year) ?? emptyRealisedYear(year);
      inputs.push(
        yearInputOf(year, template, realised, carriedInto(year, taxYears, profile), profile.inflation),
      );
    }
  }
  return inputs;
}

/** What the year assessed last before leaves, else what the profile carries into its first. */
function carriedInto(year: number, { years }: Derived['taxYears'], profile: Profile): Carryforward {
  return years.findLast(({ input }) => input.year < year)?.assessment.carryforward ?? profile.carryforward;
}
