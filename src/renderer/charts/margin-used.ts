import { toFloat } from '../../shared/num/approximate.ts';
import { money } from '../../shared/num/parse.ts';

/** What must stay over what is there, from 0 to 1 (a forced close); null where a figure is not known. A float: for drawing. */
export function marginUsed(equity: string | null, maintenance: string | null): number | null {
  if (equity === null || maintenance === null) return null;
  const there = toFloat(money(equity));
  if (there <= 0) return 1;
  return Math.min(1, Math.max(0, toFloat(money(maintenance)) / there));
}
