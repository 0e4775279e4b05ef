import type { ClosedAs } from '../../../../shared/domain/exit-plan.ts';
import { absolute, add, isZero } from '../../../../shared/num/arithmetic.ts';
import { zeroMoney } from '../../../../shared/num/types.ts';
import type { Money } from '../../../../shared/num/types.ts';
import type { TaxItem } from '../../tax/jurisdictions/us/straddles/straddle-years.ts';

/**
 * As what the results of futures count in a year: with what straddle rules make of their term, and what of a loss waits.
 * In: the year's items of the positions that are closed. Out: null where nothing of them counts.
 */
export function closedAs(items: readonly TaxItem[]): ClosedAs | null {
  const totals = new Map<TaxItem['character'], Money>();
  let waits = zeroMoney;
  for (const { kind, character, amount } of items) {
    if (kind === 'deferred') waits = add(waits, absolute(amount));
    else if (kind !== 'released') totals.set(character, add(totals.get(character) ?? zeroMoney, amount));
  }
  const found = [...totals].filter(([, amount]) => !isZero(amount)).map(([character]) => character);
  const [first] = found;
  if (first === undefined) return null;
  return { character: found.length === 1 && first !== 'ordinary' ? first : 'mixed', waits };
}
