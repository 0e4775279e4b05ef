import type { Range } from './year-tax.ts';

/** The least and the most that selling at most so many coins can bring. In: gains for one coin. */
export function rangeOf(
  gains: readonly { readonly coins: number; readonly least: number; readonly most: number }[],
  sell: number,
): Range {
  const within = (sorted: readonly { readonly coins: number; readonly each: number }[]): number => {
    let left = sell;
    let sum = 0;
    for (const { coins, each } of sorted) {
      const part = Math.min(left, coins);
      sum += part * each;
      left -= part;
      if (left <= 0) break;
    }
    return sum;
  };
  const losses = gains.map(({ coins, least }) => ({ coins, each: Math.min(0, least) }));
  const profits = gains.map(({ coins, most }) => ({ coins, each: Math.max(0, most) }));
  return {
    low: within(losses.toSorted((a, b) => a.each - b.each)),
    high: within(profits.toSorted((a, b) => b.each - a.each)),
  };
}
