import { subtract } from '../../../../shared/num/arithmetic.ts';
import { toText } from '../../../../shared/num/format.ts';
import type { Money } from '../../../../shared/num/types.ts';

/** After less before: positive where the move costs. */
export function amounts(
  before: Money,
  after: Money,
): { readonly before: string; readonly after: string; readonly difference: string } {
  return { before: toText(before), after: toText(after), difference: toText(subtract(after, before)) };
}
