/** Whether the dates of a file have the day or the month first: every row is looked at before the first is read. */
import { fail, ok, type Result } from '../../shared/errors/failure.ts';
import { type DateOrder, DateOrderVote } from './cells/date-order.ts';
import { createDecoder } from './csv/decode.ts';
import { RowFramer } from './csv/frame-rows.ts';
import { createRowSplitter } from './csv/split-row.ts';
import type { OpenedExport } from './read-export.ts';

/**
 * In: `chosen`, what the user says. Each step looks at one slice and gives 0: nothing is read yet.
 * Out: nothing where the format leaves nothing open. Errors: `import/date-order-unknown`, `import/date-order-mixed`.
 */
export function* dateOrderOf(
  opened: OpenedExport,
  chosen: DateOrder | undefined,
  sliceBytes: number,
): Generator<number, Result<{ readonly dateOrder?: DateOrder }>> {
  const { file, detection } = opened;
  const known = detection.dateOrder ?? chosen;
  if (known !== undefined) return ok({ dateOrder: known });
  const { dateColumns = [] } = detection;
  if (dateColumns.length === 0) return ok({});
  const vote = new DateOrderVote();
  yield* readDates(opened, dateColumns, vote, sliceBytes);
  const { outcome } = vote;
  if ('order' in outcome) return ok({ dateOrder: outcome.order });
  const { example, against } = outcome;
  if (against === null) return fail('import/date-order-unknown', { file, example }, { file });
  return fail('import/date-order-mixed', { file, example, against }, { file });
}

/** What stands above the rows are no dates: it need not be told apart. */
function* readDates(
  { bytes, encoding, guess, detection }: OpenedExport,
  dateColumns: readonly string[],
  vote: DateOrderVote,
  sliceBytes: number,
): Generator<number, void> {
  const places = dateColumns.flatMap((name) => detection.columns.get(name) ?? []);
  const split = createRowSplitter(guess.delimiter);
  const framer = new RowFramer(guess.newline, {
    row: (raw) => {
      const cells = split(raw);
      for (const place of places) vote.add(cells[place] ?? '');
    },
    fault: () => {},
  });
  const decoder = createDecoder(encoding);
  for (let at = 0; at < bytes.length; at += sliceBytes) {
    framer.push(decoder.decode(bytes.subarray(at, at + sliceBytes)));
    yield 0;
  }
  framer.push(decoder.end());
  framer.end();
}
