import { toText } from '../../../../shared/num/format.ts';
import type { Assessment } from '../../../engine/tax/assessment.ts';

type Line =
  | 'taxableIncome'
  | 'ordinaryTax'
  | 'capitalGainTax'
  | 'netInvestmentIncomeTax'
  | 'totalTax'
  | 'netShortTerm'
  | 'netLongTerm'
  | 'lossAllowed';

/** The lines that every answer about a tax year shares, as decimal text. */
export type AssessedTexts = Readonly<Record<Line, string>> & {
  carryforward: { shortTerm: string; longTerm: string };
  marginalRates: { ordinary: string; shortTerm: string; longTerm: string; section1256: string };
};

export function assessedTexts(assessment: Assessment): AssessedTexts {
  const { carryforward, marginalRates } = assessment;
  return {
    taxableIncome: toText(assessment.taxableIncome),
    ordinaryTax: toText(assessment.ordinaryTax),
    capitalGainTax: toText(assessment.capitalGainTax),
    netInvestmentIncomeTax: toText(assessment.netInvestmentIncomeTax),
    totalTax: toText(assessment.totalTax),
    netShortTerm: toText(assessment.netShortTerm),
    netLongTerm: toText(assessment.netLongTerm),
    lossAllowed: toText(assessment.lossAllowed),
    carryforward: { shortTerm: toText(carryforward.shortTerm), longTerm: toText(carryforward.longTerm) },
    marginalRates: {
      ordinary: toText(marginalRates.ordinary),
      shortTerm: toText(marginalRates.shortTerm),
      longTerm: toText(marginalRates.longTerm),
      section1256: toText(marginalRates.section1256),
    },
  };
}
