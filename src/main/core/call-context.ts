import type { CallName, CallAnswer, CallRequest } from '../../shared/contract/contract.ts';
import type { Result } from '../../shared/errors/failure.ts';
import type { Instant } from '../../shared/time/instant.ts';
import type { Session } from './session.ts';

/** What a handler may know besides its request. The clock is read once per call, so that one call has one time. */
export interface CallContext {
  readonly session: Session;
  /** What the answer is as of: the clock, or the end of the day that `--as-of` or the sample ledger fixes. */
  readonly now: Instant;
  /** The real instant of the call, whatever day is fixed: the only time that is stored as the time of a change. */
  readonly clock: Instant;
  /** Aborted when the caller cancels. Long work looks at it at least every 100 ms. */
  readonly signal: AbortSignal;
  /** A phase keeps its name while it goes on: its rate and time left are told by it. `rows`: how many so far, where `done` counts the bytes of a file. */
  progress(phase: string, done: number, total: number | null, rows?: number): void;
  /**
   * Says that the call has read all that it needs of the ledger and goes on with that alone: others may change it
   * meanwhile. What changes the ledger itself keeps its turn whatever it says.
   */
  leave(): void;
  /**
   * Of a call that prepares beside queries what it writes: waits for those that read, and keeps the next ones out. Does
   * nothing for others. Left out: nobody else works on the ledger.
   */
  alone?(): Promise<void>;
}

export type Handler<Name extends CallName> = (
  request: CallRequest<Name>,
  context: CallContext,
) => Promise<Result<CallAnswer<Name>>>;

/** A missing handler, or one with another answer, does not compile. */
export type Handlers = { readonly [Name in CallName]: Handler<Name> };
export type HandlersOf<Name extends CallName> = Pick<Handlers, Name>;
