import { isZero, subtract } from '../../../../shared/num/arithmetic.ts';
import { toText } from '../../../../shared/num/format.ts';
import { money } from '../../../../shared/num/parse.ts';
import type { ViewText, YearText } from './year-view-text.ts';

/** Lines that are compared, in the order in which they are shown, with their words. */
const LINES: readonly (readonly [line: string, words: string, read: (view: ViewText) => string])[] = [
  ['shortTermGain', 'Short-term gain', (view) => view.shortTermGain],
  ['longTermGain', 'Long-term gain', (view) => view.longTermGain],
  ['section1256Gain', 'Section 1256 gain', (view) => view.section1256Gain],
  ['section1256CarriedBack', 'Section 1256 loss carried back', (view) => view.section1256CarriedBack],
  ['section1256BroughtBack', 'Section 1256 loss brought back', (view) => view.section1256BroughtBack],
  ['otherFuturesGain', 'Other futures', (view) => view.otherFuturesGain],
  ['income', 'Crypto income', (view) => view.income],
  ['ordinaryIncome', 'Wages and other income', (view) => view.ordinaryIncome],
  ['shortTermCarried', 'Short-term loss carried in', (view) => view.carriedIn.shortTerm],
  ['longTermCarried', 'Long-term loss carried in', (view) => view.carriedIn.longTerm],
  ['netShortTerm', 'Net short-term', (view) => view.netShortTerm],
  ['netLongTerm', 'Net long-term', (view) => view.netLongTerm],
  ['lossAllowed', 'Loss set against income', (view) => view.lossAllowed],
  ['carryforward/shortTerm', 'Short-term loss carried on', (view) => view.carriedOut.shortTerm],
  ['carryforward/longTerm', 'Long-term loss carried on', (view) => view.carriedOut.longTerm],
  ['deferredTotal', 'Straddle losses that wait', (view) => view.deferredTotal],
  ['taxableIncome', 'Taxable income', (view) => view.taxableIncome],
  ['ordinaryTax', 'Tax on ordinary income', (view) => view.ordinaryTax],
  ['capitalGainTax', 'Tax on capital gains', (view) => view.capitalGainTax],
  ['netInvestmentIncomeTax', 'Net investment income tax', (view) => view.netInvestmentIncomeTax],
  ['federalTax', 'Federal tax', (view) => view.federalTax],
  ['stateTax', 'State tax', (view) => view.stateTax],
  ['totalTax', 'Total tax', (view) => view.totalTax],
];

/** The lines in which one view differs from another: the first less the second. */
export function differencesOf(view: ViewText, from: ViewText): YearText['differences'] {
  return LINES.flatMap(([line, words, read]) => {
    const amount = subtract(money(read(view)), money(read(from)));
    return isZero(amount) ? [] : [{ line, words, amount: toText(amount) }];
  });
}
