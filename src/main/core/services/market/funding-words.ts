import { isNegative, isZero } from '../../../../shared/num/arithmetic.ts';
import type { Rate } from '../../../../shared/num/types.ts';
import { yearlyRate } from '../../../engine/market/yearly-rate.ts';
import { percentWords } from './texts.ts';

/** "0.01 % for 8 hours, which is 10.95 % a year: longs pay shorts." In: positive where longs pay. */
export function fundingWords(rate: Rate, hours: number): string {
  const span = hours === 1 ? '1 hour' : `${hours} hours`;
  const perYear = percentWords(yearlyRate(rate, hours), 2);
  const who = isZero(rate)
    ? 'nobody pays'
    : isNegative(rate)
      ? 'shorts pay longs, so a short hedge pays it'
      : 'longs pay shorts, so a short hedge receives it';
  return `${percentWords(rate, 5)} for ${span}, which is ${perYear} a year: ${who}.`;
}
