import type { CallRequest } from '../../../../shared/contract/contract.ts';
import type { ContractTerms } from '../../../../shared/domain/contract-terms.ts';
import { isZero, subtract } from '../../../../shared/num/arithmetic.ts';
import { toText } from '../../../../shared/num/format.ts';
import { price, quantity } from '../../../../shared/num/parse.ts';
import { roundToStep } from '../../../../shared/num/rounding.ts';
import type { Exact } from '../../../../shared/num/types.ts';

type Fills = Pick<CallRequest<'calc.position'>, 'fills'>;

/** What is unusual about fills that are computed all the same: no fee, and what the venue would not have taken. */
export function fillNotes({ fills }: Fills, terms: ContractTerms): string[] {
  const { quantityStep, priceTick, minQuantity } = terms;
  const without = fills.filter(({ fee, liquidity }) => fee === undefined && liquidity === undefined);
  const offStep = fills.filter((fill) => isOff(quantity(fill.quantity), quantityStep));
  const offTick = fills.filter((fill) => priceTick !== null && isOff(price(fill.price), priceTick));
  const small = fills.filter((fill) => minQuantity !== null && quantity(fill.quantity) < minQuantity);
  return [
    ...noteOf(without, 'said neither a fee nor whether they were maker or taker: no fee counts for them'),
    ...noteOf(offStep, `are no whole steps of ${toText(quantityStep)}: is the quantity in the right unit?`),
    ...noteOf(small, `are below the smallest order, ${toText(minQuantity ?? quantityStep)}`),
    ...noteOf(offTick, `have a price that is off the tick of ${toText(priceTick ?? price('1'))}`),
  ];
}

function isOff<T extends Exact>(amount: T, step: NoInfer<T>): boolean {
  return !isZero(step) && !isZero(subtract(amount, roundToStep<T>(amount, step, 'floor')));
}

function noteOf(fills: readonly unknown[], what: string): string[] {
  if (fills.length === 0) return [];
  const note = `${fills.length} fill(s) ${what}`;
  return [note.endsWith('?') ? note : `${note}.`];
}
