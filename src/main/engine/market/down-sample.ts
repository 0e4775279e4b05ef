import { invariant } from '../../../shared/invariant.ts';

/** A series as at most so many of its own items for a chart: the last of each equal piece, the first item always. In: two or more. */
export function downSample<T>(items: readonly T[], most: number): readonly T[] {
  invariant(Number.isInteger(most) && most >= 2, 'a chart has two points or more');
  if (items.length <= most) return items;
  const step = (items.length - 1) / (most - 1);
  return Array.from({ length: most }, (_, n) => items[Math.round(n * step)]).filter(
    (item) => item !== undefined,
  );
}
