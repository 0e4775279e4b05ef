/** The lines of a full export, which is text or gzip of it. */
import { Readable } from 'node:stream';
import { setImmediate } from 'node:timers/promises';
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

/** An export shrinks to a fifth or a tenth: what unpacks to more than that is none. */
const unpackedCap = (bytes: Uint8Array): number => 100 * bytes.length + 1024 * 1024;

/**
 * Without empty ones. What is no gzip after all, or goes beyond all measure, ends in a line that is none. Gives way between
 * slices. Throws when the call is cancelled.
 */
export async function* exportLinesIn(bytes: Uint8Array, signal: AbortSignal): AsyncGenerator<string> {
  const decoder = new TextDecoder();
  let rest = '';
  let unpacked = 0;
  try {
    for await (const chunk of isGzip(bytes) ? unzipped(bytes) : slicesOf(bytes)) {
      await setImmediate();
      if (signal.aborted) break;
      unpacked += chunk.length;
      if (unpacked > unpackedCap(bytes)) throw new RangeError('unpacks to too much');
      const lines = (rest + decoder.decode(chunk, { stream: true })).split('\n');
      rest = lines.pop() ?? '';
      if (rest.length > longestLine) break;
      for (const line of lines) if (line !== '') yield line;
    }
  } catch {
    rest = 'damaged';
  }
  signal.throwIfAborted();
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
