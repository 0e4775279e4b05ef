/** How everyone above the core calls it: typed, with progress and cancellation; a core that ends fails what is pending. */
import { fork } from 'node:child_process';
import {
  contract,
  type CallInput,
  type CallName,
  type CallResult,
  type Push,
} from '../../shared/contract/contract.ts';
import { fail, type Result } from '../../shared/errors/failure.ts';
import { coreFlags } from './core-flags.ts';
import type { CoreProcess, FromCore } from './messages.ts';

export { coreFlags } from './core-flags.ts';
export type { CoreProcess, FromCore, ToCore } from './messages.ts';

export interface CallOptions {
  /** Given by a page, so that it can tell its progress from others'; made here otherwise. */
  readonly id?: string;
  readonly signal?: AbortSignal;
  /** A date that sets today for this call. */
  readonly asOf?: string;
  readonly onProgress?: (progress: Extract<Push, { type: 'progress' }>) => void;
}

export interface CoreClient {
  call<Name extends CallName>(
    name: Name,
    input: CallInput<Name>,
    options?: CallOptions,
  ): Promise<CallResult<Name>>;
  /** For names and inputs that come from a page: the core checks them. */
  callUnchecked(name: string, input: unknown, options?: CallOptions): Promise<Result<unknown>>;
  onPush(listener: (push: Push) => void): () => void;
  /** Told once when the core ends, whoever ended it. */
  onEnd(listener: () => void): void;
  /** Ends the core process at once; calls that are pending or come later fail with call/core-ended. */
  end(): void;
}

interface Pending {
  readonly name: string;
  readonly settle: (result: Result<unknown>) => void;
  readonly onProgress: CallOptions['onProgress'];
}

/** In: `validateOutput` checks answers at this end too; HEDGEROW_VALIDATE=1 switches it on at both. */
export function startCore(parts: { fork: () => CoreProcess; validateOutput?: boolean }): CoreClient {
  return new Client(parts.fork(), parts.validateOutput ?? process.env['HEDGEROW_VALIDATE'] === '1');
}

class Client implements CoreClient {
  readonly #core: CoreProcess;
  readonly #validateOutput: boolean;
  readonly #pending = new Map<string, Pending>();
  readonly #pushListeners = new Set<(push: Push) => void>();
  readonly #endListeners: (() => void)[] = [];
  #ended = false;
  #calls = 0;

  constructor(core: CoreProcess, validateOutput: boolean) {
    this.#core = core;
    this.#validateOutput = validateOutput;
    core.onMessage((message) => this.#receive(message));
    core.onExit(() => this.#finish());
  }

  call<Name extends CallName>(
    name: Name,
    input: CallInput<Name>,
    options?: CallOptions,
  ): Promise<CallResult<Name>> {
    // The core answers a name with that name's shape; tests hold it to that (`validateOutput`).
    return this.callUnchecked(name, input, options) as Promise<CallResult<Name>>;
  }

  callUnchecked(name: string, input: unknown, options: CallOptions = {}): Promise<Result<unknown>> {
    const { signal, asOf, onProgress } = options;
    if (this.#ended) return Promise.resolve(fail('call/core-ended', {}));
    if (signal?.aborted) return Promise.resolve(fail('call/cancelled', {}));
    const id = options.id ?? `own-${++this.#calls}`;
    if (this.#pending.has(id)) {
      return Promise.resolve(
        fail('call/invalid-input', { field: 'id', reason: 'a call with this id is still running' }),
      );
    }
    return new Promise((settle) => {
      this.#pending.set(id, { name, settle, onProgress });
      this.#core.send(asOf === undefined ? { id, name, input } : { id, name, input, asOf });
      signal?.addEventListener('abort', () => {
        if (this.#pending.has(id) && !this.#ended) this.#core.send({ cancel: id });
      });
    });
  }

  onPush(listener: (push: Push) => void): () => void {
    this.#pushListeners.add(listener);
    return () => void this.#pushListeners.delete(listener);
  }

  onEnd(listener: () => void): void {
    this.#endListeners.push(listener);
  }

  end(): void {
    this.#core.kill();
    this.#finish();
  }

  #receive(message: FromCore): void {
    if ('push' in message) this.#deliver(message.push);
    else if ('id' in message) this.#settle(message.id, message.result);
  }

  #deliver(push: Push): void {
    if (push.type === 'progress') this.#pending.get(push.call)?.onProgress?.(push);
    for (const listener of this.#pushListeners) listener(push);
  }

  #settle(id: string, result: Result<unknown>): void {
    const pending = this.#pending.get(id);
    if (pending === undefined) return;
    this.#pending.delete(id);
    pending.settle(this.#validateOutput ? checked(pending.name, result) : result);
  }

  #finish(): void {
    if (this.#ended) return;
    this.#ended = true;
    for (const id of this.#pending.keys()) this.#settle(id, fail('call/core-ended', {}));
    for (const listener of this.#endListeners) listener();
  }
}

function checked(name: string, result: Result<unknown>): Result<unknown> {
  const isKnown = Object.hasOwn(contract, name);
  if (!result.ok || (isKnown && contract[name as CallName].output.safeParse(result.value).success))
    return result;
  return fail('call/internal', { name });
}

/** What a core may see of its parent's environment. */
export function envWithoutSecrets(env: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
  const secrets = ['HEDGEROW_PASSPHRASE', 'HEDGEROW_NEW_PASSPHRASE', 'HEDGEROW_RECOVERY_KEY'];
  return Object.fromEntries(Object.entries(env).filter(([name]) => !secrets.includes(name)));
}

/** The core as a plain Node child: under the browser host and the terminal. It never sees the variables that hold secrets. */
export function forkCore(entry: string, extraEnv: Readonly<Record<string, string>> = {}): CoreProcess {
  const env = { ...envWithoutSecrets(process.env), ...extraEnv };
  const execArgv = [...coreFlags];
  const child = fork(entry, [], { env, execArgv, stdio: ['ignore', 'ignore', 'inherit', 'ipc'] });
  return {
    // A message to a core that has just died is answered by its exit.
    send: (message) => void child.send(message, () => undefined),
    onMessage: (listener) => void child.on('message', (message) => listener(message as FromCore)),
    onExit: (listener) => void child.on('exit', listener),
    kill: () => void child.kill('SIGKILL'),
  };
}
