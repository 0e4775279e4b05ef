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

/** The worksheet's lines by their numbers. */
export type CarryoverLines = {
  readonly [Line in `line${1 | 2 | 3 | 4 | 5 | 6 | 7 | 8 | 9 | 10 | 11 | 12 | 13}`]: Money;
};

/**
 * The worksheet line by line: lines 8 and 13 are what is carried on.
 * Law: Schedule D instructions, Capital Loss Carryover Worksheet, lines 1-13.
 */
export function carryoverLines(input: CarryoverInput): CarryoverLines {
  const line1 = input.taxableIncome;
  const line2 = input.lossAllowed;
  const line3 = clampToZero(add(line1, line2));
  const line4 = smaller(line2, line3);
  const line5 = clampToZero(negate(input.netShortTerm));
  const line6 = clampToZero(input.netLongTerm);
  const line7 = add(line4, line6);
  const line8 = clampToZero(subtract(line5, line7));
  const line9 = clampToZero(negate(input.netLongTerm));
  const line10 = clampToZero(input.netShortTerm);
  const line11 = clampToZero(subtract(line4, line5));
  const line12 = add(line10, line11);
  const line13 = clampToZero(subtract(line9, line12));
  return { line1, line2, line3, line4, line5, line6, line7, line8, line9, line10, line11, line12, line13 };
}

/**
 * The capital losses that go into the next year, each with its character, as positive amounts.
 * The allowance uses up the short-term loss first; a negative taxable income shrinks what it uses up.
 * Law: 26 U.S.C. 1212(b).
 */
export function lossCarryover(input: CarryoverInput): Carryforward {
  const { line8, line13 } = carryoverLines(input);
  return { shortTerm: line8, longTerm: line13 };
}
