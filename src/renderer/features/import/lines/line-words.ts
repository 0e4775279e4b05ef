import { formatCount } from '../../../ui/number-format.ts';
import type { PreviewFile } from '../import-flow.ts';

export type LineCounts = PreviewFile['lines'];

/** What became of some of the lines: "12 already present". */
export interface LinePart {
  readonly key: string;
  readonly count: number;
  readonly words: string;
}

/** What became of all lines, nothing left out: the counts add up to the file's lines. "0 rejected" is said, too. */
export function linePartsOf(lines: LineCounts): readonly LinePart[] {
  const parts: readonly LinePart[] = [
    { key: 'imported', count: lines.imported, words: 'imported' },
    { key: 'already', count: lines.already, words: 'already present' },
    { key: 'part', count: lines.part, words: 'part of another event' },
    ...lines.ignored.map(({ rule, words, count }) => ({
      key: `ignored ${rule}`,
      count,
      words: `ignored (${words})`,
    })),
    { key: 'unclassified', count: lines.unclassified, words: 'for review' },
    {
      key: 'headings',
      count: lines.notRows,
      words: lines.notRows === 1 ? 'heading or blank line' : 'headings and blank lines',
    },
    { key: 'rejected', count: lines.rejected, words: 'rejected' },
  ];
  return parts.filter(({ key, count }) => count > 0 || key === 'rejected');
}

/** "1,204 lines: 1,180 imported, 12 already present, 9 part of another event, 3 for review, 0 rejected". */
export function lineWords(lines: LineCounts): string {
  const parts = linePartsOf(lines).map(({ count, words }) => `${formatCount(count)} ${words}`);
  return `${formatCount(lines.total)} ${lines.total === 1 ? 'line' : 'lines'}: ${parts.join(', ')}`;
}
