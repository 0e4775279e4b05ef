import { add, clampToZero, negate, smaller, subtract } from '../../../../../../shared/num/arithmetic.ts';
import type { Money } from '../../../../../../shared/num/types.ts';
import type { Carryforward } from '../../../assessment.ts';

export interface CarryoverInput {
  /** Line 1: taxable income before it is cut off at zero. Signed. */
  readonly taxableIncome: Money;
  /** Line 2: Schedule D line 21, positive. */
  readonly lossAllowed: Money;
  /** Schedule D line 7, signed. */
  readonly netShortTerm: Money;
  /** Schedule D line 15, signed. */
  readonly netLongTerm: Money;
}

/**
 * The capital losses that go into the next year, each with its character, as positive amounts.
 * The allowance uses up the short-term loss first; a negative taxable income shrinks what it uses up.
 * Law: 26 U.S.C. 1212(b); Schedule D instructions, Capital Loss Carryover Worksheet, lines 1-13.
 */
export function lossCarryover(input: CarryoverInput): Carryforward {
  const line3 = clampToZero(add(input.taxableIncome, input.lossAllowed));
  const line4 = smaller(input.lossAllowed, line3);
  const line5 = clampToZero(negate(input.netShortTerm));
  const line6 = clampToZero(input.netLongTerm);
  const line7 = add(line4, line6);
  const line9 = clampToZero(negate(input.netLongTerm));
  const line10 = clampToZero(input.netShortTerm);
  const line11 = clampToZero(subtract(line4, line5));
  const line12 = add(line10, line11);
  return { shortTerm: clampToZero(subtract(line5, line7)), longTerm: clampToZero(subtract(line9, line12)) };
}
