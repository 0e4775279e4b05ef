import type { ContractTerms, EvidentField } from '../../../../shared/domain/contract-terms.ts';
import { ok } from '../../../../shared/errors/failure.ts';
import { isZero } from '../../../../shared/num/arithmetic.ts';
import { rate } from '../../../../shared/num/parse.ts';
import { ratio } from '../../../../shared/num/products.ts';
import type { Exact } from '../../../../shared/num/types.ts';
import { fieldText, fieldWords } from '../../../engine/futures/contract-fields/contract-field-words.ts';
import { sizeText } from '../../../engine/futures/contract-fields/size-unit.ts';
import { percentText } from '../../../engine/words.ts';
import type { Handler } from '../../call-context.ts';
import { triedCorrection } from './tried-correction.ts';

/** How a typed value is understood, and what is unusual about it. Nothing is stored. */
export const tryValue: Handler<'contracts.tryValue'> = async (request, context) => {
  const tried = await triedCorrection({ ...request, source: '' }, context);
  if (!tried.ok) return tried;
  const { before, after } = tried.value;
  const { field } = request;
  return ok({
    value: fieldText(after, field) ?? 'unknown',
    words: fieldWords(after, field),
    same: fieldText(before, field) === fieldText(after, field),
    warnings: warningsOf(before, after, field),
  });
};

/** A value far from the one that counts is most often a slip of the unit. */
function warningsOf(before: ContractTerms, after: ContractTerms, field: EvidentField): string[] {
  if (field === 'quantityUnit' && before.quantityUnit !== after.quantityUnit)
    return [
      `The size of a contract is ${sizeText(after)} then, and step and limits count in the new unit: check them too.`,
    ];
  const [was, is] = [numberOf(before, field), numberOf(after, field)];
  if (was === null || is === null || isZero(was)) return [];
  const times = ratio(is, was, 'half-even');
  if (times <= rate('5') && times >= rate('0.2')) return [];
  return [
    `That is ${percentText(times)} of what counts now (${fieldWords(before, field)}). Is the unit right?`,
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
