/** What goes to the thread that solves, and what comes back: arrays and numbers alone. */

/** A linear model by rows (compressed sparse rows). */
export interface SolveJob {
  readonly columnCosts: Float64Array;
  readonly columnLowers: Float64Array;
  readonly columnUppers: Float64Array;
  /** 1 where the column takes whole numbers. */
  readonly integers: Int32Array;
  readonly rowLowers: Float64Array;
  readonly rowUppers: Float64Array;
  /** Where each row's entries start; one more than there are rows. */
  readonly starts: Int32Array;
  readonly indices: Int32Array;
  readonly factors: Float64Array;
  readonly offset: number;
  readonly seconds: number;
  readonly gap: number;
}

export interface SolveReply {
  readonly status: 'optimal' | 'time-limit' | 'infeasible';
  readonly values: Float64Array | null;
  readonly objective: number;
  readonly bound: number;
  readonly seconds: number;
}

/** What the thread posts: its answer, or in words why it has none. */
export type SolveMessage =
  | { readonly ok: true; readonly reply: SolveReply }
  | { readonly ok: false; readonly message: string };
