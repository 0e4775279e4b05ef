/**
 * What a page may ask for, and nothing else: the contract's names, two control names, inputs of bounded size.
 *
 * Locking happens here, above the core: the core process is killed, a fresh one started, and the page replaced by a fresh
 * one in another process, which is told why. Five minutes without a call lock an open ledger. Errors: call/unknown, call/invalid-input, call/core-ended, and the core's own.
 */
import { CONTROL_NAMES, MAX_INPUT_CHARS } from '../shared/contract/bridge.ts';
import { contract, type Push } from '../shared/contract/contract.ts';
import { fail, ok, type Result } from '../shared/errors/failure.ts';
import { startCore, type CoreClient } from './core/client.ts';
import type { Host, HostWindow, PageCalls } from './hosts/host.ts';

export interface RouterParts {
  readonly startCore: () => CoreClient;
  readonly push: (push: Push) => void;
  /** Replaces the page and the process that it lives in. */
  readonly renewPage: () => void;
  /** null: never locks by itself. Default: five minutes. */
  readonly idleLockMs?: number | null;
}

const fiveMinutes = 5 * 60_000;
const opening: ReadonlySet<string> = new Set([
  'ledger.open',
  'ledger.create',
  'ledger.createSample',
  'ledger.recover',
]);
type LockReason = Extract<Push, { type: 'locked' }>['reason'];

export class Router implements PageCalls {
  readonly #parts: RouterParts;
  readonly #idleLockMs: number | null;
  /** null from the moment a core ends of itself until the next call. */
  #core: CoreClient | null;
  #isOpen = false;
  /** Why the ledger was locked, until the fresh page makes its first call: earlier it hears nothing. */
  #untold: LockReason | null = null;
  #busy = 0;
  #idle: NodeJS.Timeout | undefined;
  readonly #cancels = new Map<string, AbortController>();

  constructor(parts: RouterParts) {
    this.#parts = parts;
    this.#idleLockMs = parts.idleLockMs === undefined ? fiveMinutes : parts.idleLockMs;
    this.#core = this.#startCore();
  }

  /** One call from a page, of which nothing is believed. Never rejects. */
  async handle(name: unknown, input: unknown, id: unknown): Promise<Result<unknown>> {
    if (typeof id !== 'string' || !/^[\w-]{1,64}$/u.test(id))
      return invalid('id', 'expected 1 to 64 of A-Z a-z 0-9 _ -');
    if (typeof name !== 'string') return invalid('name', 'expected text');
    if (!isSmallJson(input)) return invalid('input', 'expected JSON of at most 2 MiB');
    this.#restartIdleClock();
    this.#tellWhy();
    if (name === CONTROL_NAMES.active) return ok({});
    if (name === CONTROL_NAMES.cancel) return this.#cancel(input);
    if (!Object.hasOwn(contract, name)) return fail('call/unknown', { name: name.slice(0, 64) });
    if (name === 'ledger.lock') return this.lock('user');
    return await this.#forward(name, input, id);
  }

  /** Kills the core with all that it holds, starts a fresh core, replaces the page. */
  lock(reason: LockReason): Result<unknown> {
    const ended = this.#core;
    this.#isOpen = false;
    this.#core = this.#startCore();
    ended?.end();
    this.#forgetPage(reason);
    return ok({});
  }

  /** Locks if a ledger is open: for idle time, suspend and the screen's lock. */
  lockIfOpen(): void {
    if (this.#isOpen) this.lock('idle');
  }

  end(): void {
    clearTimeout(this.#idle);
    const ended = this.#core;
    this.#isOpen = false;
    this.#core = null;
    ended?.end();
  }

  async #forward(name: string, input: unknown, id: string): Promise<Result<unknown>> {
    if (this.#cancels.has(id)) return invalid('id', 'a call with this id is still running');
    const cancel = new AbortController();
    this.#cancels.set(id, cancel);
    this.#busy++;
    try {
      const core = (this.#core ??= this.#startCore());
      const result = await core.callUnchecked(name, input, { id, signal: cancel.signal });
      if (result.ok && opening.has(name) && core === this.#core) this.#isOpen = true;
      return result;
    } finally {
      this.#cancels.delete(id);
      this.#busy--;
      this.#restartIdleClock();
    }
  }

  #cancel(input: unknown): Result<unknown> {
    const id = typeof input === 'object' && input !== null && 'id' in input ? input.id : undefined;
    if (typeof id !== 'string') return invalid('id', 'expected the id of a call');
    this.#cancels.get(id)?.abort();
    return ok({});
  }

  #startCore(): CoreClient {
    const core = this.#parts.startCore();
    core.onPush((push) => {
      if (core === this.#core) this.#parts.push(push);
    });
    core.onEnd(() => {
      if (core === this.#core) this.#coreEnded();
    });
    return core;
  }

  /** By nobody here: killed from outside, or a crash. What it held is locked by that. */
  #coreEnded(): void {
    this.#core = null;
    const wasOpen = this.#isOpen;
    this.#isOpen = false;
    if (wasOpen) this.#forgetPage('core-ended');
  }

  /** Names and amounts lie in the page's memory, which nothing else empties. */
  #forgetPage(reason: LockReason): void {
    this.#untold = reason;
    this.#parts.renewPage();
  }

  #tellWhy(): void {
    if (this.#untold !== null) this.#parts.push({ type: 'locked', reason: this.#untold });
    this.#untold = null;
  }

  #restartIdleClock(): void {
    clearTimeout(this.#idle);
    if (this.#idleLockMs === null) return;
    this.#idle = setTimeout(() => {
      // A long import is not idleness.
      if (this.#busy === 0) this.lockIfOpen();
    }, this.#idleLockMs);
    this.#idle.unref();
  }
}

function invalid(field: string, reason: string): Result<never> {
  return fail('call/invalid-input', { field, reason }, { field });
}

function isSmallJson(input: unknown): boolean {
  try {
    const text = JSON.stringify(input);
    return text !== undefined && text.length <= MAX_INPUT_CHARS;
  } catch {
    return false; // Cycles and bigints.
  }
}

/** A host's window with its router and core behind it. */
export interface App<Window extends HostWindow> {
  readonly router: Router;
  readonly window: Window;
  /** Resolves when the window is gone and the core has been ended. */
  readonly ended: Promise<void>;
}

type OpensWindow<Window extends HostWindow> = Omit<Host, 'openWindow'> & {
  openWindow(calls: PageCalls): Promise<Window>;
};

/** Opens the app in a host: the core behind the router behind the window. */
export async function openApp<Window extends HostWindow>(
  host: OpensWindow<Window>,
  options: {
    readonly idleLockMs?: number | null;
    readonly beforeWindow?: (router: Router) => Promise<void>;
  } = {},
): Promise<App<Window>> {
  let window: Window | undefined;
  const router = new Router({
    startCore: () => startCore({ fork: () => host.forkCore() }),
    push: (push) => window?.push(push),
    renewPage: () => void window?.renewPage(),
    ...(options.idleLockMs === undefined ? {} : { idleLockMs: options.idleLockMs }),
  });
  await options.beforeWindow?.(router);
  try {
    window = await host.openWindow(router);
  } catch (error) {
    router.end();
    throw error;
  }
  return { router, window, ended: window.closed.then(() => router.end()) };
}
