import type { CallAnswer } from '../../shared/contract/contract.ts';
import { wordsFor } from '../../shared/errors/words-for.ts';
import { countOf } from './numbers.ts';
import { paragraph } from './paragraph.ts';

type Issue = CallAnswer<'holdings.read'>['issues'][number];

/** What the user has to know besides the figures, worst first; nothing where there is nothing. */
export function issuesText(issues: readonly Issue[]): string[] {
  if (issues.length === 0) return [];
  const rank = { error: 0, warning: 1, note: 2 } as const;
  const sorted = [...issues].sort((a, b) => rank[a.severity] - rank[b.severity]);
  const lines = sorted.map(
    ({ severity, message, fix }) =>
      `${paragraph(`${severity}: ${message}`, 2)}\n${paragraph(wordsFor('terminal', fix), 4)}`,
  );
  return [`${countOf(issues.length, 'thing')} to know\n${lines.join('\n')}`];
}
