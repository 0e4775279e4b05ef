import type { CallAnswer } from '../../../shared/contract/contract.ts';
import { ok } from '../../../shared/errors/failure.ts';
import { comparisonText } from '../comparison-text.ts';
import { comparisonInput, comparisonOf, comparisonOptions } from '../comparison-options.ts';
import { issuesText } from '../issues.ts';
import { gainText, pointsText, shareText } from '../numbers.ts';
import { paragraph } from '../paragraph.ts';
import { table } from '../table.ts';
import type { Verb } from '../verb.ts';

export const rebalance: Verb = {
  summary: 'how far from the targets, which rule fired, and the ways back side by side',
  usage: '[--exit DATE] [--contract ASSET=CONTRACT,…] [assumptions]',
  example: 'rebalance --exit 2027-01-15',
  options: comparisonOptions,
  async run(context) {
    const calls = await context.openLedger();
    if (!calls.ok) return calls;
    const targets = await calls.value.call('targets.read', {});
    if (!targets.ok) return targets;
    const input = await comparisonInput(context, calls.value);
    if (!input.ok) return input;
    const comparison = await comparisonOf(calls.value, input.value);
    if (!comparison.ok) return comparison;
    return ok({
      document: { targets: targets.value, comparison: comparison.value },
      text: () => `${driftText(targets.value)}\n\n\n${comparisonText(comparison.value)}`,
    });
  },
};

export function driftText({
  drift,
  words,
  triggers,
  untargeted,
  issues,
}: CallAnswer<'targets.read'>): string {
  return [
    words === null ? 'No targets yet: `hedgerow policy set FILE`.' : paragraph(words),
    table(
      drift,
      [
        { title: 'Asset', cell: (row) => row.asset },
        { title: 'Target', cell: (row) => shareText(row.target), right: true },
        { title: 'Coins alone', cell: (row) => shareText(row.spotWeight), right: true },
        { title: 'With futures', cell: (row) => shareText(row.effectiveWeight), right: true },
        { title: 'Points off', cell: (row) => pointsText(row.drift), right: true },
        { title: 'Worth', cell: (row) => gainText(row.driftValue), right: true },
        {
          title: 'Band',
          cell: (row) => `${shareText(row.bandLow)} to ${shareText(row.bandHigh)}`,
          right: true,
        },
        { title: '', cell: (row) => (row.outside ? 'outside' : '') },
      ],
      'Nothing to compare.',
    ),
    triggers.length === 0
      ? 'All within the bands: nothing to do.'
      : triggers.map((trigger) => paragraph(trigger)).join('\n'),
    ...(untargeted.length === 0
      ? []
      : [
          `Without a target: ${untargeted.map(({ asset, value }) => `${asset} ${gainText(value).replace('+', '')}`).join(', ')}`,
        ]),
    ...issuesText(issues),
  ].join('\n\n');
}
