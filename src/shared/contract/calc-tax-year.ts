/** `calc tax-year`: the tax of one year, without a ledger. */
import { z } from 'zod';
import { FILING_STATUSES } from '../domain/profile.ts';
import { decimalText, trace } from './texts.ts';

const notNegativeText = decimalText.refine((text) => !text.startsWith('-'), 'an amount of zero or more');
const carried = z.strictObject({ shortTerm: notNegativeText, longTerm: notNegativeText });

export const calcTaxYearInput = z.strictObject({
  jurisdiction: z.string().min(1),
  year: z.number().int().min(1900).max(2200),
  /** United States: single where it is left out. */
  filingStatus: z.enum(FILING_STATUSES).optional(),
  /** Wages and other ordinary income before deductions, without the three below. */
  ordinaryIncome: notNegativeText,
  deduction: z.union([z.literal('standard'), notNegativeText]).optional(),
  otherInvestmentIncome: notNegativeText.optional(),
  qualifiedDividends: notNegativeText.optional(),
  shortTermGain: decimalText,
  longTermGain: decimalText,
  section1256Gain: decimalText.optional(),
  /** Losses of earlier years, as positive amounts. */
  carryforward: carried.optional(),
});
export type CalcTaxYearInput = z.output<typeof calcTaxYearInput>;

export const calcTaxYearOutput = z.strictObject({
  taxableIncome: decimalText,
  ordinaryTax: decimalText,
  capitalGainTax: decimalText,
  netInvestmentIncomeTax: decimalText,
  totalTax: decimalText,
  netShortTerm: decimalText,
  netLongTerm: decimalText,
  lossAllowed: decimalText,
  carryforward: carried,
  marginalRates: z.strictObject({
    ordinary: decimalText,
    shortTerm: decimalText,
    longTerm: decimalText,
    section1256: decimalText,
  }),
  /** United States. */
  adjustedGrossIncome: decimalText,
  deduction: decimalText,
  netCapitalGain: decimalText,
  parametersYear: z.number().int(),
  notes: z.array(z.string()),
  trace,
});
export type CalcTaxYearOutput = z.output<typeof calcTaxYearOutput>;
