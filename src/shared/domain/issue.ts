import type { ErrorCode } from '../errors/errors.ts';
import type { EventId } from './event.ts';

export type Severity = 'error' | 'warning' | 'note';

/** Something the engine needs a person to know. Engines return all of them, never only the first. */
export interface Issue {
  readonly code: ErrorCode;
  readonly severity: Severity;
  /** A whole sentence, made from the code's message by `issueOf`. */
  readonly message: string;
  readonly fix: string;
  readonly event?: EventId;
  readonly asset?: string;
  readonly account?: string;
  /** The tax year that it is about: papers of earlier years leave it out. */
  readonly year?: number;
}
