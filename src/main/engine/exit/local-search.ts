/** start → the cheaper of its neighbours, until none is, priced exactly */
import type { ExitCase } from './exit-case.ts';
import type { ExitTools } from './exit-tools.ts';
import type { Draft } from './search/draft.ts';
import { edgeMoves } from './search/edge-moves.ts';
import { neighbours } from './search/moves.ts';
import type { PricedDraft, Pricer } from './search/pricer.ts';

/** A cut is worth it from a cent on: the next one may be ever so much smaller. */
const LEAST_CUT = 0.01;
/** Half a hundredth of a cent: less is the noise of rounding. */
const LEAST_GAIN = 0.00005;

export interface SearchLimits {
  /** The search ends when this second is reached. */
  readonly until: number;
  /** At most so many exact prices from here on, and so many neighbours looked at. */
  readonly prices: number;
  readonly neighbours: number;
}

export interface Searching {
  readonly pricer: Pricer;
  readonly tools: ExitTools;
  readonly limits: SearchLimits;
  /** In the currency; null: every neighbour is priced exactly. */
  readonly estimate: ((draft: Draft) => number | null) | null;
  /** Neighbours of neighbours, too: for the few lots that let one look at so many. */
  readonly isWide?: boolean;
}

/**
 * Improves a draft until no neighbour is cheaper, the time is over or enough was priced. Each improvement is taken at once.
 * Where there is an estimate, only neighbours that it takes to be cheaper are priced exactly.
 * Out: never dearer than the start; whether the time ended it.
 */
export async function localSearch(
  given: ExitCase,
  start: PricedDraft,
  { pricer, tools, limits, estimate, isWide = false }: Searching,
): Promise<{ readonly best: PricedDraft; readonly isOutOfTime: boolean }> {
  const most = pricer.count + limits.prices;
  let best = start;
  let estimated = estimate?.(best.draft) ?? null;
  let seen = 0;
  for (let isBetter = true; isBetter;) {
    isBetter = false;
    for (const draft of isWide ? neighboursTwice(given, best.draft) : neighbours(given, best.draft)) {
      seen += 1;
      if (pricer.count >= most || seen > limits.neighbours) return { best, isOutOfTime: false };
      if (tools.elapsed() >= limits.until) return { best, isOutOfTime: true };
      await tools.pause();
      const guess = estimate === null || estimated === null ? null : estimate(draft);
      if (guess !== null && estimated !== null && guess > estimated - LEAST_GAIN) continue;
      const next = pricer.price(draft);
      if (next === null || next.cost > best.cost - LEAST_GAIN) continue;
      best = next;
      estimated = estimate?.(best.draft) ?? null;
      isBetter = true;
      break;
    }
    if (isBetter || isWide) continue;
    const cut = await cheaperCut(given, best, { pricer, tools, until: limits.until, most });
    if (cut === null) continue;
    best = cut;
    estimated = estimate?.(best.draft) ?? null;
    isBetter = true;
  }
  return { best, isOutOfTime: false };
}

/** Where nothing plainer is cheaper: the first cut at an edge of tax that is. The model's numbers do not know these edges: all are priced. */
async function cheaperCut(
  given: ExitCase,
  best: PricedDraft,
  {
    pricer,
    tools,
    until,
    most,
  }: { readonly pricer: Pricer; readonly tools: ExitTools; readonly until: number; readonly most: number },
): Promise<PricedDraft | null> {
  for (const draft of edgeMoves(given, best)) {
    if (pricer.count >= most || tools.elapsed() >= until) return null;
    await tools.pause();
    const next = pricer.price(draft);
    if (next !== null && next.cost <= best.cost - LEAST_CUT) return next;
  }
  return null;
}

function* neighboursTwice(given: ExitCase, draft: Draft): Generator<Draft> {
  for (const next of neighbours(given, draft)) yield* neighbours(given, next);
}
