import { add, subtract } from '../../../../../shared/num/arithmetic.ts';
import { money } from '../../../../../shared/num/parse.ts';
import { ratio } from '../../../../../shared/num/products.ts';
import type { Rate } from '../../../../../shared/num/types.ts';
import type { MarginalRates, YearInput } from '../../assessment.ts';
import type { YearParameters } from './parameters/year-parameters.ts';
import { usLines } from './us-lines.ts';

const STEP = money('1000');

/** What the next 1 000 of each character costs in this year's tax, through the real function. Rounds half-even. */
export function marginalRates(input: YearInput, parameters: YearParameters): MarginalRates {
  const before = usLines(input, parameters).totalTax;
  const rateWith = (more: Partial<YearInput>): Rate =>
    ratio(subtract(usLines({ ...input, ...more }, parameters).totalTax, before), STEP, 'half-even');
  return {
    ordinary: rateWith({ ordinaryIncome: add(input.ordinaryIncome, STEP) }),
    shortTerm: rateWith({ shortTermGain: add(input.shortTermGain, STEP) }),
    longTerm: rateWith({ longTermGain: add(input.longTermGain, STEP) }),
    section1256: rateWith({ section1256Gain: add(input.section1256Gain, STEP) }),
  };
}
