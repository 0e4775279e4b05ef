import { byAcquisition } from '../matching/lot-columns.ts';
import type { LotOrder } from '../matching/lot-columns.ts';

/**
 * First in, first out.
 * Law: what applies inside an account where nothing is identified; the date of arrival there is ignored
 * (Reg. §1.1012-1(j)(3)).
 */
export const fifo: LotOrder = byAcquisition;
