import { setImmediate } from 'node:timers/promises';
import { optimiseExit } from '../../../engine/exit/optimise-exit.ts';
import type { Planner } from '../../../engine/exit/uncertainty/path-candidates.ts';
import { highsSolver } from '../../../solver/highs-solver.ts';
import type { CallContext } from '../../call-context.ts';
import { Pacer } from '../imports/pacer.ts';

/** Seconds for all the plans of one answer. */
const DEFAULT_SECONDS = 20;
const LEAST_SECONDS = 0.5;
const GAP = 0.001;

export interface UncertaintyTools {
  readonly planner: Planner;
  readonly pause: () => Promise<void>;
}

/** Plans are searched one after the other, each with its share of the time. In: how many there will be. */
export function uncertaintyTools(
  { signal }: Pick<CallContext, 'signal'>,
  seconds: number | undefined,
  runs: number,
): UncertaintyTools {
  const pacer = new Pacer(signal);
  const each = Math.max(LEAST_SECONDS, (seconds ?? DEFAULT_SECONDS) / Math.max(1, runs));
  const pause = async (): Promise<void> => {
    signal.throwIfAborted();
    await pacer.pause();
  };
  const planner: Planner = async (given) => {
    await setImmediate();
    const started = performance.now();
    return await optimiseExit(given, {
      solver: highsSolver(signal),
      limits: { seconds: each, gap: GAP },
      elapsed: () => (performance.now() - started) / 1000,
      pause,
      // Of one plan among several nobody wants to see how far it is.
      progress: () => {},
    });
  };
  return { planner, pause };
}
