import { add, subtract } from '../../../../../../shared/num/arithmetic.ts';
import { apportion, valueOf } from '../../../../../../shared/num/products.ts';
import { zeroMoney, zeroQuantity } from '../../../../../../shared/num/types.ts';
import type { Money, Quantity } from '../../../../../../shared/num/types.ts';
import { lastBusinessDayOfYear, yearOf } from '../../../../../../shared/time/local-date.ts';
import type { LocalDate } from '../../../../../../shared/time/local-date.ts';
import type { EffectiveOffset } from './effective-offsets.ts';
import type { FutureYear } from './future-years.ts';
import type { StraddleCase } from './straddle-case.ts';

/**
 * What the coins of an identified mixed straddle gained or lost while its section 1256 leg ran in a year, sold or not.
 * In: the offsets of the leg after the lots were walked. Out: null where no leg is identified so, or a price is not known.
 * Law: Reg. 1.1092(b)-3T(b)(2), (b)(4). Assumes that each year's deemed sale starts a new comparison.
 */
export function oppositeResult(
  of: FutureYear,
  offsets: readonly EffectiveOffset[],
  given: StraddleCase,
): Money | null {
  const identified = offsets.filter(({ regime }) => regime === 'straddle-by-straddle');
  if (identified.length === 0) return null;
  let total = zeroMoney;
  for (const offset of identified) {
    const change = changeOf(of, offset, given);
    if (change === null) return null;
    total = add(total, change);
  }
  return total;
}

function changeOf(of: FutureYear, offset: EffectiveOffset, given: StraddleCase): Money | null {
  const before = lastBusinessDayOfYear(of.year - 1);
  const yearEnd = lastBusinessDayOfYear(of.year);
  const start = offset.from > before ? offset.from : before;
  const end = offset.until !== null && offset.until < yearEnd ? offset.until : yearEnd;
  if (end < start || yearOf(start) > of.year) return zeroMoney;
  const units = heldBefore(offset, end);
  const first = worth(offset, units, start, given);
  const last = soldOn(offset, units, end) ?? worth(offset, units, end, given);
  return first === null || last === null ? null : subtract(last, first);
}

function heldBefore({ covered, left }: EffectiveOffset, date: LocalDate): Quantity {
  return left.reduce((held, one) => (one.date < date ? subtract(held, one.quantity) : held), covered);
}

function worth(
  { lot }: EffectiveOffset,
  units: Quantity,
  date: LocalDate,
  given: StraddleCase,
): Money | null {
  const price = lot && given.priceOn(lot.asset, date);
  return price === null ? null : valueOf(units, price, 'half-even');
}

/** What the units brought where they were sold on the day. */
function soldOn({ lot, left }: EffectiveOffset, units: Quantity, date: LocalDate): Money | null {
  if (!left.some((one) => one.date === date)) return null;
  let quantity = zeroQuantity;
  let proceeds = zeroMoney;
  for (const one of lot?.departures ?? []) {
    if (one.date !== date) continue;
    quantity = add(quantity, one.quantity);
    proceeds = add(proceeds, one.proceeds);
  }
  return quantity > zeroQuantity ? apportion(proceeds, units, quantity, 'half-even') : null;
}
