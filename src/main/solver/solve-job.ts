import type { Highs, Model } from 'highs';
import type { SolveJob, SolveReply } from './solve-messages.ts';

/**
 * One model through HiGHS: one thread, a fixed seed, no output, so that the same model has the same answer (as long as the
 * time is enough). Errors: throws where HiGHS fails or the model has no lowest value.
 */
export function solveJob(highs: Highs, job: SolveJob): SolveReply {
  const { columnCosts, rowLowers, starts, indices, factors } = job;
  return highs.withModel(
    {
      numCols: columnCosts.length,
      numRows: rowLowers.length,
      offset: job.offset,
      colCost: columnCosts,
      colLower: job.columnLowers,
      colUpper: job.columnUppers,
      rowLower: rowLowers,
      rowUpper: job.rowUppers,
      matrix: {
        format: 'csr',
        numRows: rowLowers.length,
        numCols: columnCosts.length,
        starts,
        indices,
        values: factors,
      },
      integrality: job.integers,
    },
    (model): SolveReply => {
      model.options.set({
        output_flag: false,
        log_to_console: false,
        random_seed: 1,
        time_limit: job.seconds,
        mip_rel_gap: job.gap,
        // Sub-problems of their own take longer than the few dozen yes and no of a plan need.
        mip_heuristic_run_rins: false,
        mip_heuristic_run_rens: false,
        mip_heuristic_run_root_reduced_cost: false,
        mip_heuristic_run_zi_round: false,
        // Few yes and no, each with a large effect: trying each of them out many times first is most of the time.
        mip_pscost_minreliable: 2,
        mip_allow_restart: false,
      });
      if (!ran(model)) {
        // Presolve fails on some models that are fine without it.
        model.clearSolver();
        model.options.set('presolve', 'off');
        model.run();
      }
      return replyOf(highs, model, job);
    },
  );
}

/** Whether HiGHS came to an end: it ends with an error where its presolve went wrong. */
function ran(model: Model): boolean {
  try {
    model.run();
    return true;
  } catch {
    return false;
  }
}

function replyOf(highs: Highs, model: Model, job: SolveJob): SolveReply {
  const { modelStatus } = highs.constants;
  const status = model.getModelStatus();
  const seconds = model.getRunTime();
  const none = { values: null, objective: Number.POSITIVE_INFINITY, seconds };
  if (status === modelStatus.infeasible)
    return { ...none, status: 'infeasible', bound: Number.POSITIVE_INFINITY };
  const isMixed = job.integers.some((one) => one !== 0);
  if (status === modelStatus.optimal || status === modelStatus.timeLimit) {
    const found = model.info.get('primal_solution_status') === highs.constants.solutionStatus.feasible;
    const objective = found ? model.getObjectiveValue() : Number.POSITIVE_INFINITY;
    const isOptimal = status === modelStatus.optimal;
    const plainBound = isOptimal ? objective : Number.NEGATIVE_INFINITY;
    const bound = isMixed ? Number(model.info.get('mip_dual_bound')) : plainBound;
    const values = found ? model.getSolution().colValue : null;
    return { status: isOptimal ? 'optimal' : 'time-limit', values, objective, bound, seconds };
  }
  throw new Error(`HiGHS ended with model status ${status}`);
}
