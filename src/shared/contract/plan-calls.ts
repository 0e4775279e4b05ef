import { z } from 'zod';
import { aboutFutures, command, query } from './call.ts';
import { unknownCost } from './holdings-calls.ts';
import { dateText, decimalText, issue, nothing, trace } from './texts.ts';

const filingStatus = z.enum(['single', 'marriedJoint', 'marriedSeparate', 'headOfHousehold']);

const profileYear = z.strictObject({
  year: z.number().int().min(2009).max(2100),
  filingStatus,
  ordinaryIncome: decimalText,
  deduction: z.union([z.literal('standard'), decimalText]),
  otherInvestmentIncome: decimalText,
  qualifiedDividends: decimalText,
  otherShortTermGain: decimalText,
  otherLongTermGain: decimalText,
  /** A plain state rate on federal taxable income; 0.05 is 5 %. */
  stateRate: decimalText.default('0'),
  /** People on the return who are 65 or older, and who are blind, at the end of the year. */
  seniors: z.number().int().min(0).max(2).default(0),
  blind: z.number().int().min(0).max(2).default(0),
});

/** A year before the first profile year, as its return says. */
const historyYear = z.strictObject({
  year: z.number().int().min(2006).max(2100),
  /** Net gain from section 1256 contracts, signed: Form 6781 line 7. */
  section1256Gain: decimalText,
  /** Schedule D line 16, signed. */
  capitalGainNetIncome: decimalText,
});

/** A straddle loss of an earlier year that waited when the first profile year began. */
const waitingLoss = z.strictObject({
  year: z.number().int().min(1982).max(2100),
  amount: decimalText,
  character: z.enum(['short', 'long', 'section1256', 'sixty-forty']),
  /** On what it was sustained: "short MBT of March". */
  position: z.string().min(1).max(200),
  /** Ids of the lots whose gain holds it back. */
  lots: z.array(z.string().min(1).max(200)).max(500).default([]),
});

const profileText = z.strictObject({
  jurisdiction: z.literal('us'),
  currency: z.literal('USD'),
  timeZone: z.string().min(1),
  carryforward: z.strictObject({ shortTerm: decimalText, longTerm: decimalText }),
  /** What amounts that are not published yet grow by each year; 0.025 is 2.5 %. */
  inflation: decimalText.default('0'),
  history: z.array(historyYear).max(3).default([]),
  waiting: z.array(waitingLoss).max(200).default([]),
  years: z.array(profileYear),
});

const straddlePart = {
  /** A futures position's id ("cme:MBT@acc#1") or a lot's. */
  position: z.string(),
  /** "short MBT, opened 2026-03-01". */
  name: z.string(),
  amount: decimalText,
  explain: z.string(),
};

const straddlesOfYear = z.strictObject({
  /** What the rules change by character, signed: losses that wait or come free, other terms, adjusted basis. */
  shortTerm: decimalText,
  longTerm: decimalText,
  section1256: decimalText,
  /** Losses that wait at the end of the year. */
  deferredTotal: decimalText,
  deferred: z.array(
    z.strictObject({
      ...straddlePart,
      sustained: z.number().int(),
      character: z.enum(['short', 'long', 'section1256', 'sixty-forty']),
      /** What holds it back. */
      blockedBy: z.array(z.strictObject(straddlePart)),
    }),
  ),
  changes: z.array(
    z.strictObject({
      ...straddlePart,
      kind: z.enum(['deferred', 'released', 'term', 'basis', 'disallowed', 'deemed-sale']),
      character: z.enum(['short', 'long', 'section1256', 'ordinary']),
      law: z.string(),
    }),
  ),
});

/** What a straddle did to the clock of a part of a lot. */
const stoppedClock = z.strictObject({
  lot: z.string(),
  asset: z.string(),
  quantity: decimalText,
  ended: dateText,
  /** null while an offsetting position is held. */
  restartsOn: dateText.nullable(),
  longTermFrom: dateText.nullable(),
  by: z.string(),
  words: z.string(),
  explain: z.string(),
});

/** One tax year as the engine assesses it; every amount is one of `tax-year`'s lines. */
const taxYear = z.strictObject({
  year: z.number().int(),
  parametersYear: z.number().int(),
  shortTermGain: decimalText,
  longTermGain: decimalText,
  section1256Gain: decimalText,
  income: decimalText,
  netShortTerm: decimalText,
  netLongTerm: decimalText,
  taxableIncome: decimalText,
  ordinaryTax: decimalText,
  capitalGainTax: decimalText,
  netInvestmentIncomeTax: decimalText,
  federalTax: decimalText,
  /** By the plain rate of the tax details. */
  stateTax: decimalText,
  /** Federal and state. */
  totalTax: decimalText,
  /** Total tax as a share of adjusted gross income; null where there is none. */
  effectiveRate: decimalText.nullable(),
  /** Why the alternative minimum tax may matter; null where it does not. */
  amtFlag: z.string().nullable(),
  lossAllowed: decimalText,
  carryforward: z.strictObject({ shortTerm: decimalText, longTerm: decimalText }),
  marginalRates: z.strictObject({
    ordinary: decimalText,
    shortTerm: decimalText,
    longTerm: decimalText,
    section1256: decimalText,
  }),
  /** What straddle rules did to the year. */
  straddles: straddlesOfYear,
  notes: z.array(z.string()),
  /** True where a gain of the year rests on a cost that nobody knows. */
  basisUnknown: z.boolean(),
  /** True where the tax is not certain, because prices at a year's end are missing: a note says which. */
  priceMissing: z.boolean(),
  /** "tax:2025": `holdings.explain` takes it with "/" and the name of a line: "tax:2025/carryforward/shortTerm". */
  explain: z.string(),
  trace,
});

export const planCalls = {
  'plan.profile': query(nothing, z.strictObject({ profile: profileText.nullable() })),
  'plan.saveProfile': command(profileText, nothing, [
    'plan.',
    'holdings.',
    'targets.',
    'ledger.',
    ...aboutFutures,
  ]),
  'plan.taxYears': query(
    nothing,
    z.strictObject({
      years: z.array(taxYear),
      /** Lots whose holding period a straddle ended. */
      clocks: z.array(stoppedClock),
      unknownCost,
      issues: z.array(issue),
    }),
  ),
  'plan.markStep': command(
    z.strictObject({ plan: z.string(), step: z.string(), done: z.boolean() }),
    nothing,
    ['plan.', 'targets.', ...aboutFutures],
  ),
  'plan.records': query(
    nothing,
    z.strictObject({
      /** Of the chain of records, computed anew. */
      intact: z.boolean(),
      records: z.array(
        z.strictObject({
          sequence: z.number().int(),
          recordedAt: z.string(),
          kind: z.string(),
          body: z.string(),
          hash: z.string(),
        }),
      ),
    }),
  ),
};
