/** start → the cheaper of its neighbours, until none is, priced exactly */
import type { ExitCase } from './exit-case.ts';
import type { ExitTools } from './exit-tools.ts';
import { neighbours } from './search/moves.ts';
import type { PricedDraft, Pricer } from './search/pricer.ts';

/** Half a hundredth of a cent: less is the noise of rounding. */
const LEAST_GAIN = 0.00005;

export interface SearchLimits {
  /** The search ends when this second is reached. */
  readonly until: number;
  /** At most so many exact prices from here on. */
  readonly prices: number;
}

/**
 * Improves a draft until no neighbour is cheaper, the time is over or enough was priced. Each improvement is taken at once.
 * Out: never dearer than the start; whether the time ended it.
 */
export async function localSearch(
  given: ExitCase,
  start: PricedDraft,
  {
    pricer,
    tools,
    limits,
  }: { readonly pricer: Pricer; readonly tools: ExitTools; readonly limits: SearchLimits },
): Promise<{ readonly best: PricedDraft; readonly isOutOfTime: boolean }> {
  const most = pricer.count + limits.prices;
  let best = start;
  for (let isBetter = true; isBetter;) {
    isBetter = false;
    for (const draft of neighbours(given, best.draft)) {
      if (pricer.count >= most) return { best, isOutOfTime: false };
      if (tools.elapsed() >= limits.until) return { best, isOutOfTime: true };
      const next = pricer.price(draft);
      await tools.pause();
      if (next === null || next.cost > best.cost - LEAST_GAIN) continue;
      best = next;
      isBetter = true;
      break;
    }
  }
  return { best, isOutOfTime: false };
}
