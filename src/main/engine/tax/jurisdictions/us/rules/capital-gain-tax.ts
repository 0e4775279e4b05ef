import type { Rule } from '../../../../../../shared/domain/trace.ts';
import { add, smaller, subtract } from '../../../../../../shared/num/arithmetic.ts';
import { moneyTimes } from '../../../../../../shared/num/products.ts';
import type { Money } from '../../../../../../shared/num/types.ts';
import { capitalGainRates } from '../parameters/statutory-amounts.ts';
import type { Bracket, GainThresholds } from '../parameters/year-parameters.ts';
import { amountWithin, ordinaryTax } from './ordinary-tax.ts';

export const capitalGainTaxRule: Rule = {
  id: 'us/capital-gain-tax',
  law: '26 U.S.C. 1(h)(1), (11); Qualified Dividends and Capital Gain Tax Worksheet',
  url: 'https://www.law.cornell.edu/uscode/text/26/1',
};

export interface StackedIncome {
  /** Taxed by brackets; lies below the preferential income. */
  readonly ordinary: Money;
  /** Net capital gain and qualified dividends; lies on top. */
  readonly preferential: Money;
}

export interface CapitalGainTax {
  readonly atZero: Money;
  readonly atFifteen: Money;
  readonly atTwenty: Money;
  /** By the three rates. */
  readonly byRates: Money;
  /** What brackets alone would take of the preferential income: the tax is never more than that (1(h)(1), line 25). */
  readonly byBrackets: Money;
  /** The smaller of both. */
  readonly tax: Money;
}

/** The tax on net capital gain and qualified dividends, stacked on ordinary income. Rounds half-even to 18 decimals. */
export function capitalGainTax(
  { ordinary, preferential }: StackedIncome,
  thresholds: GainThresholds,
  brackets: readonly Bracket[],
): CapitalGainTax {
  const top = add(ordinary, preferential);
  const within = (from: Money, upTo: Money | null): Money =>
    subtract(amountWithin({ from, upTo }, top), amountWithin({ from, upTo }, ordinary));
  const atFifteen = within(thresholds.zeroRateUpTo, thresholds.fifteenRateUpTo);
  const atTwenty = within(thresholds.fifteenRateUpTo, null);
  const byRates = add(
    moneyTimes(atFifteen, capitalGainRates.fifteen, 'half-even'),
    moneyTimes(atTwenty, capitalGainRates.twenty, 'half-even'),
  );
  const byBrackets = subtract(ordinaryTax(top, brackets), ordinaryTax(ordinary, brackets));
  const atZero = subtract(subtract(preferential, atFifteen), atTwenty);
  return { atZero, atFifteen, atTwenty, byRates, byBrackets, tax: smaller(byRates, byBrackets) };
}
