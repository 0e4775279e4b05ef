/** Results of futures as they count in each year: of marked contracts 60/40, of others short-term. */
import type { FutureColumns } from './future-columns.ts';
import type { YearNumbers } from './exit-numbers.ts';
import { Terms } from './model-builder.ts';
import { toFloat } from '../../../../shared/num/approximate.ts';
import type { YearResults } from './year-tax.ts';

/**
 * By year. Losses count at once and at their best: what straddle rules make of them (they wait, they turn long-term) is left
 * out, so that the bound stays under every price.
 */
export function countedFutures(
  years: readonly YearNumbers[],
  futures: readonly FutureColumns[],
): readonly YearResults[] {
  return years.map(({ shape }, year): YearResults => {
    const short = new Terms();
    const long = new Terms();
    const shortRange = { low: 0, high: 0 };
    const longRange = { low: 0, high: 0 };
    for (const { numbers, results } of futures) {
      const own = results[year];
      if (own === undefined) continue;
      const longShare = numbers.isMarked ? toFloat(shape.markedLongShare) : 0;
      const low = own.range.low + Math.min(0, own.terms.constant);
      const high = own.range.high + Math.max(0, own.terms.constant);
      long.plusTerms(own.terms, longShare);
      short.plusTerms(own.terms, 1 - longShare);
      longRange.low += low * longShare;
      longRange.high += high * longShare;
      shortRange.low += low * (1 - longShare);
      shortRange.high += high * (1 - longShare);
    }
    return { short, long, shortRange, longRange };
  });
}
