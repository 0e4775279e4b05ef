/** Whether the dates of a file have the day or the month first: every row is looked at before the first is read. */
import { fail, ok, type Result } from '../../shared/errors/failure.ts';
import { type DateOrder, DateOrderVote } from './cells/date-order.ts';
import { eachRow } from './csv/each-row.ts';
import type { OpenedExport } from './read-export.ts';

/**
 * In: `chosen`, what the user says: it wins over what the format settles. Each step looks at one slice and gives 0: nothing is read yet.
 * Out: nothing where the format leaves nothing open. Errors: `import/date-order-unknown`, `import/date-order-mixed`.
 */
export function* dateOrderOf(
  opened: OpenedExport,
  chosen: DateOrder | undefined,
  sliceBytes: number,
): Generator<number, Result<{ readonly dateOrder?: DateOrder }>> {
  const { file, detection } = opened;
  const known = chosen ?? detection.dateOrder;
  if (known !== undefined) return ok({ dateOrder: known });
  const dateColumns = detection.dateColumns ?? spreadsheetDates(opened);
  if (dateColumns.length === 0) return ok({});
  const vote = new DateOrderVote();
  yield* readDates(opened, dateColumns, vote, sliceBytes);
  const { outcome } = vote;
  if ('order' in outcome) return ok({ dateOrder: outcome.order });
  const { example, against } = outcome;
  if (against === null) return fail('import/date-order-unknown', { file, example }, { file });
  return fail('import/date-order-mixed', { file, example, against }, { file });
}

/** A date as spreadsheets write it, whatever the exchange wrote: `19/06/2023 09:28`. */
const spreadsheetDate = /^\s*\d{1,2}([/-])\d{1,2}\1\d{4}(?!\d)/u;

/**
 * Columns of times that a spreadsheet has written anew, in a format that settles the order of its own dates. One such date
 * among others is a row gone wrong.
 */
function spreadsheetDates({ guess, detection }: OpenedExport): readonly string[] {
  const rows = guess.head.rows.slice(detection.headerIndex + 1);
  return [...detection.columns].flatMap(([name, place]) => {
    if (!/time|date/u.test(name)) return [];
    const written = rows.map(({ cells }) => cells[place] ?? '').filter((cell) => cell.trim() !== '');
    return 2 * written.filter((cell) => spreadsheetDate.test(cell)).length > written.length ? [name] : [];
  });
}

/** What stands above the rows are no dates: it need not be told apart. */
function* readDates(
  { bytes, encoding, guess, detection }: OpenedExport,
  dateColumns: readonly string[],
  vote: DateOrderVote,
  sliceBytes: number,
): Generator<number, void> {
  const places = dateColumns.flatMap((name) => detection.columns.get(name) ?? []);
  const { delimiter, newline } = guess;
  const take = (cells: readonly string[]): void => {
    for (const place of places) vote.add(cells[place] ?? '');
  };
  yield* eachRow({ bytes, encoding, delimiter, newline }, take, sliceBytes);
}
