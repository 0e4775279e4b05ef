import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';

/** Name, size, time and content of every file in a folder, one line each: equal only where nothing was touched. */
export function filesOnDisk(folder: string): readonly string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => {
      const path = join(entry.parentPath, entry.name);
      const { size, mtimeMs } = statSync(path);
      return `${path} ${size} ${mtimeMs} ${createHash('sha256').update(readFileSync(path)).digest('hex')}`;
    })
    .toSorted();
}
