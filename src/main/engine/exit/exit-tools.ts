import type { LinearSolver } from './model/linear-model.ts';

/** What a search for a plan needs from outside: a solver, a clock, a turn for others, someone to tell how far it is. */
export interface ExitTools {
  readonly solver: LinearSolver;
  /** The search ends after so many seconds with the best so far, or when cost and bound are as near (relative). */
  readonly limits: { readonly seconds: number; readonly gap: number };
  /** Seconds since the start. */
  elapsed(): number;
  /** Gives others a turn now and then; rejects when the search is cancelled. */
  pause(): Promise<void>;
  /** What is done, in a clause for people, and how far it is. */
  progress(phase: string, done: number, total: number): void;
}
