import { add, subtract } from '../../../shared/num/arithmetic.ts';
import type { Money } from '../../../shared/num/types.ts';
import { emptyRealisedYear } from '../tax/realised-years.ts';
import type { RealisedYear } from '../tax/realised-years.ts';
import type { TaxYears } from '../tax/tax-years.ts';

/** Results by character, signed; straddle rules counted. */
export interface ResultsByCharacter {
  readonly shortTermGain: Money;
  readonly longTermGain: Money;
  readonly section1256Gain: Money;
}

/** What a schedule adds to a year's results. In: the years with it and without it. */
export function addedResults(year: number, withIt: TaxYears, without: TaxYears): ResultsByCharacter {
  const [after, before] = [withIt, without].map(({ realised }) =>
    byCharacter(realised.find((one) => one.year === year) ?? emptyRealisedYear(year)),
  );
  const zero = byCharacter(emptyRealisedYear(year));
  const more = (field: keyof ResultsByCharacter): Money =>
    subtract((after ?? zero)[field], (before ?? zero)[field]);
  return {
    shortTermGain: more('shortTermGain'),
    longTermGain: more('longTermGain'),
    section1256Gain: more('section1256Gain'),
  };
}

function byCharacter(year: RealisedYear): ResultsByCharacter {
  return {
    shortTermGain: add(add(year.shortTermGain, year.shortFuturesGain), year.straddleShort),
    longTermGain: add(add(year.longTermGain, year.longFuturesGain), year.straddleLong),
    section1256Gain: add(year.section1256Gain, year.straddleSection1256),
  };
}
