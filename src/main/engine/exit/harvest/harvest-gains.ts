import { compare, isNegative, isPositive, isZero, subtract } from '../../../../shared/num/arithmetic.ts';
import { apportion, quantityTimes, ratio, valueOf } from '../../../../shared/num/products.ts';
import { roundTo } from '../../../../shared/num/rounding.ts';
import type { Money, Rate } from '../../../../shared/num/types.ts';
import { zeroMoney } from '../../../../shared/num/types.ts';
import type { LocalDate } from '../../../../shared/time/local-date.ts';
import { yearOf } from '../../../../shared/time/local-date.ts';
import { jurisdictions } from '../../tax/assess-year.ts';
import type { RateChange } from '../../tax/jurisdictions/us/rate-changes.ts';
import type { TaxYear } from '../../tax/tax-years.ts';
import { harvestLots } from './harvest-case.ts';
import type { HarvestCase, HarvestLot } from './harvest-case.ts';
import { harvestOf, yearsOfPlan } from './harvest-of.ts';
import type { Harvest } from './harvest-of.ts';

/** How much more long-term gain a year takes at 0 % of federal tax. */
export interface LowBracket {
  readonly year: number;
  readonly room: Money;
}

/**
 * The years of the plan in which more long-term gain costs nothing, with how much fits: by the engine's own changes of rate,
 * with the plan carried out. Years that carry losses on have none: a gain would only use them up.
 */
export function lowBrackets(of: HarvestCase): readonly LowBracket[] {
  const { asOf, lastYear } = of.given;
  return yearsOfPlan(of).years.flatMap((year): LowBracket[] => {
    if (year.input.year < yearOf(asOf) || year.input.year > lastYear || carriesLosses(year)) return [];
    const change = longTermChange(year);
    const isFree = change !== null && compare<Rate>(change.rate, year.profile.stateRate) <= 0;
    return isFree && change.room !== null && isPositive(change.room)
      ? [{ year: year.input.year, room: change.room }]
      : [];
  });
}

function carriesLosses({ assessment: { carryforward } }: TaxYear): boolean {
  return !isZero(carryforward.shortTerm) || !isZero(carryforward.longTerm);
}

function longTermChange({ jurisdiction, input }: TaxYear): RateChange | null {
  const changes = jurisdictions[jurisdiction].rateChanges(input);
  return changes.ok ? (changes.value.find(({ kind }) => kind === 'longTerm') ?? null) : null;
}

/**
 * Long-term gains that fill the room of a year on a day of it: lots with the largest gains for their value first (least is
 * traded), the last one in part. null where nothing fits or it gains nothing after costs.
 */
export function harvestGains(of: HarvestCase, { room }: LowBracket, date: LocalDate): Harvest | null {
  const lots = harvestLots(of, date)
    .lots.filter(({ gain, term }) => isPositive(gain) && term === 'long')
    .toSorted((a, b) => compare(gainShare(b), gainShare(a)) || (a.lot.id < b.lot.id ? -1 : 1));
  const taken: HarvestLot[] = [];
  let left = room;
  for (const lot of lots) {
    if (!isPositive(left)) break;
    const part = compare(lot.gain, left) <= 0 ? lot : partOf(lot, left);
    if (part === null) break;
    taken.push(part);
    left = subtract(left, part.gain);
  }
  if (taken.length === 0) return null;
  const harvest = harvestOf(of, taken, date);
  return compare(harvest.net, harvest.later) > 0 ? harvest : null;
}

function gainShare({ gain, value }: HarvestLot): Rate {
  return ratio<Money>(gain, value, 'half-even');
}

/** As much of a lot as has no more gain than fits; down to eight decimals of a coin. null where that is nothing. */
function partOf(lot: HarvestLot, most: Money): HarvestLot | null {
  const share = ratio<Money>(most, lot.gain, 'down');
  const quantity = roundTo(quantityTimes(lot.quantity, share, 'down'), 8, 'down');
  if (!isPositive(quantity)) return null;
  const value = valueOf(quantity, lot.price, 'half-even');
  const costBasis = apportion(lot.costBasis, quantity, lot.quantity, 'half-even');
  const gain = subtract(value, costBasis);
  return isNegative(gain) || gain === zeroMoney ? null : { ...lot, quantity, costBasis, value, gain };
}
