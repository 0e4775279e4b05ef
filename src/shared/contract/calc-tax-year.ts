/** `calc tax-year`: the tax of one year, without a ledger. */
import { z } from 'zod';
import { FILING_STATUSES } from '../domain/profile.ts';
import { decimalText, trace } from './texts.ts';

const notNegativeText = decimalText.refine((text) => !text.startsWith('-'), 'an amount of zero or more');
const shareText = notNegativeText.refine((text) => Number(text) <= 1, 'a share of at most 1: 0.05 is 5 %');
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
  /** A plain state rate on federal taxable income; 0.05 is 5 %. */
  stateRate: shareText.optional(),
  /** For years whose amounts are not published: what they are taken to grow by a year; 0 where left out. */
  inflation: shareText.optional(),
  /** People on the return of 65 or older, and people who are blind. */
  seniors: z.number().int().min(0).max(2).optional(),
  blind: z.number().int().min(0).max(2).optional(),
  /** Carry this year's section 1256 loss back to the three years before (26 U.S.C. 1212(c)); needs `section1256History`. */
  carryback: z.boolean().optional(),
  /** The years before as their returns say. */
  section1256History: z
    .array(
      z.strictObject({
        year: z.number().int().min(1900).max(2200),
        /** Form 6781 line 7. */
        section1256Gain: decimalText,
        /** Schedule D line 16. */
        capitalGainNetIncome: decimalText,
      }),
    )
    .max(3)
    .optional(),
});
export type CalcTaxYearInput = z.output<typeof calcTaxYearInput>;

const formLine = z.strictObject({ line: z.string(), label: z.string(), amount: decimalText.nullable() });

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
  federalTax: decimalText,
  stateTax: decimalText,
  /** Total tax as a share of adjusted gross income; null where there is none. */
  effectiveRate: decimalText.nullable(),
  /** Why the alternative minimum tax, which is in no total, may matter; null where it does not. */
  amtFlag: z.string().nullable(),
  /** How much more of each character fits before its rate changes. */
  rateChanges: z.array(
    z.strictObject({
      kind: z.enum(['ordinary', 'shortTerm', 'longTerm', 'section1256']),
      /** What the very next unit costs. */
      rate: decimalText,
      /** null: it does not change up to 100 million more. */
      room: decimalText.nullable(),
      nextRate: decimalText.nullable(),
      words: z.string(),
    }),
  ),
  /** By the numbers of the forms; a line that stays empty is null. */
  forms: z.strictObject({
    form6781: z.array(formLine),
    scheduleD: z.array(formLine),
    carryoverWorksheet: z.array(formLine),
  }),
  /** What was carried back; null where it was not asked for. */
  carryback: z
    .strictObject({
      /** The loss above the yearly limit, and what would be carried on without the election: the smaller is the most. */
      netLoss: decimalText,
      wouldCarryOn: decimalText,
      maximum: decimalText,
      uses: z.array(
        z.strictObject({
          year: z.number().int(),
          room: decimalText,
          used: decimalText,
          shortTerm: decimalText,
          longTerm: decimalText,
        }),
      ),
      /** Form 6781 line 6. */
      carriedBack: decimalText,
      /** Carried on instead, still as a section 1256 loss. */
      left: decimalText,
    })
    .nullable(),
  parametersYear: z.number().int(),
  notes: z.array(z.string()),
  trace,
});
export type CalcTaxYearOutput = z.output<typeof calcTaxYearOutput>;
