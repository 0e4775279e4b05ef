import type { Issue } from '../../../../../../shared/domain/issue.ts';
import type { AssetId } from '../../../../../../shared/domain/asset.ts';
import { add, isNegative, smaller, subtract } from '../../../../../../shared/num/arithmetic.ts';
import { apportion } from '../../../../../../shared/num/products.ts';
import { zeroMoney, zeroQuantity } from '../../../../../../shared/num/types.ts';
import type { Money, Quantity } from '../../../../../../shared/num/types.ts';
import { addDays, compareDates, dateText, daysBetween } from '../../../../../../shared/time/local-date.ts';
import type { LocalDate } from '../../../../../../shared/time/local-date.ts';
import { issueOf } from '../../../../issue-of.ts';
import { firstPlace } from './first-place.ts';
import type { BasisAddition } from './lot-walk.ts';
import type { LotDeparture, StraddleCase, StraddleLot } from './straddle-case.ts';
import { straddleRules } from './straddle-rules.ts';
import { trustShareOf } from './trust-shares.ts';

export interface WashSales {
  readonly byLot: ReadonlyMap<StraddleLot, readonly BasisAddition[]>;
  /** What of a departure's loss is not deducted, by the departure's id. */
  readonly disallowed: ReadonlyMap<string, Money>;
  readonly issues: readonly Issue[];
}

interface Replacement {
  readonly lot: StraddleLot;
  /** Not yet used up by another loss. */
  free: Quantity;
}

/**
 * Losses that are not deducted because the same was bought from 30 days before to 30 days after: they join the cost of what
 * was bought, and its clock starts earlier by the days the sold units were held.
 * Law: 26 U.S.C. 1091(a), (b), (d); 1223(3); Reg. 1.1091-1 (oldest losses and oldest purchases first). Trust shares today;
 * coins from the date of the election on. A sale and a purchase of coins within a day is remarked on all the same.
 */
export function washSales(given: StraddleCase): WashSales {
  const byLot = new Map<StraddleLot, BasisAddition[]>();
  const disallowed = new Map<string, Money>();
  const issues: Issue[] = [];
  for (const [asset, lots] of Map.groupBy(given.lots, (lot) => lot.asset)) {
    const replacements = lots
      .map((lot): Replacement => ({ lot, free: lot.quantity }))
      .sort((a, b) => compareDates(a.lot.acquired, b.lot.acquired));
    const losses = lots
      .flatMap((lot) => lot.departures.map((departure) => ({ lot, departure })))
      .filter(({ departure: one }) => one.taxed && isNegative(subtract(one.proceeds, one.costBasis)))
      .sort((a, b) => compareDates(a.departure.date, b.departure.date));
    for (const { lot, departure } of losses) {
      if (isCovered(asset, departure.date, given)) wash(lot, departure, replacements);
      else if (isBoughtBack(lot, departure, replacements))
        issues.push(
          issueOf('tax/sold-and-bought-back', 'note', { asset, date: dateText(departure.date) }, { asset }),
        );
    }
  }
  return { byLot, disallowed, issues };

  function wash(lot: StraddleLot, departure: LotDeparture, replacements: readonly Replacement[]): void {
    const loss = subtract(departure.costBasis, departure.proceeds);
    let units = departure.quantity;
    for (const replacement of acquiredWithin(
      replacements,
      addDays(departure.date, -30),
      addDays(departure.date, 30),
    )) {
      const { lot: bought } = replacement;
      if (bought === lot || replacement.free <= zeroQuantity || units <= zeroQuantity) continue;
      const held = smaller(replacement.free, heldAfter(bought, departure.date));
      const quantity = smaller(units, held);
      if (quantity <= zeroQuantity) continue;
      replacement.free = subtract(replacement.free, quantity);
      units = subtract(units, quantity);
      const amount = apportion(loss, quantity, departure.quantity, 'half-even');
      disallowed.set(departure.id, add(disallowed.get(departure.id) ?? zeroMoney, amount));
      const date = bought.acquired > departure.date ? bought.acquired : departure.date;
      const from = addDays(bought.acquired, -daysBetween(lot.acquired, departure.date));
      const list = byLot.get(bought) ?? [];
      byLot.set(bought, list);
      list.push({ date, amount, rule: straddleRules.washSale, offset: null, quantity, from });
    }
  }
}

function isCovered(asset: AssetId, date: LocalDate, { elections }: StraddleCase): boolean {
  if (trustShareOf(asset) !== undefined) return true;
  return elections.washSalesFrom !== null && date >= elections.washSalesFrom;
}

/** What of a lot is there at the end of a day, or from then on where it is bought later. */
function heldAfter(lot: StraddleLot, date: LocalDate): Quantity {
  let left = lot.quantity;
  for (const one of lot.departures) if (one.date <= date) left = subtract(left, one.quantity);
  return left;
}

function isBoughtBack(
  lot: StraddleLot,
  { date }: LotDeparture,
  replacements: readonly Replacement[],
): boolean {
  return acquiredWithin(replacements, date, addDays(date, 1)).some((one) => one.lot !== lot);
}

/** In: by the day they were acquired. */
function acquiredWithin(
  replacements: readonly Replacement[],
  first: LocalDate,
  last: LocalDate,
): readonly Replacement[] {
  return replacements.slice(
    firstPlace(replacements, ({ lot }) => lot.acquired >= first),
    firstPlace(replacements, ({ lot }) => lot.acquired > last),
  );
}
