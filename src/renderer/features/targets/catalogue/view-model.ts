/** What the catalogue tab says, from the core's answers. Pure. */
import type { CallAnswer, CallInput } from '../../../../shared/contract/contract.ts';

export type ContractRow = CallAnswer<'contracts.list'>['contracts'][number];
export type Details = CallAnswer<'contracts.read'>;
export type Field = Details['fields'][number];
export type ListInput = CallInput<'contracts.list'>;
export type OwnTerms = CallInput<'contracts.add'>['terms'];

export interface CatalogueFilter {
  readonly search: string;
  readonly underlying: string | null;
  readonly venue: string | null;
  readonly kind: ContractRow['kind'] | null;
  /** Only what persons of the United States may trade. */
  readonly usOnly: boolean;
  /** Only what the user corrected or added. */
  readonly mine: boolean;
}

export const noFilter: CatalogueFilter = {
  search: '',
  underlying: null,
  venue: null,
  kind: null,
  usOnly: false,
  mine: false,
};

/** What is asked of the core; whatever is not set is left out. `mine` is sifted afterwards: it means either of two. */
export function askedContracts(filter: CatalogueFilter): ListInput {
  const { search, underlying, venue, kind, usOnly } = filter;
  return {
    ...(search.trim() === '' ? {} : { search: search.trim() }),
    ...(underlying === null ? {} : { underlying }),
    ...(venue === null ? {} : { venue }),
    ...(kind === null ? {} : { kind }),
    ...(usOnly ? { usPersons: true } : {}),
  };
}

export function shownContracts(
  rows: readonly ContractRow[],
  { mine }: CatalogueFilter,
): readonly ContractRow[] {
  return mine ? rows.filter(({ own, corrected }) => own || corrected > 0) : rows;
}

export function kindWords({ kind, payoff, series, expiry }: ContractRow): string {
  const paid = { linear: 'in money', inverse: 'in the coin', quanto: 'in a third coin' }[payoff];
  if (kind === 'perpetual') return `Perpetual, paid ${paid}`;
  return series ? `Series of dates, paid ${paid}` : `Ends ${expiry ?? 'on a date'}, paid ${paid}`;
}

export interface Sure {
  readonly color: 'teal' | 'gray' | 'yellow' | 'blue';
  readonly text: string;
}

/** How sure a field is, as a badge: word and colour. */
export function sureOf(confidence: Field['confidence']): Sure {
  switch (confidence) {
    case 'verified':
      return { color: 'teal', text: 'from a source' };
    case 'theirs':
      return { color: 'blue', text: 'yours' };
    case 'from-knowledge':
      return { color: 'yellow', text: 'general knowledge' };
    case 'uncertain':
      return { color: 'yellow', text: 'uncertain' };
    case null:
      return { color: 'gray', text: 'not known' };
  }
}

/** Where a field was read: whole, or only the sites' names, each once. */
export function sourceWords(sources: readonly string[], full: boolean): string {
  if (full) return sources.join('; ');
  return [...new Set(sources.map(siteOf))].join(', ');
}

/** "https://www.cmegroup.com/markets/…" → "cmegroup.com"; other words as they are. */
function siteOf(source: string): string {
  return /^https?:\/\/(?:www\.)?([^/\s]+)/u.exec(source)?.[1] ?? source;
}

/** The fields that are known, but that neither a source nor the user confirms. */
export function unconfirmedLabels(fields: readonly Pick<Field, 'label' | 'confidence'>[]): readonly string[] {
  return fields
    .filter(({ confidence }) => confidence === 'from-knowledge' || confidence === 'uncertain')
    .map(({ label }) => label);
}
