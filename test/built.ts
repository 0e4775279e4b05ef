import { execFileSync } from 'node:child_process';
import { join } from 'node:path';

export const root = join(import.meta.dirname, '..');
let isCurrent = false;

/** A file of the build ("main/core.js"), which is made first where it is not of these sources, as `npm run hedgerow` does. */
export function builtFile(path: string): string {
  if (!isCurrent) {
    execFileSync(process.execPath, [join(root, 'scripts', 'hedgerow.mjs'), '--help'], { stdio: 'pipe' });
    isCurrent = true;
  }
  return join(root, 'out', ...path.split('/'));
}
