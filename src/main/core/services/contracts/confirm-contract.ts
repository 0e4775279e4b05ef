import type { ContractCorrection } from '../../../../shared/domain/contract-terms.ts';
import { fail } from '../../../../shared/errors/failure.ts';
import { fieldText } from '../../../engine/futures/contract-fields/contract-field-words.ts';
import { parseField } from '../../../engine/futures/contract-fields/parse-contract-field.ts';
import { FIELD_WORDS, unconfirmedFields } from '../../../engine/futures/evidence.ts';
import type { Handler } from '../../call-context.ts';
import { factsOf } from '../../facts.ts';
import { contractNamed } from './contract-named.ts';
import { contractDetails } from './contract-details.ts';

/**
 * The user has compared fields with their exchange: the present values become theirs, dated.
 * Errors: `contracts/unknown`, `contracts/nothing-to-confirm`; `contracts/bad-value` for a field that is not known.
 */
export const confirmContract: Handler<'contracts.confirm'> = async (request, context) => {
  const facts = await factsOf(context.session);
  if (!facts.ok) return facts;
  const { ledger } = context.session;
  if (ledger === null) return fail('ledger/locked', {});
  const { contract, source } = request;
  const named = contractNamed(contract, facts.value);
  if (!named.ok) return named;
  const terms = named.value;
  const fields = request.fields ?? unconfirmedFields(terms);
  if (fields.length === 0) return fail('contracts/nothing-to-confirm', { contract });
  const corrections: ContractCorrection[] = [];
  for (const field of fields) {
    const text = fieldText(terms, field);
    if (text === null)
      return fail(
        'contracts/bad-value',
        { field: FIELD_WORDS[field], reason: 'it is not known, so there is nothing to confirm: set it' },
        { field },
      );
    const value = parseField(terms, field, text);
    if (!value.ok) return value;
    corrections.push({ contract: terms.id, field, value: value.value, source, setAt: context.clock });
  }
  const saved = await ledger.write.saveContractCorrections(terms.id, corrections, context.clock);
  return saved.ok ? await contractDetails(contract, context) : saved;
};
