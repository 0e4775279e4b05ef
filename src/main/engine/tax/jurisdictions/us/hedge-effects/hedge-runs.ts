/** The same ledger with and without a planned hedge: what every figure about it is a difference of. */
import type { AssetId } from '../../../../../../shared/domain/asset.ts';
import { add } from '../../../../../../shared/num/arithmetic.ts';
import { priceTimes } from '../../../../../../shared/num/products.ts';
import { oneRate, zeroMoney } from '../../../../../../shared/num/types.ts';
import type { Money, Price, Rate } from '../../../../../../shared/num/types.ts';
import { yearOf } from '../../../../../../shared/time/local-date.ts';
import type { LocalDate } from '../../../../../../shared/time/local-date.ts';
import { taxYearsOf } from '../../../tax-years.ts';
import type { TaxYears } from '../../../tax-years.ts';
import type { ActionBook } from '../actions/action-book.ts';
import type { PlannedAction } from '../actions/planned-action.ts';
import { withActions } from '../actions/with-actions.ts';
import type { Closing, CoveredLot, HedgeEffectsInput, PlannedHedgeLeg } from './planned-hedge.ts';

export interface HedgeRun {
  readonly closing: Closing;
  readonly change: Rate;
}

/** A price after a change. Rounds half-even to 18 decimals. */
export function changed(price: Price, change: Rate): Price {
  return priceTimes(price, add(oneRate, change), 'half-even');
}

/** Opens every leg today, and closes it on the day of the close at the changed price. */
export function hedgeActions(
  given: HedgeEffectsInput,
  { closing, change }: HedgeRun,
): readonly PlannedAction[] {
  return given.legs.flatMap(({ position, spec, side, coins, price, offsets }): PlannedAction[] => [
    {
      kind: 'open',
      date: given.asOf,
      position,
      spec,
      side,
      coins,
      price,
      offsets,
    },
    { kind: 'close', date: closing.date, position, price: changed(price, change) },
  ]);
}

/** Sells covered coins on the day of the close; coins whose price nobody knows are not sold. */
export function saleActions(
  covered: readonly CoveredLot[],
  { closing }: HedgeRun,
  book: Pick<ActionBook, 'priceOn'>,
): readonly PlannedAction[] {
  return covered.flatMap(({ lot, quantity }): PlannedAction[] => {
    const price = book.priceOn(lot.asset, closing.date);
    return price === null ? [] : [{ kind: 'sell', date: closing.date, lot: lot.id, quantity, price }];
  });
}

/** Covered coins whose price nobody knows: what they have gained, and hold back, cannot be told. */
export function unpricedAssets(
  { legs }: Pick<HedgeEffectsInput, 'legs'>,
  book: Pick<ActionBook, 'priceOn'>,
  date: LocalDate,
): readonly AssetId[] {
  const assets = new Set(coveredLots(legs).map(({ lot }) => lot.asset));
  return [...assets].filter((asset) => book.priceOn(asset, date) === null);
}

/** All that the shorts cover. */
export function coveredLots(legs: readonly PlannedHedgeLeg[]): readonly CoveredLot[] {
  return legs.flatMap(({ covers }) => covers);
}

/** Prices on the way to the close. On the day of a close today they are the changed ones. */
export function bookOf(given: HedgeEffectsInput, { closing, change }: HedgeRun): ActionBook {
  return { lotOf: given.lotOf, ...given.pricesWith(change, closing.date) };
}

/** The tax years with some actions, up to the year after the last close: what a 1256 result of the last days falls into. */
export function yearsWith(
  given: HedgeEffectsInput,
  run: HedgeRun,
  actions: readonly PlannedAction[],
): TaxYears {
  const lastYear = Math.max(...given.closings.map(({ date }) => yearOf(date))) + 1;
  const facts = withActions(given.facts, actions, bookOf(given, run), lastYear);
  return taxYearsOf({ profile: given.profile, facts, currentYear: yearOf(given.asOf), lastYear });
}

/** The tax of all years together; null without tax details. */
export function taxOf({ years }: TaxYears): Money | null {
  if (years.length === 0) return null;
  return years.reduce((total, { assessment }) => add(total, assessment.totalTax), zeroMoney);
}
