/** The terminal's way to the core: forked at the first call, ended with the verb. */
import type { CallAnswer, CallInput, CallName } from '../../shared/contract/contract.ts';
import { ok, type Result } from '../../shared/errors/failure.ts';
import {
  progressAsides,
  timedProgress,
  type TaskProgress,
  type TimedProgress,
} from '../../shared/progress-words.ts';
import type { CoreClient } from '../core/client.ts';
import { countText } from './numbers.ts';
import { currentPassphrase } from './secrets.ts';
import type { Calls, LedgerKey, Terminal } from './verb.ts';

export interface CoreParts {
  readonly startCore: (env: Readonly<Record<string, string>>) => CoreClient;
  readonly terminal: Terminal;
  readonly ledger: string | undefined;
  readonly asOf: string | undefined;
  readonly signal: AbortSignal;
}

export class TerminalCore {
  readonly #parts: CoreParts;
  readonly #clients: CoreClient[] = [];

  constructor(parts: CoreParts) {
    this.#parts = parts;
  }

  core(dataFolder?: string): Calls {
    const env = dataFolder === undefined ? {} : { HEDGEROW_DATA_FOLDER: dataFolder };
    const client = this.#parts.startCore(env);
    this.#clients.push(client);
    return { call: (name, input) => this.#call(client, name, input) };
  }

  async openLedger(given?: LedgerKey): Promise<Result<Calls>> {
    const key = given === undefined ? await currentPassphrase(this.#parts.terminal) : ok(given);
    if (!key.ok) return key;
    const calls = this.core();
    const path = await this.#ledgerPath(calls);
    if (!path.ok) return path;
    const opened =
      'passphrase' in key.value
        ? await calls.call('ledger.open', { path: path.value, ...key.value })
        : await calls.call('ledger.recover', { path: path.value, ...key.value });
    if (!opened.ok) return opened;
    for (const warning of opened.value.warnings) this.#parts.terminal.say(warning);
    return ok(calls);
  }

  end(): void {
    for (const client of this.#clients) client.end();
  }

  async #ledgerPath(calls: Calls): Promise<Result<string>> {
    if (this.#parts.ledger !== undefined) return ok(this.#parts.ledger);
    const known = await calls.call('ledger.known', {});
    if (!known.ok) return known;
    return ok(known.value.ledgers.find(({ exists }) => exists)?.path ?? known.value.defaultPath);
  }

  async #call<Name extends CallName>(
    client: CoreClient,
    name: Name,
    input: CallInput<Name>,
  ): Promise<Result<CallAnswer<Name>>> {
    const { terminal, signal, asOf } = this.#parts;
    let timed: TimedProgress | null = null;
    const result = await client.call(name, input, {
      signal,
      onProgress: (said) => {
        timed = timedProgress(timed, said, performance.now());
        terminal.progress(progressLine(timed.progress));
      },
      ...(asOf === undefined ? {} : { asOf }),
    });
    terminal.progress('');
    return result;
  }
}

/** "Reading x.csv: 120,000 rows · 15,000 rows a second · about 20 seconds left"; a phase that counts nothing stands alone. */
function progressLine(progress: TaskProgress): string {
  const { phase, done, total } = progress;
  if (total === null) return done === 0 ? phase : `${phase}: ${countText(done)}`;
  return `${phase}: ${progressAsides(progress).join(' · ')}`;
}
