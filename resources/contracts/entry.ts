/** How entries of the catalogue are written: terms that start as not known, and claims that say where known ones come from. */
import { assetId } from '../../src/shared/domain/asset.ts';
import type { Confidence } from '../../src/shared/domain/contract-spec.ts';
import { EVIDENT_FIELDS } from '../../src/shared/domain/contract-terms.ts';
import type { ContractTerms, EvidentField, FieldEvidence } from '../../src/shared/domain/contract-terms.ts';
import { localDate } from '../../src/shared/time/local-date.ts';
import type { LocalDate } from '../../src/shared/time/local-date.ts';
import { notQualified } from './section-1256.ts';
import { source } from './sources.ts';

/** Where fields come from; no fields: all that no claim before names. */
export interface Claim {
  readonly fields: readonly EvidentField[];
  readonly confidence: Confidence;
  readonly sources: readonly string[];
  readonly asOf?: LocalDate;
}

export function verified(sources: readonly string[], ...fields: readonly EvidentField[]): Claim {
  return { fields, confidence: 'verified', sources };
}

/** General knowledge: no source was read. */
export function known(...fields: readonly EvidentField[]): Claim {
  return { fields, confidence: 'from-knowledge', sources: [] };
}

/** A source was read, but it is old, doubtful or contradicted. */
export function uncertain(sources: readonly string[], ...fields: readonly EvidentField[]): Claim {
  return { fields, confidence: 'uncertain', sources };
}

/**
 * An entry with the evidence of each known field: the first claim that names a field has it, and the one without fields
 * takes the rest. Claims of a venue may name fields that this entry leaves open.
 */
export function entry(
  terms: Omit<ContractTerms, 'evidence'>,
  ...claims: readonly (Claim | readonly Claim[])[]
): ContractTerms {
  const open = new Set<EvidentField>(EVIDENT_FIELDS.filter((field) => terms[field] !== null));
  const evidence: FieldEvidence[] = [];
  const inOrder = claims.flat();
  for (const claim of [...inOrder.filter(namesFields), ...inOrder.filter((one) => !namesFields(one))]) {
    const fields = [...open].filter((field) => !namesFields(claim) || claim.fields.includes(field));
    for (const field of fields) open.delete(field);
    if (fields.length > 0) evidence.push({ ...claim, fields });
  }
  return { ...terms, evidence };
}

function namesFields({ fields }: Claim): boolean {
  return fields.length > 0;
}

/** Nothing is known yet; settled in cash, as nearly all are. */
export const unknownTerms = {
  expiry: null,
  expiryRule: null,
  series: null,
  minQuantity: null,
  maxQuantity: null,
  minNotional: null,
  priceTick: null,
  settlement: 'cash',
  settlementIndex: null,
  fixing: null,
  resets: 'never',
  takerFee: null,
  makerFee: null,
  feePerContract: null,
  fundingIntervalHours: null,
  margin: null,
  maxLeverage: null,
  liquidation: null,
  notes: null,
} as const satisfies Partial<ContractTerms>;

/** What all venues outside the United States have in common. */
export const abroad = {
  ...unknownTerms,
  section1256: notQualified,
  usPersons: false,
  asOf: localDate('2026-11-22'),
} as const satisfies Partial<ContractTerms>;

export const abroadClaims: readonly Claim[] = [
  { fields: ['section1256'], confidence: 'from-knowledge', sources: [source.memo1256] },
  known('usPersons', 'resets'),
];

export const usd = { quote: assetId('USD'), settleAsset: assetId('USD') } as const;
export const usdt = { quote: assetId('USDT'), settleAsset: assetId('USDT') } as const;
export const usdc = { quote: assetId('USDC'), settleAsset: assetId('USDC') } as const;

/** One coin is one order unit: the quantity box is in coins. */
export const coinBox = { payoff: 'linear', quantityUnit: 'base' } as const;

/** An inverse contract of a coin: quoted in dollars, settled in the coin. */
export function inverseOf(
  coin: string,
): Pick<ContractTerms, 'underlying' | 'quote' | 'settleAsset'> & { readonly payoff: 'inverse' } {
  return {
    underlying: assetId(coin),
    quote: assetId('USD'),
    settleAsset: assetId(coin),
    payoff: 'inverse',
  };
}

/** 08:00 in UTC, the hour of the venues abroad. */
export const eightUtc = { time: '08:00', zone: 'UTC' } as const;

export const quarterly = (prefix: string, naming: 'yymmdd' | 'dmmmyy' | 'month-code') =>
  ({ prefix, naming, cycle: 'last-friday-quarterly', holidays: 'none' }) as const;

/** Said of contracts whose table was not found. */
export const leastMarginNote =
  'The margin rate is that of the smallest position (one over the largest leverage); the venue asks more of larger ones, and its maintenance rates are not known here.';
