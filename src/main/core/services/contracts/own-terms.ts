/** A contract as the user describes it → whole terms, every given field by the same rules as a correction. */
import type { CallRequest } from '../../../../shared/contract/contract.ts';
import { assetId } from '../../../../shared/domain/asset.ts';
import type { ContractId } from '../../../../shared/domain/contract-spec.ts';
import {
  EVIDENT_FIELDS,
  type ContractCorrection,
  type ContractTerms,
  type EvidentField,
} from '../../../../shared/domain/contract-terms.ts';
import { fail, ok, type Result } from '../../../../shared/errors/failure.ts';
import { quantity } from '../../../../shared/num/parse.ts';
import type { Instant } from '../../../../shared/time/instant.ts';
import { localDate } from '../../../../shared/time/local-date.ts';
import { localDateOf, type TimeZone } from '../../../../shared/time/time-zone.ts';
import { parseField } from '../../../engine/futures/contract-fields/parse-contract-field.ts';
import { payoffProblems, termsProblems } from '../../../engine/futures/contract-fields/terms-problems.ts';
import { correctedTerms } from '../../../engine/futures/corrected-terms.ts';
import { FIELD_WORDS } from '../../../engine/futures/evidence.ts';
import { listText } from '../../../engine/words.ts';

export type OwnContractText = CallRequest<'contracts.add'>['terms'];

/** Without these nothing can be computed; of the others one may not know every one. */
const REQUIRED = ['multiplier', 'quantityUnit', 'quantityStep'] as const satisfies readonly EvidentField[];
/** Assumed where left out, and said to be uncertain. */
const ASSUMED = ['settlement', 'resets', 'section1256'] as const satisfies readonly EvidentField[];
/** These decide how others are read, so they come first. */
const FIRST: readonly EvidentField[] = ['quantityUnit', 'liquidation'];

/** Errors: `contracts/needs-terms`, `contracts/bad-value`, `contracts/do-not-fit`. */
export function ownTermsOf(text: OwnContractText, at: Instant, zone: TimeZone): Result<ContractTerms> {
  const [missing, ...others] = missingOf(text);
  if (missing !== undefined)
    return fail(
      'contracts/needs-terms',
      { fields: listText([missing, ...others].map(({ words }) => words)) },
      { field: missing.field },
    );
  let terms = bareTerms(text, at, zone);
  const bare = problemsOf(terms, payoffProblems(terms));
  if (bare !== null) return bare;
  const fields = [...FIRST, ...EVIDENT_FIELDS.filter((field) => !FIRST.includes(field))];
  for (const field of fields) {
    const typed = text[field];
    if (typed === undefined) continue;
    const value = parseField(terms, field, typed);
    if (!value.ok) return value;
    const correction: ContractCorrection = {
      contract: terms.id,
      field,
      value: value.value,
      source: text.source,
      setAt: at,
    };
    terms = correctedTerms(terms, [correction], zone);
  }
  return problemsOf(terms, termsProblems(terms)) ?? ok(terms);
}

function missingOf(text: OwnContractText): { readonly field: string; readonly words: string }[] {
  const missing = REQUIRED.filter((field) => text[field] === undefined).map((field) => ({
    field,
    words: FIELD_WORDS[field] as string,
  }));
  const hasExpiry = text.expiry !== undefined || text.expiryRule !== undefined;
  return text.kind === 'dated' && !hasExpiry
    ? [...missing, { field: 'expiry', words: 'its expiry, or the rule of it in words' }]
    : missing;
}

function problemsOf(terms: ContractTerms, problems: readonly string[]): Result<never> | null {
  return problems.length === 0
    ? null
    : fail('contracts/do-not-fit', { contract: terms.id, problems: problems.join('; ') });
}

/** What it is, with nothing known of its terms but what is assumed where it is left out. */
function bareTerms(text: OwnContractText, at: Instant, zone: TimeZone): ContractTerms {
  return {
    id: ownContractId(text),
    venue: text.venue,
    symbol: text.symbol,
    name: text.name ?? `${text.venue} ${text.symbol}`,
    underlying: assetId(text.underlying),
    quote: assetId(text.quote),
    settleAsset: assetId(text.settleAsset),
    kind: text.kind,
    payoff: text.payoff,
    expiry: text.expiry === undefined ? null : localDate(text.expiry),
    series: null,
    multiplier: quantity('1'),
    quantityUnit: 'contracts',
    quantityStep: quantity('1'),
    minQuantity: null,
    maxQuantity: null,
    minNotional: null,
    priceTick: null,
    expiryRule: null,
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
    section1256: { status: false, settled: false, reason: 'Not said when the contract was added.' },
    usPersons: null,
    asOf: localDateOf(at, zone),
    evidence: [{ fields: ASSUMED, confidence: 'uncertain', sources: ['left out when it was added'] }],
    notes: text.notes ?? null,
  };
}

export function ownContractId({ id, symbol }: Pick<OwnContractText, 'id' | 'symbol'>): ContractId {
  return (id ?? `own:${symbol}`) as ContractId;
}
