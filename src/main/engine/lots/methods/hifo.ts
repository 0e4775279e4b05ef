import { compare } from '../../../../shared/num/arithmetic.ts';
import { byAcquisition } from '../matching/lot-columns.ts';
import type { LotOrder } from '../matching/lot-columns.ts';

/**
 * Highest cost per unit first, fees included; of equal cost the earlier acquired.
 * Law: specific identification by standing order (Reg. §1.1012-1(j)(3)).
 */
export const hifo: LotOrder = (lots, a, b) =>
  compare(lots.unitCost(b), lots.unitCost(a)) || byAcquisition(lots, a, b);
