import { taxElectionNamed } from '../../../../shared/domain/tax-election-list.ts';
import { fail, ok } from '../../../../shared/errors/failure.ts';
import type { Result } from '../../../../shared/errors/failure.ts';
import { parseLocalDate } from '../../../../shared/time/local-date.ts';
import type { UsFacts } from '../../../engine/tax/jurisdictions/us/us-facts.ts';
import type { Derived } from '../../derived.ts';
import { NEVER_COMPUTED, triedWith } from '../elections/tried-with.ts';
import type { Scenario } from './scenario-profile.ts';

/**
 * The ledger's facts under other elections, made anew as the choices page makes them (`triedWith`).
 * Errors: `tax/what-if-no-such-election`, `tax/what-if-election-value`.
 */
export function scenarioFacts({ elections = [] }: Scenario, derived: Derived): Result<UsFacts> {
  if (elections.length === 0) return ok(derived.usFacts);
  for (const [place, { id, value }] of elections.entries()) {
    const field = `scenario.elections.${place}`;
    const found = taxElectionNamed(id);
    if (found === undefined) return fail('tax/what-if-no-such-election', { id }, { field: `${field}.id` });
    const { kind, options } = found.election;
    const isDate = kind === 'date-or-off' && parseLocalDate(value) !== undefined;
    const words = options.map((one) => one.value).filter((one) => one !== NEVER_COMPUTED);
    if (!isDate && !words.includes(value)) {
      const known = (kind === 'date-or-off' ? [...words, 'a date such as 2027-01-01'] : words).join(', ');
      return fail('tax/what-if-election-value', { id, value, known }, { field: `${field}.value` });
    }
  }
  return ok((triedWith(elections, derived) ?? derived).usFacts);
}
