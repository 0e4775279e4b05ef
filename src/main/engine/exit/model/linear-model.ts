/** A mixed-integer linear programme in columns, as a solver takes it; what it means is known to whoever made it. Floats: the search's, never a figure that is shown. */

export interface LinearModel {
  readonly columns: readonly LinearColumn[];
  readonly rows: readonly LinearRow[];
  /** Added to the objective, which is minimised. */
  readonly offset: number;
}

export interface LinearColumn {
  readonly cost: number;
  readonly lower: number;
  readonly upper: number;
  readonly isInteger: boolean;
}

export interface LinearRow {
  readonly lower: number;
  readonly upper: number;
  readonly columns: readonly number[];
  readonly factors: readonly number[];
}

export interface SolverLimits {
  readonly seconds: number;
  /** Relative; the search stops when best and bound are as near. */
  readonly gap: number;
}

export type SolverAnswer =
  | {
      readonly status: 'optimal' | 'time-limit';
      /** null where the time ended before anything was found. */
      readonly values: Float64Array | null;
      readonly objective: number;
      readonly bound: number;
      readonly seconds: number;
    }
  | { readonly status: 'infeasible'; readonly seconds: number }
  /** The solver itself came to no end; `why` in its own words. */
  | { readonly status: 'failed'; readonly why: string; readonly seconds: number };

/** What solves a model: HiGHS in a thread of its own behind `src/main/solver`; the engine does not know it. */
export interface LinearSolver {
  solve(model: LinearModel, limits: SolverLimits): Promise<SolverAnswer>;
}
