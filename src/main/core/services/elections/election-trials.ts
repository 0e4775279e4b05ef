/** The answers of each choice that can be tried on a ledger. */
import type { Election } from '../../../../shared/domain/hedge.ts';
import { LOT_ELECTIONS } from '../../../../shared/domain/lot-elections.ts';
import type { TaxElection } from '../../../../shared/domain/tax-elections.ts';
import { dateOf, dateText, yearOf } from '../../../../shared/time/local-date.ts';
import type { Derived } from '../../derived.ts';
import { isValueOf, namedElections } from './tax-election-texts.ts';

export interface Trial {
  readonly id: string;
  readonly title: string;
  readonly year: number | null;
  readonly inForce: string;
  readonly options: readonly { readonly value: string; readonly words: string }[];
}

/** Every choice of this ledger with the answers to be tried, those about lots first. */
export function electionTrials(derived: Derived): readonly Trial[] {
  const made = (id: string): Election | undefined => derived.facts.elections.find((one) => one.id === id);
  const ofLots = LOT_ELECTIONS.map(({ id, title, options, defaultValue }): Trial => {
    const value = made(id)?.value;
    const isKnown = options.some((option) => option.value === value);
    return { id, title, year: null, inForce: isKnown && value !== undefined ? value : defaultValue, options };
  });
  const ofTax = namedElections(derived).map(({ id, election, year }): Trial => {
    const value = made(id)?.value;
    const inForce = value !== undefined && isValueOf(election, value) ? value : election.defaultValue;
    const title = year === null ? election.title : `${election.title}: ${year}`;
    return { id, title, year, inForce, options: triedOptions(election, inForce, derived) };
  });
  return [...ofLots, ...ofTax];
}

/** A law that is not there yet is tried from the first day of the running year, where no other date is in force. */
function triedOptions(election: TaxElection, inForce: string, { asOf }: Derived): Trial['options'] {
  if (election.kind !== 'date-or-off') return election.options;
  const date = inForce === 'off' ? dateText(dateOf(yearOf(asOf), 1, 1)) : inForce;
  return [...election.options, { value: date, words: `Law from ${date}` }];
}
