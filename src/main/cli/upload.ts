import { randomUUID } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { ok, type Result } from '../../shared/errors/failure.ts';
import { wrongUsage, type Calls } from './verb.ts';

/** What one piece may carry: 1 MiB as base64. */
const bytesPerPiece = 768 * 1024;

/** Hands a file to the core in pieces. Out: the upload's id. */
export async function upload(calls: Calls, path: string): Promise<Result<string>> {
  const bytes = await readFile(path).catch(() => null);
  if (bytes === null) return wrongUsage(path, 'the file cannot be read');
  const id = randomUUID();
  for (let from = 0; from === 0 || from < bytes.length; from += bytesPerPiece) {
    const piece = bytes.subarray(from, from + bytesPerPiece);
    const sent = await calls.call('imports.upload', {
      upload: id,
      file: basename(path),
      base64: piece.toString('base64'),
      last: from + bytesPerPiece >= bytes.length,
    });
    if (!sent.ok) return sent;
  }
  return ok(id);
}
