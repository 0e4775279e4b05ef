import type { CallAnswer } from '../../shared/contract/contract.ts';
import { countOf, pointsText, shareText } from './numbers.ts';
import { paragraph } from './paragraph.ts';
import { table } from './table.ts';

/** The policy in force and, where there were others, all its versions with what changed. */
export function policyStateText({ sentence, versions }: CallAnswer<'policy.read'>): string {
  if (sentence === null)
    return 'No targets yet: `hedgerow policy set --text "Hold 50 % BTC and 50 % ETH."`, or a file of sentences.';
  const earlier = versions.length < 2 ? [] : ['Versions', ...versions.toReversed().map(versionText)];
  return [paragraph(sentence), ...earlier].join('\n\n');
}

function versionText({
  version,
  savedAt,
  sentence,
  changes,
}: CallAnswer<'policy.read'>['versions'][number]): string {
  const lines = changes.length === 0 ? [sentence] : changes;
  return [`${version}  ${savedAt.slice(0, 10)}`, ...lines.map((line) => paragraph(line, 3))].join('\n');
}

/** When rules fired and what was decided, newest first. */
export function policyLogText(log: CallAnswer<'policy.log'>): string {
  const days =
    log.from === null ? '' : `${countOf(log.days, 'day')} with prices from ${log.from} to ${log.to ?? ''}.`;
  return [
    log.firings.length === 0
      ? 'No rule has fired.'
      : log.firings.map((firing) => firingText(firing)).join('\n\n'),
    ...(log.decisions.length === 0
      ? []
      : ['Decided without a rule:', ...log.decisions.map((one) => paragraph(decisionText(one), 2))]),
    ...[days, ...log.notes].filter((note) => note !== '').map((note) => paragraph(note)),
  ].join('\n\n');
}

const STATE = { open: 'open', decided: 'decided', passed: 'ended without a decision' } as const;

function firingText(firing: CallAnswer<'policy.log'>['firings'][number]): string {
  const until = firing.until === null ? '' : ` until ${firing.until}`;
  return [
    `${firing.firedOn}${until}  ${STATE[firing.state]}  ${firing.id}`,
    paragraph(firing.words, 2),
    ...firing.decisions.map((one) => paragraph(decisionText(one), 2)),
  ].join('\n');
}

export function decisionText({ date, words, note, record }: CallAnswer<'policy.decide'>): string {
  const because = note === null ? '' : ` "${note}"`;
  return `${date}: ${words}${because} (record ${record.sequence}, ${record.hash.slice(0, 12)})`;
}

/** Each line of the policy with where it stands and where acting brings it. */
export function policyDriftText(drift: CallAnswer<'policy.drift'>): string {
  if (drift.lines.length === 0) return '';
  return table(
    drift.lines,
    [
      { title: 'Line', cell: ({ of, kind }) => (kind === 'cash' ? 'cash' : of) },
      { title: 'Target', cell: (line) => shareText(line.target), right: true },
      { title: 'Coins alone', cell: (line) => shareText(line.spotWeight), right: true },
      { title: 'With futures', cell: (line) => shareText(line.effectiveWeight), right: true },
      { title: 'Points off', cell: (line) => pointsText(line.drift), right: true },
      {
        title: 'Band',
        cell: (line) => (line.hasBand ? `${shareText(line.bandLow)} to ${shareText(line.bandHigh)}` : 'none'),
        right: true,
      },
      { title: 'Back to', cell: (line) => shareText(line.goal), right: true },
      { title: '', cell: (line) => (line.outside ? 'outside' : '') },
    ],
    '',
  );
}
