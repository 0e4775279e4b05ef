/** Where sample ledgers lie: a folder each, thrown away after a week. */
import { randomInt } from 'node:crypto';
import { mkdirSync, mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { epochMs, type Instant } from '../../../../shared/time/instant.ts';

const prefix = 'sample-';
const weekMs = 7 * 24 * 3600 * 1000;
const signs = 'abcdefghjkmnpqrstvwxyz23456789';

/** A new folder for a sample. */
export function makeSampleFolder(dataFolder: string): string {
  mkdirSync(dataFolder, { recursive: true, mode: 0o700 });
  return mkdtempSync(join(dataFolder, prefix));
}

/** Younger ones stay: one may be open in another window. */
export function removeOldSamples(dataFolder: string, now: Instant): void {
  for (const name of readdirSync(dataFolder)) {
    const folder = join(dataFolder, name);
    if (!name.startsWith(prefix) || epochMs(now) - statSync(folder).mtimeMs < weekMs) continue;
    rmSync(folder, { recursive: true, force: true });
  }
}

/** "k7mq-2xva-9hdr-tw4c": easy to read and to type, and to nobody else's guess. */
export function readablePassphrase(): string {
  const group = (): string => Array.from({ length: 4 }, () => signs.charAt(randomInt(signs.length))).join('');
  return [group(), group(), group(), group()].join('-');
}
