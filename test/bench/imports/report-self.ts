/**
 * Loaded into the core that is measured (`node --import`), before the core itself: says on request what it took since the
 * last time it was asked. The core takes the request for the cancellation of a call that does not run.
 */
import { monitorEventLoopDelay } from 'node:perf_hooks';

export const reportRequest = { cancel: 'bench-report' };

export interface CoreReport {
  /** Of all its threads. */
  readonly cpuMs: number;
  /** The most memory it held, looked at every ten milliseconds. */
  readonly peakMb: number;
  /** The longest time in which nothing else had its turn: by the clock, and of the main thread's processor time. */
  readonly longestMs: number;
  readonly longestCpuMs: number;
}

const delay = monitorEventLoopDelay({ resolution: 5 });
let peak = 0;
let longestCpu = 0;
let cpu = process.cpuUsage();
let thread = process.threadCpuUsage();

function look(): void {
  peak = Math.max(peak, process.memoryUsage.rss());
  const now = process.threadCpuUsage();
  longestCpu = Math.max(longestCpu, (now.user + now.system - thread.user - thread.system) / 1000);
  thread = now;
}

function report(): CoreReport {
  look();
  const used = process.cpuUsage(cpu);
  const found = {
    cpuMs: (used.user + used.system) / 1000,
    peakMb: peak / 2 ** 20,
    longestMs: delay.max / 1e6,
    longestCpuMs: longestCpu,
  };
  cpu = process.cpuUsage();
  peak = 0;
  longestCpu = 0;
  delay.reset();
  return found;
}

// Whoever only wants the types does not report.
if (process.send !== undefined && process.execArgv.some((flag) => flag.endsWith('report-self.ts'))) {
  delay.enable();
  setInterval(look, 10).unref();
  process.on('message', (message) => {
    if ((message as { cancel?: string }).cancel === reportRequest.cancel)
      process.send?.({ report: report() });
  });
}
