/** What holds for all figures made of lots, whichever of them is asked for. */
import type { Issue } from '../../../shared/domain/issue.ts';
import { yearOf } from '../../../shared/time/local-date.ts';
import { timeZoneText } from '../../../shared/time/time-zone.ts';
import { issueOf } from '../../engine/issue-of.ts';
import type { Derived } from '../derived.ts';

type Asked = Pick<Derived, 'asOf'> & {
  readonly facts: Pick<Derived['facts'], 'profile' | 'timeZone'>;
  readonly lots: Pick<Derived['lots'], 'disposals'>;
};

/** Issues: `lots/method-all-years`, `profile/no-time-zone`. */
export function standingIssues(derived: Asked): readonly Issue[] {
  return [...methodIssues(derived), ...timeZoneIssues(derived)];
}

/**
 * The method of the profile matches all sales, also those of years whose returns are filed, because no day is kept
 * from which it counts.
 * Law: Treas. Reg. § 1.1012-1(j): a standing order counts for what is sold after it was made.
 */
function methodIssues({ facts, lots, asOf }: Asked): readonly Issue[] {
  if (facts.profile === null || facts.profile.lotMethod === 'fifo') return [];
  const first = lots.disposals.reduce((year, one) => Math.min(year, yearOf(one.disposedDate)), Infinity);
  return first < yearOf(asOf) ? [issueOf('lots/method-all-years', 'warning', { first })] : [];
}

function timeZoneIssues({ facts }: Asked): readonly Issue[] {
  if (facts.profile !== null) return [];
  return [issueOf('profile/no-time-zone', 'note', { zone: timeZoneText(facts.timeZone) })];
}
