/** Runs `hedgerow` as a user does: the built program, a process of its own, over a real encrypted ledger. */
import { spawn } from 'node:child_process';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { runTerminal } from '../../src/main/cli/run.ts';
import { forkCore, startCore, type CoreClient } from '../../src/main/core/client.ts';
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

/**
 * Runs `hedgerow` in this process, over one core process that stays: many questions of one ledger without starting two
 * programs for each. What a verb says and answers is the same; that the program itself starts and ends is for `hedgerow`.
 */
export class WarmHedgerow {
  readonly #core: CoreClient;
  /** By the first verb; the ledger stays open for the next. */
  #opened: ReturnType<CoreClient['callUnchecked']> | null = null;

  readonly #passphrase: string;

  constructor(env: Readonly<Record<string, string>>, secret: string = passphrase) {
    this.#passphrase = secret;
    const entry = builtFile('main/core.js');
    this.#core = startCore({
      fork: () => forkCore(entry, { HEDGEROW_VALIDATE: '1', ...env }),
      validateOutput: true,
    });
  }

  async run(args: readonly string[], stdin = ''): Promise<Ran> {
    let [stdout, stderr] = ['', ''];
    const code = await runTerminal(args, {
      startCore: () => this.#staying(),
      terminal: {
        env: { HEDGEROW_PASSPHRASE: this.#passphrase },
        askSecret: null,
        readStdin: async () => stdin,
        say: (line) => void (stderr += `${line}\n`),
        progress: () => undefined,
      },
      signal: new AbortController().signal,
      print: (words) => void (stdout += words),
    });
    return { code, stdout, stderr };
  }

  end(): void {
    this.#core.end();
  }

  /** A verb opens its ledger and ends its core; this one was opened by the first and goes on. */
  #staying(): CoreClient {
    const core = this.#core;
    return {
      call: (name, input, options) =>
        name === 'ledger.open'
          ? ((this.#opened ??= core.callUnchecked(name, input, options)) as ReturnType<
              typeof core.call<typeof name>
            >)
          : core.call(name, input, options),
      callUnchecked: (name, input, options) => core.callUnchecked(name, input, options),
      onPush: (listener) => core.onPush(listener),
      onEnd: (listener) => core.onEnd(listener),
      end: () => undefined,
    };
  }
}

/** The one document that `--json` prints: anything beside it on stdout makes this throw. */
export function documentOf({ stdout }: Ran): unknown {
  return JSON.parse(stdout) as unknown;
}
