/**
 * HiGHS as the engine's `LinearSolver`: models go to a thread of their own, so that nothing else waits for them.
 *
 * A thread that has nothing to do is kept for the next model (starting one costs more than a small model), and does not keep
 * the process alive. Cancelling ends the thread, whatever HiGHS is at.
 */
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import type {
  LinearModel,
  LinearSolver,
  SolverAnswer,
  SolverLimits,
} from '../engine/exit/model/linear-model.ts';
import { solveJobOf } from './solve-job-of.ts';
import type { SolveJob, SolveMessage, SolveReply } from './solve-messages.ts';

/** Beside this file from source; beside the bundle that holds it when built. */
const entry = import.meta.filename.endsWith('.ts') ? 'solve-worker.ts' : 'solve-worker.js';

let idle: Worker | null = null;

/** A solver whose work ends when the signal is aborted: what waits for it is then rejected with the signal's reason. Where HiGHS or its thread fails, the answer says so. */
export function highsSolver(signal?: AbortSignal): LinearSolver {
  return {
    async solve(model: LinearModel, limits: SolverLimits): Promise<SolverAnswer> {
      signal?.throwIfAborted();
      try {
        return answerOf(await replyTo(solveJobOf(model, limits), signal));
      } catch (error) {
        signal?.throwIfAborted();
        return { status: 'failed', why: error instanceof Error ? error.message : String(error), seconds: 0 };
      }
    },
  };
}

/** Starts the thread ahead of the first model. */
export function warmSolver(): void {
  idle ??= newThread();
}

function newThread(): Worker {
  const worker = new Worker(join(import.meta.dirname, entry), { name: 'solver', stdout: true, stderr: true });
  worker.unref();
  // Whoever waits for an answer hears of it; of an idle thread nobody does, and the core must not end with it.
  worker.on('error', () => undefined);
  worker.on('exit', () => {
    if (idle === worker) idle = null;
  });
  return worker;
}

function replyTo(job: SolveJob, signal: AbortSignal | undefined): Promise<SolveReply> {
  const worker = idle ?? newThread();
  idle = null;
  return new Promise((resolve, reject) => {
    const release = (): void => {
      signal?.removeEventListener('abort', onAbort);
      worker.off('error', fail).off('exit', onExit).off('message', onMessage);
      worker.unref();
    };
    const fail = (error: unknown): void => {
      release();
      void worker.terminate();
      reject(error instanceof Error ? error : new Error(String(error)));
    };
    const onAbort = (): void => fail(signal?.reason);
    const onExit = (code: number): void => fail(new Error(`the solver's thread ended with ${code}`));
    const onMessage = (message: SolveMessage): void => {
      if (!message.ok) return fail(new Error(message.message));
      release();
      if (idle === null) idle = worker;
      else void worker.terminate();
      resolve(message.reply);
    };
    signal?.addEventListener('abort', onAbort, { once: true });
    worker.ref();
    worker.on('error', fail).on('exit', onExit).on('message', onMessage);
    worker.postMessage(job);
  });
}

function answerOf(reply: SolveReply): SolverAnswer {
  const { status, values, objective, bound, seconds } = reply;
  return status === 'infeasible' ? { status, seconds } : { status, values, objective, bound, seconds };
}
