/** The thread in which HiGHS runs: one model after the other, each in an instance of its own. */
import { parentPort } from 'node:worker_threads';
import loadHighs from 'highs';
import { solveJob } from './solve-job.ts';
import type { SolveJob, SolveMessage } from './solve-messages.ts';

const loading = loadHighs({ print: () => undefined, printErr: () => undefined });

parentPort?.on('message', (job: SolveJob) => void answer(job));

async function answer(job: SolveJob): Promise<void> {
  parentPort?.postMessage(await messageOf(job));
}

async function messageOf(job: SolveJob): Promise<SolveMessage> {
  try {
    return { ok: true, reply: solveJob(await loading, job) };
  } catch (error) {
    return { ok: false, message: error instanceof Error ? error.message : String(error) };
  }
}
