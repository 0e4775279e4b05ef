/** How sure the terms of a contract are, field by field, and the words that say so beside a result. */
import { EVIDENT_FIELDS } from '../../../shared/domain/contract-terms.ts';
import type { ContractTerms, EvidentField, FieldEvidence } from '../../../shared/domain/contract-terms.ts';
import { dateText } from '../../../shared/time/local-date.ts';
import { listText } from '../words.ts';

/** What a result rests on, by the kind of result. */
const FIELDS_OF = {
  sizing: ['multiplier', 'quantityUnit', 'quantityStep', 'minQuantity', 'maxQuantity', 'minNotional'],
  value: ['multiplier', 'quantityUnit'],
  margin: ['multiplier', 'quantityUnit', 'margin', 'maxLeverage', 'liquidation'],
  fee: ['takerFee', 'makerFee', 'feePerContract'],
  funding: ['fundingIntervalHours'],
  expiry: ['expiryRule', 'fixing', 'settlement', 'settlementIndex'],
  tick: ['priceTick'],
  tax: ['section1256', 'resets', 'settlement'],
  access: ['usPersons'],
} as const satisfies Readonly<Record<string, readonly EvidentField[]>>;
export type RestsOn = keyof typeof FIELDS_OF;

/** Every evident field in words, as one would name it in a sentence. */
export const FIELD_WORDS: Readonly<Record<EvidentField, string>> = {
  multiplier: 'size of a contract',
  quantityUnit: 'unit of the quantity box',
  quantityStep: 'step of the quantity',
  minQuantity: 'smallest quantity',
  maxQuantity: 'largest quantity',
  minNotional: 'smallest order in money',
  priceTick: 'price tick',
  expiryRule: 'expiry rule',
  settlement: 'settlement in cash or coins',
  settlementIndex: 'settlement index',
  fixing: 'hour of the final price',
  resets: 'how often open profit is settled',
  takerFee: 'taker fee',
  makerFee: 'maker fee',
  feePerContract: 'fee for each contract',
  fundingIntervalHours: 'hours between funding payments',
  margin: 'margin table',
  maxLeverage: 'largest leverage',
  liquidation: 'way to the liquidation price',
  section1256: 'tax status under section 1256',
  usPersons: 'whether United States persons may trade it',
};

const CONFIDENCE_WORDS: Readonly<Record<FieldEvidence['confidence'], string>> = {
  verified: 'verified',
  'from-knowledge': 'from general knowledge',
  uncertain: 'uncertain',
  theirs: 'set by you',
};

/** "verified", "from general knowledge", "uncertain", "set by you". */
export function confidenceText(confidence: FieldEvidence['confidence']): string {
  return CONFIDENCE_WORDS[confidence];
}

/** Where a field comes from; undefined where its value is not known. */
export function evidenceOf(terms: ContractTerms, field: EvidentField): FieldEvidence | undefined {
  return terms.evidence.find(({ fields }) => fields.includes(field));
}

/** The known fields that no source confirms and that the user did not set. */
export function unconfirmedFields(terms: ContractTerms): EvidentField[] {
  return EVIDENT_FIELDS.filter((field) => terms[field] !== null && !isConfirmed(terms, field));
}

function isConfirmed(terms: ContractTerms, field: EvidentField): boolean {
  const confidence = evidenceOf(terms, field)?.confidence;
  return confidence === 'verified' || confidence === 'theirs';
}

/** The fields that results of these kinds are computed from, each once. */
export function fieldsOf(...kinds: readonly RestsOn[]): EvidentField[] {
  return [...new Set(kinds.flatMap((kind): readonly EvidentField[] => FIELDS_OF[kind]))];
}

/**
 * What to say beside a result: the unconfirmed fields among those that it depends on, as sentences; none where all are
 * confirmed. In: the fields, mostly `fieldsOf('sizing', 'margin')`.
 */
export function unconfirmedWords(terms: ContractTerms, dependsOn: readonly EvidentField[]): string[] {
  const open = unconfirmedFields(terms).filter((field) => dependsOn.includes(field));
  return [...new Set(open.map((field) => evidenceOf(terms, field)?.confidence))].map((confidence) => {
    const fields = open.filter((field) => evidenceOf(terms, field)?.confidence === confidence);
    const words = listText(fields.map((field) => FIELD_WORDS[field]));
    return confidence === 'from-knowledge'
      ? `Not confirmed by a source, only general knowledge, for ${terms.symbol}: ${words} (as of ${asOfText(terms, fields)}).`
      : `Not confirmed by a source for ${terms.symbol}: ${words} (as of ${asOfText(terms, fields)}).`;
  });
}

function asOfText(terms: ContractTerms, fields: readonly EvidentField[]): string {
  const dates = fields.map((field) => dateText(evidenceOf(terms, field)?.asOf ?? terms.asOf));
  return listText([...new Set(dates)].toSorted());
}

/**
 * How sure a contract's terms are as a whole: by the size of a contract, which costs most where wrong; what else is
 * open is named. "verified, but not: taker fee and maker fee".
 */
export function confidenceWords(terms: ContractTerms): string {
  const overall = confidenceText(evidenceOf(terms, 'multiplier')?.confidence ?? 'uncertain');
  const open = unconfirmedFields(terms);
  if (open.length === 0) return overall;
  return overall === 'verified' || overall === 'set by you'
    ? `${overall}, but not: ${listText(open.map((field) => FIELD_WORDS[field]))}`
    : `${overall}: ${listText(open.map((field) => FIELD_WORDS[field]))}`;
}

/** Every source of the terms, each once, in the order of the evidence. */
export function sourcesOf(terms: ContractTerms): string[] {
  return [...new Set(terms.evidence.flatMap(({ sources }) => sources))];
}
