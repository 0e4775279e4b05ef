/** Which mark the numbers of a file have: every row is looked at before the first is read. */
import { fail, ok, type Result } from '../../shared/errors/failure.ts';
import { DecimalMarkVote } from './csv/decimal-mark.ts';
import { eachRow } from './csv/each-row.ts';
import type { DecimalMark } from './importer.ts';
import type { OpenedExport } from './read-export.ts';

export interface DecimalMarkFact {
  readonly mark: DecimalMark;
  readonly from: 'given' | 'format' | 'file';
}

/**
 * In: `chosen`, what the user says: it wins over what the format settles. Where commas part the cells of a known format,
 * they part no decimals. Each step looks at one slice and gives 0: nothing is read yet.
 * Errors: `import/decimal-mark-unknown`, `import/decimal-mark-mixed`.
 */
export function* decimalMarkOf(
  { file, bytes, encoding, guess, detection }: OpenedExport,
  chosen: DecimalMark | undefined,
  sliceBytes: number,
): Generator<number, Result<DecimalMarkFact>> {
  if (chosen !== undefined) return ok({ mark: chosen, from: 'given' });
  if (detection.decimalMark !== undefined) return ok({ mark: detection.decimalMark, from: 'format' });
  const { delimiter, newline } = guess;
  const { numberColumns } = detection;
  if (delimiter === ',' && numberColumns === undefined) return ok({ mark: '.', from: 'file' });
  const places = numberColumns?.flatMap((name) => detection.columns.get(name) ?? []);
  const vote = new DecimalMarkVote();
  const take = (cells: readonly string[]): void => {
    if (places === undefined) for (const cell of cells) vote.add(cell);
    else for (const place of places) vote.add(cells[place] ?? '');
  };
  yield* eachRow({ bytes, encoding, delimiter, newline }, take, sliceBytes);
  const { outcome } = vote;
  if ('mark' in outcome) return ok({ mark: outcome.mark, from: 'file' });
  const { example, against } = outcome;
  // Between commas, "1.234" has decimals: only what is quoted could have its commas elsewhere.
  if (against === null && delimiter === ',' && !example.includes(',')) return ok({ mark: '.', from: 'file' });
  if (against !== null) return fail('import/decimal-mark-mixed', { file, example, against }, { file });
  const [joined, parted] = [example.replace(/[.,]/u, ''), example.replace(',', '.')];
  const isComma = example.includes(',');
  const values = { file, example, point: isComma ? joined : parted, comma: isComma ? parted : joined };
  return fail('import/decimal-mark-unknown', values, { file });
}
