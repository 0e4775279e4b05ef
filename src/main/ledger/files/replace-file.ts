import { closeSync, fsyncSync, openSync, renameSync, rmSync, writeSync } from 'node:fs';
import { dirname } from 'node:path';

/**
 * Puts a file in place whole: whoever looks, even after a power cut, finds the old content or the new.
 * Only its owner may read it. Errors: throws Node's own error, and the old content stands.
 */
export function replaceFile(path: string, content: string): void {
  const arriving = `${path}.tmp`;
  // What a broken-off attempt, or somebody else, left at that name must not be written through.
  rmSync(arriving, { force: true });
  try {
    writeSynced(arriving, content);
    renameSync(arriving, path);
  } catch (error) {
    rmSync(arriving, { force: true });
    throw error;
  }
  syncFolder(dirname(path));
}

function writeSynced(path: string, content: string): void {
  const file = openSync(path, 'wx', 0o600);
  try {
    const bytes = Buffer.from(content, 'utf8');
    for (let written = 0; written < bytes.length;) written += writeSync(file, bytes, written);
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
}

/** Makes names in a folder lasting. Windows has no such call and needs none. */
function syncFolder(folder: string): void {
  if (process.platform === 'win32') return;
  const handle = openSync(folder, 'r');
  try {
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
}
