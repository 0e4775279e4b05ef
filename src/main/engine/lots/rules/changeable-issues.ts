import type { Issue } from '../../../../shared/domain/issue.ts';
import { addDays, dateText } from '../../../../shared/time/local-date.ts';
import { issueOf } from '../../issue-of.ts';
import type { AssetUnits, RuleSequence } from './asset-units.ts';
import type { RuleOptions } from './rule-options.ts';

/** Disposals that what comes after `until` can still change. Issues: `lots/can-still-change`, once an event. */
export function changeableIssues(
  { asset, gone }: AssetUnits,
  { lookAheadDays, canChange, law }: RuleSequence,
  { until }: RuleOptions,
): readonly Issue[] {
  if (until === undefined) return [];
  const found = new Map<string, Issue>();
  for (const sold of gone) {
    const lastDay = addDays(sold.date, lookAheadDays);
    if (lastDay <= until || found.has(sold.event) || !canChange(sold)) continue;
    const words = { event: sold.event, asset, date: dateText(lastDay), law };
    const place = { event: sold.event, asset, account: sold.account };
    found.set(sold.event, issueOf('lots/can-still-change', 'note', words, place));
  }
  return [...found.values()];
}
