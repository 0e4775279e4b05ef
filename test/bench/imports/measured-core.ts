/** The core as the product starts it, in a process of its own, with what it takes and how long others wait meanwhile. */
import { fork } from 'node:child_process';
import { join } from 'node:path';
import type { CallInput, CallName, CallResult } from '../../../src/shared/contract/contract.ts';
import { coreFlags } from '../../../src/main/core/core-flags.ts';
import { startCore, type CoreClient, type FromCore } from '../../../src/main/core/client.ts';
import { type CoreReport, reportRequest } from './report-self.ts';

const root = join(import.meta.dirname, '..', '..', '..');

export interface Watched<T> extends CoreReport {
  readonly value: T;
  /** The longest time between asking and answer, of short calls that were asked all the while. */
  readonly longestWaitMs: number;
  /** The time that 99 of 100 of them waited at the most. */
  readonly usualWaitMs: number;
}

export class MeasuredCore {
  readonly #client: CoreClient;
  readonly #report: () => Promise<CoreReport>;

  /** In: a folder for its data. It is the built core: see `npm run bench`. */
  constructor(folder: string) {
    const execArgv = [...coreFlags, '--import', join(import.meta.dirname, 'report-self.ts')];
    const env = { ...process.env, HEDGEROW_DATA_FOLDER: folder };
    const child = fork(join(root, 'out', 'main', 'core.js'), [], { execArgv, env });
    this.#client = startCore({
      fork: () => ({
        send: (message) => void child.send(message),
        onMessage: (listener) => void child.on('message', (message) => listener(message as FromCore)),
        onExit: (listener) => void child.on('exit', listener),
        kill: () => void child.kill('SIGKILL'),
      }),
    });
    this.#report = () =>
      new Promise((resolve) => {
        const take = (message: unknown): void => {
          const { report } = message as { report?: CoreReport };
          if (report === undefined) return;
          child.off('message', take);
          resolve(report);
        };
        child.on('message', take);
        child.send(reportRequest);
      });
  }

  async call<Name extends CallName>(
    name: Name,
    input: CallInput<Name>,
  ): Promise<Extract<CallResult<Name>, { ok: true }>['value']> {
    const result = await this.#client.call(name, input);
    if (!result.ok) throw new Error(`${name}: ${result.failure.message}`);
    return (result as Extract<CallResult<Name>, { ok: true }>).value;
  }

  /** What a piece of work takes, with a short call asked every 25 milliseconds. */
  async watched<T>(work: () => Promise<T>): Promise<Watched<T>> {
    await this.#report();
    const waits: number[] = [];
    let isDone = false;
    const watching = (async () => {
      while (!isDone) {
        const asked = performance.now();
        await this.call('imports.list', {});
        waits.push(performance.now() - asked);
        await new Promise((resolve) => setTimeout(resolve, 25));
      }
    })();
    const value = await work();
    isDone = true;
    const report = await this.#report();
    await watching;
    waits.sort((a, b) => a - b);
    const usualWaitMs = waits[Math.floor(waits.length * 0.99)] ?? 0;
    return { ...report, value, longestWaitMs: waits.at(-1) ?? 0, usualWaitMs };
  }

  end(): void {
    this.#client.end();
  }
}
