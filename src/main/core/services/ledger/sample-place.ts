/** Where sample ledgers lie: a folder each, thrown away after a week. */
import { randomInt } from 'node:crypto';
import { lstatSync, mkdirSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { epochMs, type Instant } from '../../../../shared/time/instant.ts';

const prefix = 'sample-';
/** What `mkdtemp` makes of the prefix. */
const madeName = /^sample-[A-Za-z0-9]{6}$/u;
/** The ledger in it; its keys and journal begin with this name too. */
export const sampleName = 'sample.hedgerow';
const weekMs = 7 * 24 * 3600 * 1000;
const signs = 'abcdefghjkmnpqrstvwxyz23456789';

/** A new folder for a sample. */
export function makeSampleFolder(dataFolder: string): string {
  mkdirSync(dataFolder, { recursive: true, mode: 0o700 });
  return mkdtempSync(join(dataFolder, prefix));
}

/** Younger ones stay: one may be open in another window. So does every folder that is not certainly a sample's. */
export function removeOldSamples(dataFolder: string, now: Instant): void {
  for (const name of readdirSync(dataFolder)) {
    const folder = join(dataFolder, name);
    if (madeName.test(name) && isOldSample(folder, now)) rmSync(folder, { recursive: true, force: true });
  }
}

function isOldSample(folder: string, now: Instant): boolean {
  try {
    const found = lstatSync(folder);
    return (
      found.isDirectory() &&
      epochMs(now) - found.mtimeMs >= weekMs &&
      readdirSync(folder).every((file) => file.startsWith(sampleName))
    );
  } catch {
    // Gone meanwhile, or not ours to look into.
    return false;
  }
}

/** "k7mq-2xva-9hdr-tw4c": easy to read and to type, and to nobody else's guess. */
export function readablePassphrase(): string {
  const group = (): string => Array.from({ length: 4 }, () => signs.charAt(randomInt(signs.length))).join('');
  return [group(), group(), group(), group()].join('-');
}
