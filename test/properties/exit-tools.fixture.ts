import { highsSolver } from '../../src/main/solver/highs-solver.ts';
import type { ExitTools } from '../../src/main/engine/exit/exit-tools.ts';

/** A search without a clock: it ends when nothing is better, so that each run gives the same. */
export function testTools(gap = 0.001): ExitTools {
  return {
    solver: highsSolver(),
    limits: { seconds: 60, gap },
    elapsed: () => 0,
    pause: async () => {},
    progress: () => {},
  };
}
