/** Finding contracts in the catalogue: a single one by its id, a dated one from the template of its series. */
import { contractId } from '../../../shared/domain/contract-spec.ts';
import type { ContractId } from '../../../shared/domain/contract-spec.ts';
import type { ContractTerms } from '../../../shared/domain/contract-terms.ts';
import { dateText, monthOf } from '../../../shared/time/local-date.ts';
import type { LocalDate } from '../../../shared/time/local-date.ts';
import { expiriesAfter, expiryCode, expiryOfCode } from './expiry.ts';

/** The terms of a contract, or undefined where the catalogue does not know it. */
export type TermsOf = (contract: ContractId) => ContractTerms | undefined;

/**
 * A lookup over catalogue entries; instances of a series ("cme:MBT-202612", "binance-um:BTCUSDT_261225") are made
 * from their template once and remembered. Later entries win over earlier ones of the same id.
 */
export function contractLookup(entries: readonly ContractTerms[]): TermsOf {
  const known = new Map<ContractId, ContractTerms | undefined>(entries.map((entry) => [entry.id, entry]));
  const templates = entries.filter((entry) => entry.series !== null);
  return (contract) => {
    if (!known.has(contract)) known.set(contract, instanceNamed(contract, templates));
    return known.get(contract);
  };
}

/**
 * What one can trade on a date: single contracts, and of every series the next two quarterly expiries
 * (weekly series: the next two weeks).
 */
export function listedContracts(entries: readonly ContractTerms[], on: LocalDate): ContractTerms[] {
  const listed = entries.flatMap((entry) => (entry.series === null ? [entry] : nextContracts(entry, on, 2)));
  // A single contract with terms of its own stands where its series would have put it.
  const byId = new Map(listed.map((terms) => [terms.id, terms]));
  return [...byId.values()].filter(({ expiry }) => expiry === null || expiry >= on);
}

/** The next contracts of a series after a day, quarterly ones where it has every month. */
export function nextContracts(template: ContractTerms, on: LocalDate, count: number): ContractTerms[] {
  return nextExpiries(template, on, count).map((expiry) => contractInstance(template, expiry));
}

/** The dated contract of a series that expires on a day. */
function contractInstance(template: ContractTerms, expiry: LocalDate): ContractTerms {
  const { series } = template;
  if (series === null) return template;
  const symbol = `${series.prefix}${expiryCode(expiry, series.naming)}`;
  const [venueKey = ''] = template.id.split(':');
  return {
    ...template,
    id: contractId(venueKey, symbol),
    symbol,
    name: `${template.name}, ${dateText(expiry)}`,
    expiry,
    series: null,
  };
}

function nextExpiries(template: ContractTerms, on: LocalDate, count: number): LocalDate[] {
  if (template.series === null) return [];
  if (template.series.cycle !== 'last-friday-monthly') return expiriesAfter(template.series, on, count);
  // Of three monthly expiries one is in March, June, September or December.
  return expiriesAfter(template.series, on, 3 * count + 1)
    .filter((expiry) => monthOf(expiry) % 3 === 0)
    .slice(0, count);
}

/** The series that a contract's id belongs to, with its expiry; undefined where it is of none. */
export function seriesOf(
  contract: ContractId,
  entries: readonly ContractTerms[],
): { readonly template: ContractTerms; readonly expiry: LocalDate } | undefined {
  const at = contract.indexOf(':');
  const venueKey = contract.slice(0, at);
  const symbol = contract.slice(at + 1);
  for (const template of entries) {
    const { series } = template;
    if (series === null || !template.id.startsWith(`${venueKey}:`) || !symbol.startsWith(series.prefix))
      continue;
    const expiry = expiryOfCode(symbol.slice(series.prefix.length), series);
    if (expiry !== undefined) return { template, expiry };
  }
  return undefined;
}

function instanceNamed(contract: ContractId, templates: readonly ContractTerms[]): ContractTerms | undefined {
  const found = seriesOf(contract, templates);
  if (found === undefined) return undefined;
  const symbol = contract.slice(contract.indexOf(':') + 1);
  return { ...contractInstance(found.template, found.expiry), id: contract, symbol };
}
