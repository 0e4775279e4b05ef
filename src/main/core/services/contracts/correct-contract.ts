import { fail, ok } from '../../../../shared/errors/failure.ts';
import type { Handler } from '../../call-context.ts';
import { contractDetails } from './contract-details.ts';
import { correctionWarnings } from './correction-warnings.ts';
import { triedCorrection } from './tried-correction.ts';

/**
 * Stores what the user holds to be true of one field, dated, with its source, and says what is unusual about it.
 * Errors: `contracts/unknown`, `contracts/bad-value`, `contracts/do-not-fit`, those of writing.
 */
export const correctContract: Handler<'contracts.correct'> = async (request, context) => {
  const tried = await triedCorrection(request, context);
  if (!tried.ok) return tried;
  const { ledger } = context.session;
  if (ledger === null) return fail('ledger/locked', {});
  const saved = await ledger.write.saveContractCorrection(tried.value.correction);
  if (!saved.ok) return saved;
  const details = await contractDetails(request.contract, context);
  return details.ok ? ok({ ...details.value, warnings: correctionWarnings(tried.value) }) : details;
};
