/** Contract terms ↔ JSON values with decimals and dates as text: in the ledger, in files that a user adds. */
import { toText } from '../num/format.ts';
import { money, price, quantity, rate } from '../num/parse.ts';
import type { Exact } from '../num/types.ts';
import { dateText, localDate } from '../time/local-date.ts';
import type { ContractTerms, FieldEvidence } from './contract-terms.ts';
import { marginTableDocument, marginTableOf, type MarginTableDocument } from './margin-table-document.ts';

type NumberField =
  | 'multiplier'
  | 'quantityStep'
  | 'minQuantity'
  | 'maxQuantity'
  | 'minNotional'
  | 'priceTick'
  | 'takerFee'
  | 'makerFee'
  | 'feePerContract';
type OtherField = 'expiry' | 'asOf' | 'margin' | 'evidence';

export type ContractTermsDocument = Omit<ContractTerms, NumberField | OtherField> & {
  readonly [Field in NumberField]: null extends ContractTerms[Field] ? string | null : string;
} & {
  readonly expiry: string | null;
  readonly asOf: string;
  readonly margin: MarginTableDocument | null;
  readonly evidence: readonly (Omit<FieldEvidence, 'asOf'> & { readonly asOf?: string })[];
};

export function contractTermsDocument(terms: ContractTerms): ContractTermsDocument {
  return {
    ...terms,
    multiplier: toText(terms.multiplier),
    quantityStep: toText(terms.quantityStep),
    minQuantity: textOf(terms.minQuantity),
    maxQuantity: textOf(terms.maxQuantity),
    minNotional: textOf(terms.minNotional),
    priceTick: textOf(terms.priceTick),
    takerFee: textOf(terms.takerFee),
    makerFee: textOf(terms.makerFee),
    feePerContract: textOf(terms.feePerContract),
    expiry: terms.expiry === null ? null : dateText(terms.expiry),
    asOf: dateText(terms.asOf),
    margin: terms.margin === null ? null : marginTableDocument(terms.margin),
    evidence: terms.evidence.map(({ asOf, ...rest }) =>
      asOf === undefined ? rest : { ...rest, asOf: dateText(asOf) },
    ),
  };
}

/** In: what `contractTermsDocument` wrote. Errors: throws on other text. */
export function contractTermsOf(document: ContractTermsDocument): ContractTerms {
  return {
    ...document,
    multiplier: quantity(document.multiplier),
    quantityStep: quantity(document.quantityStep),
    minQuantity: numberOf(document.minQuantity, quantity),
    maxQuantity: numberOf(document.maxQuantity, quantity),
    minNotional: numberOf(document.minNotional, money),
    priceTick: numberOf(document.priceTick, price),
    takerFee: numberOf(document.takerFee, rate),
    makerFee: numberOf(document.makerFee, rate),
    feePerContract: numberOf(document.feePerContract, money),
    expiry: document.expiry === null ? null : localDate(document.expiry),
    asOf: localDate(document.asOf),
    margin: document.margin === null ? null : marginTableOf(document.margin),
    evidence: document.evidence.map(({ asOf, ...rest }) =>
      asOf === undefined ? rest : { ...rest, asOf: localDate(asOf) },
    ),
  };
}

function textOf(value: Exact | null): string | null {
  return value === null ? null : toText(value);
}

function numberOf<T extends Exact>(text: string | null, parse: (text: string) => T): T | null {
  return text === null ? null : parse(text);
}
