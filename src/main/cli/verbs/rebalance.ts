import type { CallAnswer } from '../../../shared/contract/contract.ts';
import { ok } from '../../../shared/errors/failure.ts';
import { alternativesText } from '../alternatives-text.ts';
import { issuesText } from '../issues.ts';
import { gainText, pointsText, shareText } from '../numbers.ts';
import { paragraph } from '../paragraph.ts';
import { policyDriftText } from '../policy-state-text.ts';
import { table } from '../table.ts';
import type { Verb } from '../verb.ts';
import { waysInput, waysOptions, waysOrNothing } from '../ways-options.ts';

export const rebalance: Verb = {
  summary: 'how far from the targets, which rule fired, and the ways back side by side',
  usage: '[--exit DATE] [--contract ASSET=CONTRACT,…] [assumptions]',
  example: 'rebalance --exit 2027-01-15',
  options: waysOptions,
  async run(context) {
    const calls = await context.openLedger();
    if (!calls.ok) return calls;
    const drift = await calls.value.call('policy.drift', {});
    if (!drift.ok) return drift;
    const input = await waysInput(context, calls.value);
    if (!input.ok) return input;
    const ways = await waysOrNothing(calls.value, input.value);
    if (!ways.ok) return ways;
    const found = ways.value;
    return ok({
      document: { drift: drift.value, alternatives: found },
      text: () =>
        `${linesText(drift.value)}\n\n\n${found === null ? 'Nothing to sell and nothing to buy.' : alternativesText(found)}`,
    });
  },
};

/** Where each line of the policy stands, and which rule fired. */
function linesText(drift: CallAnswer<'policy.drift'>): string {
  const { lines, fired, quiet, issues } = drift;
  const rules = [...fired.map(({ words }) => words), ...(quiet === null ? [] : [quiet])];
  return [
    lines.length === 0 ? 'No targets yet: `hedgerow policy set FILE`.' : policyDriftText(drift),
    rules.length === 0
      ? 'All within the bands: nothing to do.'
      : rules.map((words) => paragraph(words)).join('\n'),
    ...issuesText(issues),
  ].join('\n\n');
}

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
