import type { Result } from '../errors/failure.ts';
import type { Push } from './contract.ts';

/** Beside the contract's names a page may say two things about its own calls and its user. */
export const CONTROL_NAMES = {
  /** Input `{ id }`: cancel the call that has this id. */
  cancel: '$cancel',
  /** Input `{}`: the user is there; puts the idle lock off. */
  active: '$active',
} as const;

/** Pieces of files are the largest thing a page sends: 1 MiB as base64, and some room. */
export const MAX_INPUT_CHARS = 2 * 1024 * 1024;

/** All that a page can reach outside itself. Both hosts put exactly this on `window.hedgerow`. */
export interface HedgerowBridge {
  /**
   * In: a contract name or a control name; its input; an id of the caller's making, 1 to 64 of `A-Z a-z 0-9 _ -`.
   * Out: always a `Result`, never a rejection; progress arrives as pushes that carry the id.
   */
  call(name: string, input: unknown, id: string): Promise<Result<unknown>>;
  /** Out: ends the subscription. */
  onPush(listener: (push: Push) => void): () => void;
}

declare global {
  interface Window {
    readonly hedgerow: HedgerowBridge;
  }
}
