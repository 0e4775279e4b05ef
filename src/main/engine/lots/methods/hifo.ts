import { compare } from '../../../../shared/num/arithmetic.ts';
import { byAcquisition } from '../parcel.ts';
import type { LotOrder } from '../parcel.ts';

/**
 * Highest cost per unit first, fees included; of equal cost the earlier acquired.
 * Law: specific identification by standing order (Reg. §1.1012-1(j)(3)).
 */
export const hifo: LotOrder = (a, b) => compare(b.unitCost, a.unitCost) || byAcquisition(a, b);
