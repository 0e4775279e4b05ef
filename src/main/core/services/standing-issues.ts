/** What holds for all figures made of lots, whichever of them is asked for. */
import type { Issue } from '../../../shared/domain/issue.ts';
import { timeZoneText } from '../../../shared/time/time-zone.ts';
import { issueOf } from '../../engine/issue-of.ts';
import { identifiedLots } from '../../engine/lots/records/identified-lots.ts';
import { orderIssues } from '../../engine/lots/records/order-issues.ts';
import type { SoldInOrder } from '../../engine/lots/records/order-issues.ts';
import type { Derived } from '../derived.ts';
import { lotsOnRecord } from '../lots-on-record.ts';

type Asked = Pick<Derived, 'events'> & {
  readonly facts: Pick<Derived['facts'], 'profile' | 'timeZone' | 'accounts' | 'records' | 'elections'>;
  readonly lots: SoldInOrder;
};

/** Issues: `lots/order-kept-elsewhere`, `lots/broker-not-told`, `profile/no-time-zone`. */
export function standingIssues(derived: Asked): readonly Issue[] {
  return [...recordIssuesOf(derived), ...timeZoneIssues(derived)];
}

/** Every list of a screen asks; what is said changes only with the ledger and the day. */
const known = new WeakMap<Asked, readonly Issue[]>();

function recordIssuesOf(derived: Asked): readonly Issue[] {
  let issues = known.get(derived);
  if (issues === undefined) known.set(derived, (issues = recordIssues(derived)));
  return issues;
}

/** What the standing orders and identifications decided otherwise than one might expect. */
function recordIssues({ facts, events, lots }: Asked): readonly Issue[] {
  const { orders, identifications, context } = lotsOnRecord(facts);
  return [...orderIssues(orders, lots, context), ...identifiedLots(events, identifications, context).issues];
}

function timeZoneIssues({ facts }: Asked): readonly Issue[] {
  if (facts.profile !== null) return [];
  return [issueOf('profile/no-time-zone', 'note', { zone: timeZoneText(facts.timeZone) })];
}
