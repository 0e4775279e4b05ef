import type { CallAnswer } from '../../../../shared/contract/contract.ts';
import { formatCount } from '../../../ui/number-format.ts';

type Preview = CallAnswer<'mapping.preview'>;
export type PreviewRow = Preview['rows'][number];

/** "Of the first 40 rows, 36 are read, 3 are left out by a rule, and 1 cannot be read." */
export function previewCounts({ rows, events, ignored, bad }: Preview): string {
  if (rows.length === 0) return 'There are no rows below the names of the columns.';
  const first = rows.length === 1 ? 'Of the first row,' : `Of the first ${formatCount(rows.length)} rows,`;
  const parts = [`${formatCount(events)} ${events === 1 ? 'is' : 'are'} read`];
  if (ignored > 0) parts.push(`${formatCount(ignored)} left out by a rule`);
  if (bad > 0) parts.push(`${formatCount(bad)} cannot be read`);
  return `${first} ${parts.join(', ')}.`;
}

/** How far a mapping is, for beside its Save button. */
export function stateWords(problems: number, preview: Preview | null): string {
  if (problems > 0)
    return problems === 1 ? 'One thing is still missing' : `${problems} things are still missing`;
  return preview === null ? 'Reading the first rows' : previewCounts(preview);
}

const rowsShown = 14;

/** The first rows; where some of the others cannot be read, those come before them, so that nobody has to look for them. */
export function rowsToShow({ rows }: Preview): readonly PreviewRow[] {
  const isBad = ({ problems }: PreviewRow): boolean => problems.some(({ severity }) => severity === 'error');
  const first = rows.slice(0, rowsShown);
  const later = rows.slice(rowsShown).filter((row) => isBad(row));
  return [...first.filter((row) => isBad(row)), ...later, ...first.filter((row) => !isBad(row))].slice(
    0,
    rowsShown,
  );
}
