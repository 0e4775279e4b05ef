import type { MarginTier } from '../../../../shared/domain/margin-table.ts';
import { add, subtract } from '../../../../shared/num/arithmetic.ts';
import { quantityTimes } from '../../../../shared/num/products.ts';
import type { Quantity } from '../../../../shared/num/types.ts';
import { zeroQuantity } from '../../../../shared/num/types.ts';

/**
 * The deduction of each tier that lets margin grow without a jump: none in the first, then that of the tier before plus
 * its cap × the rise of the rate. A venue's own deductions are checked against it.
 * In: smallest first; caps in the unit of the deduction (the settle asset). Rounds half-even to 18 decimals.
 * Source: Binance FAQ "maintenance amount", Bybit "margin parameters".
 */
export function tierDeductions(
  tiers: readonly Pick<MarginTier, 'cap' | 'maintenanceRate'>[],
): readonly Quantity[] {
  const deductions: Quantity[] = [];
  for (const [place, { maintenanceRate }] of tiers.entries()) {
    const before = tiers[place - 1];
    const deduction = deductions.at(-1) ?? zeroQuantity;
    if (before === undefined || before.cap === null) deductions.push(deduction);
    else {
      const rise = subtract(maintenanceRate, before.maintenanceRate);
      deductions.push(add(deduction, quantityTimes(before.cap, rise, 'half-even')));
    }
  }
  return deductions;
}

/** The numbers, from 1, of tiers whose deduction is another than `tierDeductions` says. */
export function wrongDeductions(tiers: readonly MarginTier[]): readonly number[] {
  const expected = tierDeductions(tiers);
  return tiers.flatMap(({ deduction }, place) => (deduction === expected[place] ? [] : [place + 1]));
}
