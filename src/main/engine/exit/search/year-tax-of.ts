import { toFloat } from '../../../../shared/num/approximate.ts';
import type { ShapeBand } from '../../tax/year-shape.ts';
import type { ExitNumbers } from '../model/exit-numbers.ts';

/** Today's money of the taxes of all years, in units, by their shapes. In: results by year, signed, losses carried apart. */
export function taxesOf(
  { years, unit }: Pick<ExitNumbers, 'years' | 'unit'>,
  results: readonly { readonly short: number; readonly long: number }[],
): number {
  let total = 0;
  let carried: { short: number; long: number } | null = null;
  for (const [place, { shape, factor }] of years.entries()) {
    const own = results[place] ?? { short: 0, long: 0 };
    carried ??= { short: toFloat(shape.carriedShort) / unit, long: toFloat(shape.carriedLong) / unit };
    const short: number = own.short + toFloat(shape.shortTerm) / unit - carried.short;
    const long: number = own.long + toFloat(shape.longTerm) / unit - carried.long;
    const limit = toFloat(shape.lossLimit) / unit;
    const gain = Math.max(short + long, -limit);
    const netGain = Math.max(0, Math.min(long, short + long));
    const used = Math.min(limit, Math.max(0, -(short + long)));
    carried = {
      short: Math.max(0, -short - used - Math.max(0, long)),
      long: Math.max(0, -long - Math.max(0, short) - Math.max(0, used - Math.max(0, -short))),
    };
    const other = toFloat(shape.otherTaxable) / unit;
    const ordinary = other - toFloat(shape.otherPreferential) / unit + gain - netGain;
    const taxable = other + gain;
    const tax =
      taken(shape.brackets, ordinary, unit) -
      taken(shape.stacked, ordinary, unit) +
      taken(shape.stacked, taxable, unit) +
      Math.max(0, taxable) * toFloat(shape.flatRate) +
      taken(shape.onGains, gain, unit);
    total += tax * factor;
  }
  return total;
}

/** What bands take of an amount. */
function taken(bands: readonly ShapeBand[], amount: number, unit: number): number {
  let tax = 0;
  for (const [place, { from, rate }] of bands.entries()) {
    const start = toFloat(from) / unit;
    if (amount <= start) break;
    const next = bands[place + 1];
    const end = next === undefined ? amount : Math.min(amount, toFloat(next.from) / unit);
    tax += (end - start) * toFloat(rate);
  }
  return tax;
}
