/** The list of ledgers opened on this machine: paths and dates, nothing of what is in them. */
import { existsSync, mkdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import type { CallAnswer } from '../../../../shared/contract/contract.ts';
import { parseIsoInstant, toIso, type Instant } from '../../../../shared/time/instant.ts';
import { replaceFile } from '../../../ledger/files/replace-file.ts';

type Known = CallAnswer<'ledger.known'>['ledgers'][number];

interface Entry {
  readonly path: string;
  readonly lastOpened: string | null;
}

const most = 20;
const ending = '.hedgerow';

/** Last opened first. */
export function knownLedgers(dataFolder: string): Known[] {
  return readEntries(dataFolder).map(({ path, lastOpened }) => ({
    path,
    name: ledgerName(path),
    exists: existsSync(path),
    lastOpened,
  }));
}

/** Puts a ledger at the head of the list. The list is a convenience: a disk that refuses it stops nothing. */
export function rememberLedger(dataFolder: string, path: string, opened: Instant): void {
  const others = readEntries(dataFolder).filter((entry) => entry.path !== path);
  const entries: Entry[] = [{ path, lastOpened: toIso(opened) }, ...others].slice(0, most);
  try {
    mkdirSync(dataFolder, { recursive: true, mode: 0o700 });
    replaceFile(listPath(dataFolder), `${JSON.stringify({ ledgers: entries }, null, 2)}\n`);
  } catch {
    // The ledger itself is open; only its place in the list is lost.
  }
}

/** "My coins.hedgerow" → "My coins". */
export function ledgerName(path: string): string {
  return basename(path, ending);
}

/** Where the user's ledger lies unless told otherwise; the terminal opens it without being told. */
export function defaultLedgerPath(dataFolder: string): string {
  return join(dataFolder, `ledger${ending}`);
}

function listPath(dataFolder: string): string {
  return join(dataFolder, 'known-ledgers.json');
}

/** A list that cannot be read is an empty one. */
function readEntries(dataFolder: string): readonly Entry[] {
  try {
    const list = JSON.parse(readFileSync(listPath(dataFolder), 'utf8')) as { readonly ledgers?: unknown };
    return Array.isArray(list.ledgers) ? list.ledgers.flatMap(entryOf) : [];
  } catch {
    return [];
  }
}

function entryOf(value: unknown): Entry[] {
  const { path, lastOpened } = (value ?? {}) as { readonly path?: unknown; readonly lastOpened?: unknown };
  if (typeof path !== 'string') return [];
  const isTime = typeof lastOpened === 'string' && parseIsoInstant(lastOpened) !== undefined;
  return [{ path, lastOpened: isTime ? lastOpened : null }];
}
