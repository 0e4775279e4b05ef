import { absolute } from '../../shared/num/arithmetic.ts';
import { toText } from '../../shared/num/format.ts';
import { rate } from '../../shared/num/parse.ts';
import { roundTo } from '../../shared/num/rounding.ts';
import { percentEntry } from '../ui/decimal-entry.ts';

/** "0.1523" → "15.2 points over target"; nothing to see → "on target". */
export function driftWords(drift: string): string {
  const tenths = roundTo(rate(drift), 3, 'half-even');
  const points = percentEntry(toText(absolute(tenths)));
  if (points === '0') return 'on target';
  return `${points} ${points === '1' ? 'point' : 'points'} ${drift.startsWith('-') ? 'under' : 'over'} target`;
}
