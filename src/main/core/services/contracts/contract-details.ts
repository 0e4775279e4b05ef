import type { CallAnswer } from '../../../../shared/contract/contract.ts';
import type { ContractId } from '../../../../shared/domain/contract-spec.ts';
import {
  EVIDENT_FIELDS,
  type ContractCorrection,
  type ContractTerms,
  type EvidentField,
} from '../../../../shared/domain/contract-terms.ts';
import { ok, type Result } from '../../../../shared/errors/failure.ts';
import { toIso } from '../../../../shared/time/instant.ts';
import { dateText } from '../../../../shared/time/local-date.ts';
import { localDateOf } from '../../../../shared/time/time-zone.ts';
import {
  FIELD_HINTS,
  fieldText,
  fieldWords,
} from '../../../engine/futures/contract-fields/contract-field-words.ts';
import { contractLookup, seriesOf } from '../../../engine/futures/contract-lookup.ts';
import { correctedCatalogue } from '../../../engine/futures/corrected-terms.ts';
import { FIELD_WORDS, confidenceText, evidenceOf } from '../../../engine/futures/evidence.ts';
import { contractCatalogue } from '../../../../../resources/contracts/catalogue.ts';
import type { CallContext } from '../../call-context.ts';
import { factsOf, type Facts } from '../../facts.ts';
import { contractNamed } from './contract-named.ts';
import { contractRowOf } from './contract-row.ts';
import { nextExpiries } from './next-expiries.ts';
import { sizeExample } from './size-example.ts';

export type ContractDetails = CallAnswer<'contracts.read'>;
type FieldText = ContractDetails['fields'][number];

/** All that is known of one contract, as the ledger's latest state has it. Errors: `ledger/locked`, `contracts/unknown`. */
export async function contractDetails(
  contract: string,
  context: CallContext,
): Promise<Result<ContractDetails>> {
  const facts = await factsOf(context.session);
  if (!facts.ok) return facts;
  const terms = contractNamed(contract, facts.value);
  return terms.ok ? ok(detailsOf(terms.value, facts.value, context)) : terms;
}

function detailsOf(terms: ContractTerms, facts: Facts, { now }: CallContext): ContractDetails {
  const { catalogue, timeZone, marks } = facts;
  const template = seriesOf(terms.id, catalogue)?.template.id ?? null;
  return {
    contract: contractRowOf(terms, facts),
    template,
    fields: EVIDENT_FIELDS.map((field) => fieldOf(terms, field, template, facts)),
    example: sizeExample(terms, marks, now),
    expiries: nextExpiries(terms, localDateOf(now, timeZone), timeZone),
    notes: terms.notes,
  };
}

function fieldOf(
  terms: ContractTerms,
  field: EvidentField,
  template: ContractId | null,
  facts: Facts,
): FieldText {
  const evidence = evidenceOf(terms, field);
  const ofField = facts.corrections.filter((one) => one.field === field);
  const correction =
    ofField.find(({ contract }) => contract === terms.id) ??
    ofField.find(({ contract }) => contract === template) ??
    null;
  return {
    field,
    label: FIELD_WORDS[field],
    hint: FIELD_HINTS[field],
    value: fieldText(terms, field),
    words: fieldWords(terms, field),
    confidence: evidence?.confidence ?? null,
    confidenceWords: evidence === undefined ? 'not known' : confidenceText(evidence.confidence),
    sources: [...(evidence?.sources ?? [])],
    asOf: dateText(evidence?.asOf ?? terms.asOf),
    correction: correction === null ? null : correctionText(correction, terms.id, facts),
  };
}

/** With what would count without it: the shipped value, or the series' own correction. */
function correctionText(
  correction: ContractCorrection,
  id: ContractId,
  { corrections, ownContracts, timeZone }: Facts,
): NonNullable<FieldText['correction']> {
  const others = corrections.filter((one) => one !== correction);
  const entries = correctedCatalogue([...contractCatalogue, ...ownContracts], others, timeZone);
  const without = contractLookup(entries)(id);
  const { field, contract, source, setAt } = correction;
  return {
    contract,
    source,
    setAt: toIso(setAt),
    shipped: without === undefined ? null : fieldText(without, field),
    shippedWords: without === undefined ? 'not known' : fieldWords(without, field),
  };
}
