import { FILING_STATUSES } from '../../../../../../shared/domain/profile.ts';
import type { FilingStatus } from '../../../../../../shared/domain/profile.ts';
import { add } from '../../../../../../shared/num/arithmetic.ts';
import { money } from '../../../../../../shared/num/parse.ts';
import { moneyTimes, rateTimes } from '../../../../../../shared/num/products.ts';
import { roundToStep } from '../../../../../../shared/num/rounding.ts';
import { oneRate } from '../../../../../../shared/num/types.ts';
import type { Money, Rate } from '../../../../../../shared/num/types.ts';
import type { ByStatus, YearParameters } from './year-parameters.ts';

const FIFTY = money('50');
const TWENTY_FIVE = money('25');
const HUNDRED = money('100');

/**
 * The amounts of a year that are not published yet: the last published ones, grown each year by an assumed inflation.
 *
 * An assumption, not the statute's own computation, which starts from amounts and price indexes of a base year. Rounded
 * down as the statute rounds its increases: to multiples of 50 (brackets of single and married separate returns, which
 * are half of the joint ones: 25), the exemption of the minimum tax to 100. Amounts that the statute fixes do not move.
 * Law: 26 U.S.C. 1(f)(3), (7), 1(j)(3), 63(c)(4), 55(d)(4).
 */
export function parametersAhead(last: YearParameters, year: number, inflation: Rate): YearParameters {
  const factor = compounded(inflation, year - last.year);
  const grown = (amount: Money, step: Money): Money =>
    roundToStep(moneyTimes(amount, factor, 'half-even'), step, 'floor');
  return {
    year: last.year,
    ordinaryBrackets: byStatus(last.ordinaryBrackets, (brackets, status) => {
      const step = status === 'single' || status === 'marriedSeparate' ? TWENTY_FIVE : FIFTY;
      return brackets.map(({ rate, from, upTo }) => ({
        rate,
        from: grown(from, step),
        upTo: upTo === null ? null : grown(upTo, step),
      }));
    }),
    capitalGain: byStatus(last.capitalGain, ({ zeroRateUpTo, fifteenRateUpTo }) => ({
      zeroRateUpTo: grown(zeroRateUpTo, FIFTY),
      fifteenRateUpTo: grown(fifteenRateUpTo, FIFTY),
    })),
    standardDeduction: byStatus(last.standardDeduction, (amount) => grown(amount, FIFTY)),
    additionalDeduction: byStatus(last.additionalDeduction, (amount) => grown(amount, FIFTY)),
    minimumTaxExemption: byStatus(last.minimumTaxExemption, ({ exemption, phaseOutFrom, phaseOutRate }) => ({
      exemption: grown(exemption, HUNDRED),
      phaseOutFrom: grown(phaseOutFrom, HUNDRED),
      phaseOutRate,
    })),
  };
}

/** (1 + inflation) to the power of the years. Rounds half-even to 18 decimals at each step. */
function compounded(inflation: Rate, years: number): Rate {
  const perYear = add(oneRate, inflation);
  let factor = oneRate;
  for (let left = years; left > 0; left--) factor = rateTimes(factor, perYear, 'half-even');
  return factor;
}

function byStatus<T>(published: ByStatus<T>, change: (amount: T, status: FilingStatus) => T): ByStatus<T> {
  const changed = FILING_STATUSES.map((status) => [status, change(published[status], status)] as const);
  return { ...published, ...(Object.fromEntries(changed) as { readonly [Status in FilingStatus]: T }) };
}
