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
  return entries.flatMap((entry) =>
    entry.series === null
      ? [entry]
      : nextExpiries(entry, on).map((expiry) => contractInstance(entry, expiry)),
  );
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

function nextExpiries(template: ContractTerms, on: LocalDate): LocalDate[] {
  if (template.series === null) return [];
  if (template.series.cycle !== 'last-friday-monthly') return expiriesAfter(template.series, on, 2);
  // Seven monthly expiries always hold two of March, June, September and December.
  return expiriesAfter(template.series, on, 7)
    .filter((expiry) => monthOf(expiry) % 3 === 0)
    .slice(0, 2);
}

function instanceNamed(contract: ContractId, templates: readonly ContractTerms[]): ContractTerms | undefined {
  const at = contract.indexOf(':');
  const venueKey = contract.slice(0, at);
  const symbol = contract.slice(at + 1);
  for (const template of templates) {
    const { series } = template;
    if (series === null || !template.id.startsWith(`${venueKey}:`) || !symbol.startsWith(series.prefix))
      continue;
    const expiry = expiryOfCode(symbol.slice(series.prefix.length), series);
    if (expiry !== undefined) return { ...contractInstance(template, expiry), id: contract, symbol };
  }
  return undefined;
}
