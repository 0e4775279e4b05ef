/** Runs `hedgerow` as a user does: the built program, a process of its own, over a real encrypted ledger. */
import { spawn } from 'node:child_process';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { createLedger } from '../../src/main/ledger/open/create-ledger.ts';
import { trivialKdfCost } from '../../src/main/ledger/keys/kdf-cost.ts';
import { builtFile, root } from '../built.ts';
import { instantFromIso } from '../../src/shared/time/instant.ts';

export const sample = (name: string): string => join(root, 'resources', 'sample', name);
export const sampleExports = [
  'binance-spot-trades.csv',
  'binance-futures-trades.csv',
  'binance-futures-transactions.csv',
  'coinbase-transactions.csv',
  'other-records.csv',
].map(sample);
/** The day on which the sample's files end. */
export const sampleDay = '2026-11-20';
/** Shifts the clock of the program and its core, so that storing needs no `--as-of`. */
export function clockAt(time: string): { readonly NODE_OPTIONS: string } {
  const shift = `const real=Date.now,shift=${Date.parse(time)}-real();Date.now=()=>real()+shift`;
  return { NODE_OPTIONS: `--import=data:text/javascript,${encodeURIComponent(shift)}` };
}
/** Late on that day in New York. */
export const onSampleDay = clockAt('2026-11-20T22:00:00Z');
export const passphrase = 'correct horse battery staple';

export interface Ran {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

export interface RunOptions {
  readonly env?: Readonly<Record<string, string | undefined>>;
  readonly stdin?: string;
  /** Ctrl-C after this time. */
  readonly interruptAfterMs?: number;
}

/** A place with a space in its name for one test file's ledgers. */
export function temporaryFolder(): string {
  return mkdtempSync(join(tmpdir(), 'hedgerow cli '));
}

/** An empty ledger that opens fast: its key slot costs next to nothing, which no ledger of the product's own does. */
export async function quickLedger(folder: string): Promise<string> {
  const path = join(folder, 'test.hedgerow');
  const created = await createLedger({
    path,
    passphrase,
    now: instantFromIso('2026-11-20T00:00:00Z'),
    kdfCost: trivialKdfCost,
  });
  if (!created.ok) throw new Error(created.failure.message);
  await created.value.ledger.close();
  return path;
}

export async function hedgerow(args: readonly string[], options: RunOptions = {}): Promise<Ran> {
  const program = builtFile('main/cli.js');
  const child = spawn(process.execPath, [program, ...args], {
    env: {
      ...process.env,
      HEDGEROW_VALIDATE: '1',
      HEDGEROW_PASSPHRASE: passphrase,
      ...options.env,
    },
  });
  child.stdin.end(options.stdin ?? '');
  if (options.interruptAfterMs !== undefined)
    setTimeout(() => child.kill('SIGINT'), options.interruptAfterMs);
  const ended = new Promise<number | null>((resolve) => void child.on('close', resolve));
  const [stdout, stderr, code] = await Promise.all([text(child.stdout), text(child.stderr), ended]);
  return { code, stdout, stderr };
}

/** The one document that `--json` prints: anything beside it on stdout makes this throw. */
export function documentOf({ stdout }: Ran): unknown {
  return JSON.parse(stdout) as unknown;
}
