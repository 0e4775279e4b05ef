import { byAcquisition } from '../matching/lot-columns.ts';
import type { LotOrder } from '../matching/lot-columns.ts';

/**
 * Last in, first out; of one instant the later in the ledger first.
 * Law: specific identification by standing order (Reg. §1.1012-1(j)(3)).
 */
export const lifo: LotOrder = (lots, a, b) => byAcquisition(lots, b, a);
