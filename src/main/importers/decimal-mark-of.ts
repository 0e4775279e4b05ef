/** Which mark the numbers of a file have: every row is looked at before the first is read. */
import { DecimalMarkVote } from './csv/decimal-mark.ts';
import { eachRow } from './csv/each-row.ts';
import type { DecimalMark } from './importer.ts';
import type { OpenedExport } from './read-export.ts';

/** What the format settles wins. Where commas part the cells, they part no digits. Each step looks at one slice and gives 0. */
export function* decimalMarkOf(
  { bytes, encoding, guess, detection }: OpenedExport,
  sliceBytes: number,
): Generator<number, DecimalMark> {
  if (detection.decimalMark !== undefined) return detection.decimalMark;
  const { delimiter, newline } = guess;
  if (delimiter === ',') return '.';
  const vote = new DecimalMarkVote();
  const take = (cells: readonly string[]): void => {
    for (const cell of cells) vote.add(cell);
  };
  yield* eachRow({ bytes, encoding, delimiter, newline }, take, sliceBytes);
  return vote.mark;
}
