/** What holds for all figures made of lots, whichever of them is asked for. */
import type { Issue } from '../../../shared/domain/issue.ts';
import { timeZoneText } from '../../../shared/time/time-zone.ts';
import { orphanIssues } from '../../engine/events/orphaned-corrections.ts';
import { issueOf } from '../../engine/issue-of.ts';
import { orderIssues } from '../../engine/lots/records/order-issues.ts';
import type { SoldInOrder } from '../../engine/lots/records/order-issues.ts';
import type { Derived } from '../derived.ts';
import { keptFor } from '../kept-for.ts';

interface Asked {
  readonly facts: Pick<Derived['facts'], 'events' | 'profile' | 'timeZone'> & {
    readonly assembly: Pick<Derived['facts']['assembly'], 'issues'>;
  };
  readonly ranked: Pick<Derived['ranked'], 'issues'>;
  readonly lots: SoldInOrder;
  readonly ofLots: {
    readonly onRecord: Pick<Derived['ofLots']['onRecord'], 'orders' | 'context'>;
    readonly identified: Pick<Derived['ofLots']['identified'], 'issues'>;
  };
}

/**
 * Issues: `events/rows-apart`, `events/correction-without-row`, `events/profit-after-fees`, `lots/order-kept-elsewhere`,
 * `lots/broker-not-told`, `profile/no-time-zone`.
 */
export function standingIssues(derived: Asked): readonly Issue[] {
  return [
    ...recordIssues(derived),
    ...timeZoneIssues(derived),
    ...correctionIssues(derived.facts.events),
    ...derived.facts.assembly.issues,
    ...derived.ranked.issues,
  ];
}

/**
 * What standing orders and identifications decided otherwise than one might expect. Every list of a screen asks; what is
 * said changes only with the ledger and the day.
 */
const recordIssues = keptFor(({ lots, ofLots: { onRecord, identified } }: Asked): readonly Issue[] => [
  ...orderIssues(onRecord.orders, lots, onRecord.context),
  ...identified.issues,
]);

const correctionIssues = keptFor(orphanIssues);

function timeZoneIssues({ facts }: Asked): readonly Issue[] {
  if (facts.profile !== null) return [];
  return [issueOf('profile/no-time-zone', 'note', { zone: timeZoneText(facts.timeZone) })];
}
