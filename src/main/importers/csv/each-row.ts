/** Every row of a file in slices, for what must look at all of them before the first is read. */
import { createDecoder, type Encoding } from './decode.ts';
import { RowFramer } from './frame-rows.ts';
import { createRowSplitter, type Delimiter } from './split-row.ts';

export interface Rows {
  readonly bytes: Uint8Array;
  readonly encoding: Encoding;
  readonly delimiter: Delimiter;
  readonly newline: '\n' | '\r';
}

/** Rows that cannot be framed are left out. Each step looks at one slice and gives 0: nothing is read yet. */
export function* eachRow(
  { bytes, encoding, delimiter, newline }: Rows,
  take: (cells: readonly string[], line: number, raw: string) => void,
  sliceBytes: number,
): Generator<number, void> {
  const split = createRowSplitter(delimiter);
  const framer = new RowFramer(newline, {
    row: (raw, line) => take(split(raw), line, raw),
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
