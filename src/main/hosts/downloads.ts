import { existsSync } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { basename, extname, join } from 'node:path';
import type { Download } from 'playwright-core';

/** Saves what the page offers for download under a name that is free, and says where. */
export async function saveDownload(download: Download, folder: string): Promise<void> {
  const file = freeName(folder, download.suggestedFilename());
  const saved = await mkdir(folder, { recursive: true })
    .then(() => download.saveAs(file))
    .then(() => true)
    .catch(() => false);
  process.stderr.write(saved ? `hedgerow: saved ${file}\n` : `hedgerow: could not save ${file}\n`);
}

/** "plan.csv", then "plan (2).csv": nothing is ever overwritten. */
export function freeName(folder: string, suggested: string): string {
  const name = basename(suggested.replaceAll('\\', '/')).replace(/^\.+/u, '') || 'hedgerow';
  const extension = extname(name);
  const stem = name.slice(0, name.length - extension.length);
  let file = join(folder, name);
  for (let n = 2; existsSync(file); n++) file = join(folder, `${stem} (${n})${extension}`);
  return file;
}
