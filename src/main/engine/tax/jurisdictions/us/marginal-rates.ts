import { add, subtract } from '../../../../../shared/num/arithmetic.ts';
import { money } from '../../../../../shared/num/parse.ts';
import { ratio } from '../../../../../shared/num/products.ts';
import type { Money, Rate } from '../../../../../shared/num/types.ts';
import type { MarginalRates, YearInput } from '../../assessment.ts';
import type { YearParameters } from './parameters/year-parameters.ts';
import { usLines } from './us-lines.ts';

export const STEP = money('1000');

/** What the next 1 000 of each character costs in this year's tax, through the real function. Rounds half-even. */
export function marginalRates(input: YearInput, parameters: YearParameters): MarginalRates {
  const before = usLines(input, parameters).totalTax;
  const rateOf = (kind: keyof MarginalRates): Rate =>
    ratio(subtract(usLines(withMore(kind, input), parameters).totalTax, before), STEP, 'half-even');
  return {
    ordinary: rateOf('ordinary'),
    shortTerm: rateOf('shortTerm'),
    longTerm: rateOf('longTerm'),
    section1256: rateOf('section1256'),
  };
}

/** The year with more of one character, 1 000 where not said. */
export function withMore(kind: keyof MarginalRates, input: YearInput, more: Money = STEP): YearInput {
  switch (kind) {
    case 'ordinary':
      return { ...input, ordinaryIncome: add(input.ordinaryIncome, more) };
    case 'shortTerm':
      return { ...input, shortTermGain: add(input.shortTermGain, more) };
    case 'longTerm':
      return { ...input, longTermGain: add(input.longTermGain, more) };
    case 'section1256':
      return { ...input, section1256Gain: add(input.section1256Gain, more) };
  }
}
