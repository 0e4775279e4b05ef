import type { Push } from '../../shared/contract/contract.ts';
import type { Result } from '../../shared/errors/failure.ts';

/** One call on its way to the core. `asOf` (a date) sets today for this call. */
export interface CoreRequest {
  readonly id: string;
  readonly name: string;
  readonly input: unknown;
  readonly asOf?: string;
}

export type ToCore = CoreRequest | { readonly cancel: string };

export type FromCore = { readonly id: string; readonly result: Result<unknown> } | { readonly push: Push };

/** A core process as its parent sees it: Electron's utility process or a forked Node. */
export interface CoreProcess {
  send(message: ToCore): void;
  onMessage(listener: (message: FromCore) => void): void;
  onExit(listener: () => void): void;
  /** Ends it at once (SIGKILL): nothing less empties its memory. */
  kill(): void;
}
