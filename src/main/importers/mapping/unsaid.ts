/** What only the user can know of a file and nobody has said: it is asked, never presumed. */
import type { MappingMeans, MappingProfile, Meaning } from '../../../shared/domain/mapping-profile.ts';
import { failure } from '../../../shared/errors/failure.ts';
import { parseTimeZone } from '../../../shared/time/time-zone.ts';
import type { ProfileProblem } from './profile-problems.ts';

export function unsaid(profile: MappingProfile): readonly ProfileProblem[] {
  return [...rulesUnsaid(profile), ...wordsUnsaid(profile), ...futuresUnsaid(profile)];
}

function rulesUnsaid({ meanings, otherwise }: MappingProfile): readonly ProfileProblem[] {
  const isOpen = ({ means, rule }: Meaning): boolean => means === 'ignore' && rule === undefined;
  const words = meanings.filter(isOpen).map(({ word }) => ({
    failure: failure('mapping/no-rule', { rows: `Rows with the word "${word}"` }),
    field: word,
  }));
  if (otherwise === null || !isOpen(otherwise)) return words;
  return [...words, { failure: failure('mapping/no-rule', { rows: 'Other rows' }), field: 'otherwise' }];
}

function wordsUnsaid({ columns, finalStatus, timeZone }: MappingProfile): readonly ProfileProblem[] {
  const found: ProfileProblem[] = [];
  if (columns.status !== undefined && finalStatus.length === 0) {
    found.push({ failure: failure('mapping/no-final-status', { column: columns.status }), field: 'status' });
  }
  if (timeZone !== undefined && parseTimeZone(timeZone) === undefined) {
    found.push({ failure: failure('import/unknown-time-zone', { zone: timeZone }), field: 'timeZone' });
  }
  return found;
}

const futuresMeans: ReadonlySet<MappingMeans> = new Set(['futures-fill', 'closed-position']);

/** Gross or net, paid or received, in dollars or in the coin: a wrong guess of these is a wrong profit without a word. */
function futuresUnsaid(profile: MappingProfile): readonly ProfileProblem[] {
  const { columns, contract, meanings, otherwise, fees } = profile;
  const found: ProfileProblem[] = [];
  const means = [...meanings, ...(otherwise === null ? [] : [otherwise])];
  const isFutures = columns.contract !== undefined || means.some((one) => futuresMeans.has(one.means));
  if (isFutures && contract === null) {
    found.push({ failure: failure('mapping/no-venue', {}), field: 'contract' });
  }
  if (contract !== null && contract.payoff === null) {
    found.push({ failure: failure('mapping/payoff-unsaid', {}), field: 'payoff' });
  }
  if (columns.profit !== undefined && profile.profit === null) {
    const failed = failure('mapping/profit-unsaid', { column: columns.profit });
    found.push({ failure: failed, field: 'profitKind' });
  }
  if (columns.funding !== undefined && profile.funding === null) {
    const failed = failure('mapping/funding-unsaid', { column: columns.funding });
    found.push({ failure: failed, field: 'fundingSign' });
  }
  if (columns.fee !== undefined && columns.amount !== undefined && fees.inside === null) {
    const failed = failure('mapping/fee-unsaid', { amount: columns.amount, fee: columns.fee });
    found.push({ failure: failed, field: 'feeInside' });
  }
  return found;
}
