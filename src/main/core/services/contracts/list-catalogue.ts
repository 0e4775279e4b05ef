import type { CallRequest } from '../../../../shared/contract/contract.ts';
import type { ContractTerms } from '../../../../shared/domain/contract-terms.ts';
import { ok } from '../../../../shared/errors/failure.ts';
import { foundContracts } from '../../../engine/futures/find-contracts.ts';
import type { Handler } from '../../call-context.ts';
import { factsOf } from '../../facts.ts';
import { contractRowOf, type ContractRow } from './contract-row.ts';

type Filters = CallRequest<'contracts.list'>;

/** The whole catalogue or what is searched of it: single contracts, series, the user's own. */
export const listCatalogue: Handler<'contracts.list'> = async (filters, context) => {
  const facts = await factsOf(context.session);
  if (!facts.ok) return facts;
  const { catalogue } = facts.value;
  const rows = foundContracts(
    catalogue.filter((terms) => fits(terms, filters)),
    filters.search ?? '',
  )
    .map((terms) => contractRowOf(terms, facts.value))
    .filter((row) => fitsRow(row, filters));
  return ok({
    contracts: rows,
    total: catalogue.length,
    underlyings: distinct(catalogue.map(({ underlying }) => underlying)),
    venues: distinct(catalogue.map(({ venue }) => venue)),
  });
};

function fits(terms: ContractTerms, filters: Filters): boolean {
  const { underlying, venue, kind, payoff, usPersons, section1256 } = filters;
  return (
    (underlying === undefined || terms.underlying === underlying.toUpperCase()) &&
    (venue === undefined || isVenue(terms, venue.toLowerCase())) &&
    (kind === undefined || terms.kind === kind) &&
    (payoff === undefined || terms.payoff === payoff) &&
    (usPersons === undefined || terms.usPersons === usPersons) &&
    (section1256 === undefined || terms.section1256.status === section1256)
  );
}

function fitsRow(row: ContractRow, { own, corrected }: Filters): boolean {
  return (
    (own === undefined || row.own === own) && (corrected === undefined || row.corrected > 0 === corrected)
  );
}

function isVenue({ id, venue }: ContractTerms, asked: string): boolean {
  return venue.toLowerCase() === asked || id.toLowerCase().startsWith(`${asked}:`);
}

function distinct(values: readonly string[]): string[] {
  return [...new Set(values)].toSorted();
}
