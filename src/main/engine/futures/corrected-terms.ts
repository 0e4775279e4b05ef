/** Contract terms with what the user set against them: by field, dated, marked as theirs. */
import {
  type ContractId,
  type ContractSpec,
  type QuantityUnit,
} from '../../../shared/domain/contract-spec.ts';
import type {
  ContractCorrection,
  ContractTerms,
  EvidentField,
  FieldEvidence,
  Fixing,
} from '../../../shared/domain/contract-terms.ts';
import { marginTableOf, type MarginTableDocument } from '../../../shared/domain/margin-table-document.ts';
import type { LiquidationModel } from '../../../shared/domain/margin-table.ts';
import { money, price, quantity, rate } from '../../../shared/num/parse.ts';
import { localDateOf, type TimeZone } from '../../../shared/time/time-zone.ts';
import { contractLookup, type TermsOf } from './contract-lookup.ts';

/** What a correction says where the user holds a field to be not known. */
export const NOT_KNOWN = 'unknown';

/**
 * The terms with the corrections that name this very contract. A corrected field is evidence of the user's own, as of
 * the day on which it was set. In: values as `parseField` writes them.
 */
export function correctedTerms(
  terms: ContractTerms,
  corrections: readonly ContractCorrection[],
  zone: TimeZone,
): ContractTerms {
  return corrections
    .filter(({ contract }) => contract === terms.id)
    .reduce((corrected, correction) => withCorrection(corrected, correction, zone), terms);
}

/**
 * The catalogue as this user sees it: shipped entries and their own, of one id the last, with corrections, and after them the
 * single contracts of a series that have corrections of their own. A correction of a series counts for all its contracts.
 */
export function correctedCatalogue(
  entries: readonly ContractTerms[],
  corrections: readonly ContractCorrection[],
  zone: TimeZone,
): readonly ContractTerms[] {
  const known = new Map(entries.map((terms) => [terms.id, terms]));
  const corrected = [...known.values()].map((terms) => correctedTerms(terms, corrections, zone));
  const lookup = contractLookup(corrected);
  const others = new Set(corrections.map(({ contract }) => contract).filter((id) => !known.has(id)));
  return [...corrected, ...[...others].flatMap((id) => correctedInstance(id, lookup, corrections, zone))];
}

function correctedInstance(
  id: ContractId,
  termsOf: TermsOf,
  corrections: readonly ContractCorrection[],
  zone: TimeZone,
): ContractTerms[] {
  const terms = termsOf(id);
  return terms === undefined ? [] : [correctedTerms(terms, corrections, zone)];
}

function withCorrection(terms: ContractTerms, correction: ContractCorrection, zone: TimeZone): ContractTerms {
  const { field, value } = correction;
  const isKnown = value !== NOT_KNOWN;
  return {
    ...terms,
    [field]: isKnown ? VALUE_OF[field](value, correction) : null,
    evidence: [
      ...terms.evidence.flatMap((evidence) => without(evidence, field)),
      ...(isKnown ? [theirs(correction, zone)] : []),
    ],
  };
}

function without(evidence: FieldEvidence, field: EvidentField): FieldEvidence[] {
  const fields = evidence.fields.filter((one) => one !== field);
  return fields.length === 0 ? [] : [{ ...evidence, fields }];
}

function theirs({ field, source, setAt }: ContractCorrection, zone: TimeZone): FieldEvidence {
  return { fields: [field], confidence: 'theirs', sources: [source], asOf: localDateOf(setAt, zone) };
}

type ValueOf<Field extends EvidentField> = (
  value: string,
  correction: ContractCorrection,
) => NonNullable<ContractTerms[Field]>;

/** A field's value from its canonical text. */
const VALUE_OF: { readonly [Field in EvidentField]: ValueOf<Field> } = {
  multiplier: quantity,
  quantityUnit: (value) => value as QuantityUnit,
  quantityStep: quantity,
  minQuantity: quantity,
  maxQuantity: quantity,
  minNotional: money,
  priceTick: price,
  expiryRule: (value) => value,
  settlement: (value) => value as ContractTerms['settlement'],
  settlementIndex: (value) => value,
  fixing: fixingOf,
  resets: (value) => value as ContractTerms['resets'],
  takerFee: rate,
  makerFee: rate,
  feePerContract: money,
  fundingIntervalHours: Number,
  margin: (value) => marginTableOf(JSON.parse(value) as MarginTableDocument),
  maxLeverage: Number,
  liquidation: (value) => value as LiquidationModel,
  section1256: section1256Of,
  usPersons: (value) => value === 'yes',
};

/** In: "16:00 Europe/London". */
function fixingOf(value: string): Fixing {
  const [time = '', zone = ''] = value.split(' ');
  return { time, zone };
}

/** In: "yes" or "no", and "disputed" behind it where the law is not settled. */
function section1256Of(value: string, { source }: ContractCorrection): ContractSpec['section1256'] {
  const [status, disputed] = value.split(' ');
  return { status: status === 'yes', settled: disputed === undefined, reason: `Set by you: ${source}` };
}
