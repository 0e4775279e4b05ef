import { fifo } from './fifo.ts';
import type { LotOrder } from '../matching/lot-columns.ts';

/**
 * What each sale identifies; the rest, as the law has it where nothing is identified, first in, first out.
 * Law: Reg. §1.1012-1(j)(2), (3).
 */
export const specific: LotOrder = fifo;
