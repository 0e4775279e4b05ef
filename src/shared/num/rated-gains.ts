import type { Price, Rate } from './types.ts';
import { unitsOf } from './units.ts';

/** A cost per unit and the rate at which a gain over it is taxed. */
export interface RatedCost {
  readonly unitCost: Price;
  readonly rate: Rate;
}

/** The order of (price − cost) × rate for two costs and rates, exact: what selling a unit costs in tax. */
export function compareRatedGains(price: Price, a: RatedCost, b: RatedCost): -1 | 0 | 1 {
  const first = (unitsOf(price) - unitsOf(a.unitCost)) * unitsOf(a.rate);
  const second = (unitsOf(price) - unitsOf(b.unitCost)) * unitsOf(b.rate);
  return first < second ? -1 : first > second ? 1 : 0;
}
