/** What became of the lines of a file, in a sentence whose numbers add up. */
import type { CallAnswer } from '../../shared/contract/contract.ts';
import { countOf, countText } from './numbers.ts';

type LineCounts = CallAnswer<'imports.confirm'>['files'][number]['lines'];

/** "12 lines: 8 imported · 2 already here · 1 never happened: … · 1 heading or blank". */
export function linesText({
  total,
  imported,
  already,
  part,
  ignored,
  unclassified,
  rejected,
  notRows,
}: LineCounts): string {
  const counts: readonly (readonly [number, string])[] = [
    [imported, 'imported'],
    [part, 'part of an event with another row'],
    [already, 'already here'],
    [unclassified, 'for review (hedgerow imports review)'],
    [rejected, 'left out with an error'],
    ...ignored.map(({ count, words }) => [count, words] as const),
    [notRows, 'heading or blank'],
  ];
  const said = counts.filter(([count]) => count > 0).map(([count, words]) => `${countText(count)} ${words}`);
  return `${countOf(total, 'line')}: ${said.join(' · ')}`;
}
