/** Where bars of signed amounts stand that share one scale with zero, in percent of the width. Floats: geometry only. */
import { toFloat } from '../../shared/num/approximate.ts';
import { money } from '../../shared/num/parse.ts';
import type { Bar } from './waterfall-geometry.ts';

export interface AmountBarShapes {
  readonly zero: number;
  /** One a given amount, in the same order; null where the amount is not known. */
  readonly bars: readonly (Bar | null)[];
}

/** In: decimal texts; null: not known, no bar. */
export function amountBars(amounts: readonly (string | null)[]): AmountBarShapes {
  const values = amounts.map((text) => (text === null ? null : toFloat(money(text))));
  const known = values.filter((value) => value !== null);
  const low = Math.min(0, ...known);
  const high = Math.max(0, ...known);
  const at = (value: number): number => ((value - low) / (high - low || 1)) * 100;
  return {
    zero: at(0),
    bars: values.map((value) =>
      value === null ? null : { left: Math.min(at(0), at(value)), width: Math.abs(at(value) - at(0)) },
    ),
  };
}
