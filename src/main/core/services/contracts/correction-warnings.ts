import type { ContractTerms, EvidentField } from '../../../../shared/domain/contract-terms.ts';
import { isZero } from '../../../../shared/num/arithmetic.ts';
import { toText } from '../../../../shared/num/format.ts';
import { rate } from '../../../../shared/num/parse.ts';
import { ratio } from '../../../../shared/num/products.ts';
import { roundTo } from '../../../../shared/num/rounding.ts';
import type { Exact } from '../../../../shared/num/types.ts';
import { fieldWords } from '../../../engine/futures/contract-fields/contract-field-words.ts';
import { sizeText } from '../../../engine/futures/contract-fields/size-unit.ts';
import { rateCautions } from '../../../engine/futures/margin/margin-cautions.ts';
import type { TriedCorrection } from './tried-correction.ts';

const FAR = rate('5');
const NEAR = rate('0.2');

/** What is unusual about a corrected field: a value far from the one that counts is most often a slip of the unit. */
export function correctionWarnings({ before, after, correction: { field } }: TriedCorrection): string[] {
  if (field === 'quantityUnit' && before.quantityUnit !== after.quantityUnit)
    return [
      `The size of a contract is ${sizeText(after)} then, and step and limits count in the new unit: check them too.`,
    ];
  if (field === 'margin') return rateCautions(after);
  const [was, is] = [numberOf(before, field), numberOf(after, field)];
  if (was === null || is === null || isZero(was)) return [];
  const times = ratio(is, was, 'half-even');
  if (times <= FAR && times >= NEAR) return [];
  return [
    `That is ${toText(roundTo(times, 6, 'half-even'))} times what counted before (${fieldWords(before, field)}). Is the unit right?`,
  ];
}

function numberOf(terms: ContractTerms, field: EvidentField): Exact | null {
  switch (field) {
    case 'multiplier':
    case 'quantityStep':
    case 'minQuantity':
    case 'maxQuantity':
    case 'minNotional':
    case 'priceTick':
    case 'takerFee':
    case 'makerFee':
    case 'feePerContract':
      return terms[field];
    default:
      return null;
  }
}
