import type { Election } from '../../../../shared/domain/hedge.ts';
import { taxElectionNamed } from '../../../../shared/domain/tax-election-list.ts';
import { taxElectionsOf } from '../../../../shared/domain/tax-elections.ts';
import type { TaxElectionValues } from '../../../../shared/domain/tax-elections.ts';
import { fail, ok } from '../../../../shared/errors/failure.ts';
import type { Result } from '../../../../shared/errors/failure.ts';
import { parseLocalDate } from '../../../../shared/time/local-date.ts';
import type { UsFacts } from '../../../engine/tax/jurisdictions/us/us-facts.ts';
import type { Derived } from '../../derived.ts';
import { usFactsWith } from '../../us-facts-with.ts';
import type { Scenario } from './scenario-profile.ts';

/**
 * The ledger's facts under other elections. What only the years look at leaves the facts alone; what decides which coins a
 * hedge offsets, or when funding counts, makes them anew.
 * Errors: `tax/what-if-no-such-election`, `tax/what-if-election-value`.
 */
export function scenarioFacts({ elections = [] }: Scenario, derived: Derived): Result<UsFacts> {
  const { usFacts, facts } = derived;
  if (elections.length === 0) return ok(usFacts);
  const chosen: Election[] = [...facts.elections];
  for (const [place, { id, value }] of elections.entries()) {
    const field = `scenario.elections.${place}`;
    const found = taxElectionNamed(id);
    if (found === undefined) return fail('tax/what-if-no-such-election', { id }, { field: `${field}.id` });
    const { kind, options } = found.election;
    const isDate = kind === 'date-or-off' && parseLocalDate(value) !== undefined;
    if (!isDate && !options.some((one) => one.value === value)) {
      const words = options.map((one) => one.value);
      const known = (kind === 'date-or-off' ? [...words, 'a date such as 2027-01-01'] : words).join(', ');
      return fail('tax/what-if-election-value', { id, value, known }, { field: `${field}.value` });
    }
    chosen.push({ id, value, madeAt: derived.at });
  }
  const values = taxElectionsOf(chosen);
  return ok(withElections(values, derived));
}

function withElections(values: TaxElectionValues, derived: Derived): UsFacts {
  const { usFacts } = derived;
  const now = usFacts.straddles.elections;
  const remakes =
    values.partialHedge !== now.partialHedge ||
    values.crossAsset !== now.crossAsset ||
    values.funding !== now.funding ||
    values.straddleRegime !== now.straddleRegime;
  if (!remakes) return { ...usFacts, straddles: { ...usFacts.straddles, elections: values } };
  const regime = values.straddleRegime === now.straddleRegime ? null : values.straddleRegime;
  return usFactsWith(derived, values, regime);
}
