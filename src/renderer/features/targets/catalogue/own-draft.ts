/** The form for a contract of one's own: what is typed → its terms. Pure; what a value means, the core says. */
import type { OwnTerms } from './view-model.ts';

export interface OwnDraft {
  readonly venue: string;
  readonly symbol: string;
  readonly underlying: string;
  readonly quote: string;
  readonly settleAsset: string;
  readonly kind: OwnTerms['kind'];
  readonly payoff: OwnTerms['payoff'];
  readonly expiry: string;
  readonly multiplier: string;
  readonly quantityUnit: 'contracts' | 'base' | 'quote';
  readonly quantityStep: string;
  readonly takerFee: string;
  readonly margin: string;
  readonly fundingIntervalHours: string;
  readonly source: string;
}

export const emptyOwn: OwnDraft = {
  venue: '',
  symbol: '',
  underlying: '',
  quote: 'USD',
  settleAsset: 'USD',
  kind: 'dated',
  payoff: 'linear',
  expiry: '',
  multiplier: '',
  quantityUnit: 'contracts',
  quantityStep: '1',
  takerFee: '',
  margin: '',
  fundingIntervalHours: '',
  source: '',
};

const needed = ['venue', 'symbol', 'underlying', 'quote', 'settleAsset', 'multiplier', 'source'] as const;

export type OwnErrors = Readonly<Partial<Record<keyof OwnDraft, string>>>;

/** What is still missing, by field; the core says what is wrong with what is there. */
export function missingIn(draft: OwnDraft): OwnErrors {
  const missing = needed.filter((field) => draft[field].trim() === '');
  const errors: Partial<Record<keyof OwnDraft, string>> = Object.fromEntries(
    missing.map((field) => [field, 'This is needed']),
  );
  if (draft.kind === 'dated' && draft.expiry === '') errors.expiry = 'When does it end?';
  return errors;
}

/** Empty fields are left out: not known is not zero. */
export function ownTerms(draft: OwnDraft): OwnTerms {
  const optional = (field: 'quantityStep' | 'takerFee' | 'margin'): Partial<Record<typeof field, string>> =>
    draft[field].trim() === '' ? {} : { [field]: draft[field].trim() };
  return {
    venue: draft.venue.trim(),
    symbol: draft.symbol.trim(),
    underlying: draft.underlying.trim().toUpperCase(),
    quote: draft.quote.trim().toUpperCase(),
    settleAsset: draft.settleAsset.trim().toUpperCase(),
    kind: draft.kind,
    payoff: draft.payoff,
    multiplier: draft.multiplier.trim(),
    quantityUnit: draft.quantityUnit,
    source: draft.source.trim(),
    ...optional('quantityStep'),
    ...optional('takerFee'),
    ...optional('margin'),
    ...(draft.kind === 'dated' ? { expiry: draft.expiry } : {}),
    ...(draft.kind === 'perpetual' && draft.fundingIntervalHours.trim() !== ''
      ? { fundingIntervalHours: draft.fundingIntervalHours.trim() }
      : {}),
  };
}
