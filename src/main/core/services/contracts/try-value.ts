import { ok } from '../../../../shared/errors/failure.ts';
import { fieldText, fieldWords } from '../../../engine/futures/contract-fields/contract-field-words.ts';
import type { Handler } from '../../call-context.ts';
import { correctionWarnings } from './correction-warnings.ts';
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
    warnings: correctionWarnings(tried.value),
  });
};
