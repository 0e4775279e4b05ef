/** Results of futures as they count: gains by kind, losses of straddles once the gain that they stood against is gone. */
import type { CountedFutures } from './exit-model.ts';
import type { Columns } from './limit-rows.ts';
import { Terms } from './model-builder.ts';
import type { ModelBuilder } from './model-builder.ts';

/** By year. */
export function addWaiting(builder: ModelBuilder, columns: Columns): readonly CountedFutures[] {
  const { numbers, futures } = columns;
  const counted = numbers.years.map(() => ({
    short: new Terms(),
    long: new Terms(),
    low: { short: 0, long: 0 },
    high: { short: 0, long: 0 },
  }));
  for (const { numbers: future, results } of futures) {
    for (const [year, { terms, range }] of results.entries()) {
      const of = counted[year];
      const shape = numbers.years[year]?.shape;
      if (of === undefined || shape === undefined || terms.factors.size === 0) continue;
      const longShare = future.isMarked ? 0.6 : 0;
      of.long.plusTerms(terms, longShare);
      of.short.plusTerms(terms, 1 - longShare);
      of.low.long += range.low * longShare + Math.min(0, terms.constant) * longShare;
      of.high.long += range.high * longShare + Math.max(0, terms.constant) * longShare;
      of.low.short += (range.low + Math.min(0, terms.constant)) * (1 - longShare);
      of.high.short += (range.high + Math.max(0, terms.constant)) * (1 - longShare);
    }
  }
  void builder;
  return counted;
}
