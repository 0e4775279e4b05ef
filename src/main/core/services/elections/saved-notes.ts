import { CARRYBACK_ID } from '../../../../shared/domain/tax-election-list.ts';
import type { NamedElection } from './tax-election-texts.ts';

const OF_REGIME: Readonly<Record<string, readonly string[]>> = {
  account: [
    'Hedgerow does not compute a mixed straddle account: it would tax your coins at each day’s price. Figures are as if nothing was chosen.',
  ],
  'section-1256d': [
    'Leaving section 1256 binds all later years for the contracts it is made for, and can be taken back only with the tax office’s consent.',
    'It fits hedges with section 1256 contracts only; others stay under the plain rules.',
  ],
  'straddle-by-straddle': [
    'It fits hedges with section 1256 contracts only; others stay under the plain rules. Cases whose rule’s text is not built in are refused with the reason.',
  ],
  identified: [
    'A loss of an identified straddle is never deducted as such: it is added to the cost of the coins. With a section 1256 contract it is usable only together with section 1256(d).',
  ],
};

/**
 * What to know about a choice just made. Whole sentences.
 * In: `running`, the year of today.
 */
export function savedNotes(
  { election, year }: NamedElection,
  value: string,
  running: number,
): readonly string[] {
  if (election.id === 'straddle-regime')
    return [
      ...(OF_REGIME[value] ?? []),
      'It holds for hedges that are recorded from now on; older ones stay as they were marked on their day.',
    ];
  if (election.id === CARRYBACK_ID && value === 'yes')
    return [
      'It is made on Form 6781, box D, with Form 1045 or amended returns of the years it goes to: put them on file in time.',
      ...(year !== null && year >= running
        ? [`${year} is still running: its loss, and what can be carried back, may change.`]
        : []),
    ];
  if (election.group === 'future-law' && value !== 'off')
    return ['This is not law as of 2026-11-22: figures now show what a law from that day would do.'];
  return [];
}
