import type {
  ContractCorrection,
  ContractTerms,
  EvidentField,
} from '../../../../shared/domain/contract-terms.ts';
import { fail, ok, type Result } from '../../../../shared/errors/failure.ts';
import { parseField } from '../../../engine/futures/contract-fields/parse-contract-field.ts';
import { termsProblems } from '../../../engine/futures/contract-fields/terms-problems.ts';
import { correctedTerms } from '../../../engine/futures/corrected-terms.ts';
import type { CallContext } from '../../call-context.ts';
import { factsOf } from '../../facts.ts';
import { contractNamed } from './contract-named.ts';

export interface TriedCorrection {
  readonly correction: ContractCorrection;
  readonly before: ContractTerms;
  readonly after: ContractTerms;
}

/** What a typed value would make of a contract. Errors: `contracts/unknown`, `contracts/bad-value`, `contracts/do-not-fit`. */
export async function triedCorrection(
  request: {
    readonly contract: string;
    readonly field: EvidentField;
    readonly value: string;
    readonly source: string;
  },
  context: CallContext,
): Promise<Result<TriedCorrection>> {
  const facts = await factsOf(context.session);
  if (!facts.ok) return facts;
  const { contract, field, source } = request;
  const named = contractNamed(contract, facts.value);
  if (!named.ok) return named;
  const before = named.value;
  const value = parseField(before, field, request.value);
  if (!value.ok) return value;
  const correction = { contract: before.id, field, value: value.value, source, setAt: context.clock };
  const after = correctedTerms(before, [correction], facts.value.timeZone);
  const known = new Set(termsProblems(before));
  const problems = termsProblems(after).filter((problem) => !known.has(problem));
  return problems.length === 0
    ? ok({ correction, before, after })
    : fail('contracts/do-not-fit', { contract, problems: problems.join('; ') }, { field });
}
