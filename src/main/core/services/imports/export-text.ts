/** The lines of a full export, which is text or gzip of it. */
import { Readable } from 'node:stream';
import { createGunzip, constants, gunzipSync } from 'node:zlib';
import { exportMark } from '../../../ledger/repositories/export-lines.ts';

/** A line that is longer is of no export. */
const longestLine = 16 * 1024 * 1024;

export function isExportText(bytes: Uint8Array): boolean {
  return beginningOf(bytes).startsWith(exportMark);
}

function isGzip(bytes: Uint8Array): boolean {
  return bytes[0] === 0x1f && bytes[1] === 0x8b;
}

function beginningOf(bytes: Uint8Array): string {
  const head = bytes.subarray(0, isGzip(bytes) ? 4096 : exportMark.length);
  if (!isGzip(bytes)) return Buffer.from(head).toString();
  try {
    return gunzipSync(head, { finishFlush: constants.Z_SYNC_FLUSH }).toString('utf8', 0, exportMark.length);
  } catch {
    return '';
  }
}

/** Without empty ones. What is no gzip after all, or has a line beyond all measure, ends in a line that is none. */
export async function* exportLinesIn(bytes: Uint8Array): AsyncGenerator<string> {
  const decoder = new TextDecoder();
  let rest = '';
  try {
    for await (const chunk of isGzip(bytes) ? unzipped(bytes) : slicesOf(bytes)) {
      const lines = (rest + decoder.decode(chunk, { stream: true })).split('\n');
      rest = lines.pop() ?? '';
      if (rest.length > longestLine) break;
      for (const line of lines) if (line !== '') yield line;
    }
  } catch {
    rest = 'damaged';
  }
  if (rest !== '') yield rest;
}

const sliceBytes = 256 * 1024;

function* slicesOf(bytes: Uint8Array): Generator<Uint8Array> {
  for (let at = 0; at < bytes.length; at += sliceBytes) yield bytes.subarray(at, at + sliceBytes);
}

function unzipped(bytes: Uint8Array): AsyncIterable<Uint8Array> {
  const source = Readable.from(slicesOf(bytes));
  const target = createGunzip();
  source.on('error', (error) => target.destroy(error));
  return source.pipe(target) as AsyncIterable<Uint8Array>;
}
