/** Which mark the numbers of a file have: every row is looked at before the first is read. */
import { DecimalMarkVote } from './csv/decimal-mark.ts';
import { eachRow } from './csv/each-row.ts';
import type { DecimalMark } from './importer.ts';
import type { OpenedExport } from './read-export.ts';

/** How anybody knows; 'assumed': every cell with a mark can be read in two ways. */
export type DecimalMarkOrigin = 'given' | 'format' | 'file' | 'assumed';

export interface DecimalMarkFact {
  readonly mark: DecimalMark;
  readonly from: DecimalMarkOrigin;
}

/**
 * In: `chosen`, what the user says: it wins over what the format settles. Where commas part the cells, they part no digits.
 * Each step looks at one slice and gives 0.
 */
export function* decimalMarkOf(
  { bytes, encoding, guess, detection }: OpenedExport,
  chosen: DecimalMark | undefined,
  sliceBytes: number,
): Generator<number, DecimalMarkFact> {
  if (chosen !== undefined) return { mark: chosen, from: 'given' };
  if (detection.decimalMark !== undefined) return { mark: detection.decimalMark, from: 'format' };
  const { delimiter, newline } = guess;
  if (delimiter === ',') return { mark: '.', from: 'file' };
  const vote = new DecimalMarkVote();
  const take = (cells: readonly string[]): void => {
    for (const cell of cells) vote.add(cell);
  };
  yield* eachRow({ bytes, encoding, delimiter, newline }, take, sliceBytes);
  return { mark: vote.mark, from: vote.inDoubt === null ? 'file' : 'assumed' };
}
