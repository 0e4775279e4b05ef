/** Tax years from the first event to some years ahead: what happened, what is planned, what would be if. */
import { z } from 'zod';
import { query } from './call.ts';
import { askedDate, askedYear, dateText, decimalText, issue, trace } from './texts.ts';

const MOST_YEARS_AHEAD = 10;

const filingStatus = z.enum(['single', 'marriedJoint', 'marriedSeparate', 'headOfHousehold']);
const byTerm = z.strictObject({ shortTerm: decimalText, longTerm: decimalText });

/** What is changed against the plan. Nothing of it is ever stored. */
export const projectionScenario = z.strictObject({
  /** A year's own figures instead of the tax details'; what is left out stays. */
  income: z
    .array(
      z.strictObject({
        year: askedYear,
        filingStatus: filingStatus.optional(),
        ordinaryIncome: decimalText.optional(),
        otherInvestmentIncome: decimalText.optional(),
        qualifiedDividends: decimalText.optional(),
        otherShortTermGain: decimalText.optional(),
        otherLongTermGain: decimalText.optional(),
        deduction: z.union([z.literal('standard'), decimalText]).optional(),
        stateRate: decimalText.optional(),
      }),
    )
    .optional(),
  /** From the running year on, unless a year of `income` says otherwise. */
  filingStatus: filingStatus.optional(),
  /** Yearly growth of the published amounts in years that have none yet. */
  inflation: decimalText.optional(),
  /**
   * `change` is a share of today's price (0.2 is 20 % up), `price` the price itself: one of them. With a date the price
   * moves there in a straight line and stays; without one it holds from today on.
   */
  prices: z
    .array(
      z.strictObject({
        asset: z.string().min(1),
        change: decimalText.optional(),
        price: decimalText.optional(),
        date: askedDate.optional(),
      }),
    )
    .optional(),
  /** Planned steps, by the ids of `steps`, on other days. */
  moves: z.array(z.strictObject({ step: z.string().min(1), date: askedDate })).optional(),
  /** Saved plans that are not carried out: of hedges and of exits. */
  withoutPlans: z.array(z.string().min(1)).optional(),
  /** Sales besides the planned ones: of a lot, or of an asset by the order that is in force. Without a price, at the assumed one. */
  sales: z
    .array(
      z.strictObject({
        lot: z.string().min(1).optional(),
        asset: z.string().min(1).optional(),
        quantity: decimalText,
        date: askedDate,
        price: decimalText.optional(),
      }),
    )
    .optional(),
  /** Elections as if made otherwise, by the ids of the elections page. */
  elections: z.array(z.strictObject({ id: z.string().min(1), value: z.string().min(1) })).optional(),
  /** What money due later is discounted at, and what money kept meanwhile earns, a year. */
  discountPerYear: decimalText.optional(),
  returnPerYear: decimalText.optional(),
});

const blockedBy = z.strictObject({
  /** A lot's id, or a futures position's. */
  of: z.string(),
  kind: z.enum(['lot', 'position']),
  /** How much of the loss it holds back. */
  amount: decimalText,
  /** What takes it away: "sell 0.5 BTC of 2021-03-04". */
  words: z.string(),
});

const deferredLoss = z.strictObject({
  position: z.string(),
  /** "short MBT, opened 2026-03-01". */
  name: z.string(),
  /** The year in which it was made. */
  sustained: z.number().int(),
  amount: decimalText,
  character: z.enum(['short', 'long', 'section1256', 'sixty-forty']),
  blockedBy: z.array(blockedBy),
  /** Further gain that is not taxed yet and would hold it back in their place. */
  moreGain: decimalText,
  /** The first later year of this view in which less of it waits; null where none is. */
  freedIn: z.number().int().nullable(),
  /** All of it in one whole sentence. */
  words: z.string(),
});

/** A year in one view; amounts of gains are signed. */
const projectedYear = z.strictObject({
  /** `holdings.explain` takes it with "/" and the name of a line; null in a scenario, whose traces are in the answer. */
  explain: z.string().nullable(),
  /** The year whose published amounts were used. */
  parametersYear: z.number().int(),
  /** Before netting and losses carried in; futures of section 1256 apart, others in `shortTermGain` and by themselves. */
  shortTermGain: decimalText,
  longTermGain: decimalText,
  section1256Gain: decimalText,
  /** Of a section 1256 loss of this year: what goes back to earlier years by election, positive. */
  section1256CarriedBack: decimalText,
  /** Section 1256 losses of later years that are carried back to this one, positive; they lower it. */
  section1256BroughtBack: decimalText,
  /** Of `shortTermGain` and `longTermGain`: what futures outside section 1256 bring. */
  otherFuturesGain: decimalText,
  /** Income in coins, interest, and what of futures is ordinary income. */
  income: decimalText,
  /** Wages and all other ordinary income. */
  ordinaryIncome: decimalText,
  carriedIn: byTerm,
  carriedOut: byTerm,
  netShortTerm: decimalText,
  netLongTerm: decimalText,
  lossAllowed: decimalText,
  /** Straddle losses that wait at the year's end, and their sum. */
  deferred: z.array(deferredLoss),
  deferredTotal: decimalText,
  taxableIncome: decimalText,
  ordinaryTax: decimalText,
  capitalGainTax: decimalText,
  netInvestmentIncomeTax: decimalText,
  /** The three together. */
  federalTax: decimalText,
  stateTax: decimalText,
  totalTax: decimalText,
  /** Total tax as a share of adjusted gross income; null where there is none. */
  effectiveRate: decimalText.nullable(),
  marginalRates: z.strictObject({
    ordinary: decimalText,
    shortTerm: decimalText,
    longTerm: decimalText,
    section1256: decimalText,
  }),
  /** "The next 1 000 USD of long-term gain cost 150.00 USD." */
  marginalWords: z.array(z.string()),
  /** Why the alternative minimum tax may matter; null where it does not. */
  amtFlag: z.string().nullable(),
  notes: z.array(z.string()),
  /** Re-adds to `totalTax`. */
  trace,
});

const year = z.strictObject({
  year: z.number().int(),
  status: z.enum(['past', 'running', 'ahead']),
  /** Before the first year whose law is known or of the tax details: what was realised, without tax. */
  assessed: z.boolean(),
  /** True where a gain of the year rests on a cost that nobody knows. */
  basisUnknown: z.boolean(),
  /** True where the tax is not certain, because prices at a year's end are missing: a note says which. */
  priceMissing: z.boolean(),
  /** What the ledger itself realised in the year until today, whether or not it can be assessed. */
  ledger: z.strictObject({
    shortTermGain: decimalText,
    longTermGain: decimalText,
    section1256Gain: decimalText,
    otherFuturesGain: decimalText,
    income: decimalText,
  }),
  realised: projectedYear.nullable(),
  /** null where it is no other than `realised`. */
  planned: projectedYear.nullable(),
  /** null without a scenario, and where it is no other than what stands before it. */
  scenario: projectedYear.nullable(),
  /** The lines in which the scenario differs from the plan, by their names, with scenario less plan. */
  differences: z.array(z.strictObject({ line: z.string(), words: z.string(), amount: decimalText })),
});

/** Something that a saved plan, or a scenario, does after today. */
const step = z.strictObject({
  /** What `moves` takes; null for the sales of a scenario. */
  id: z.string(),
  plan: z.string().nullable(),
  view: z.enum(['planned', 'scenario']),
  date: dateText,
  kind: z.enum(['open', 'roll', 'close', 'sell', 'buy']),
  /** A whole sentence, with the price that is assumed. */
  text: z.string(),
});

/** What it is worth that tax is paid later. */
const deferral = z.strictObject({
  view: z.enum(['planned', 'scenario']),
  /** Tax that the sales cause: of the view, and if the same lots were sold today and the hedges closed or never opened. */
  taxLater: decimalText,
  taxNow: decimalText,
  /** Each year's tax because of the sales. */
  years: z.array(
    z.strictObject({ year: z.number().int(), due: dateText, later: decimalText, now: decimalText }),
  ),
  /** In today's money at `discountPerYear`. */
  presentTaxLater: decimalText,
  presentTaxNow: decimalText,
  /** `presentTaxNow` less `presentTaxLater`: positive where waiting pays. */
  value: decimalText,
  /** What the money that is not paid yet earns until the last of these taxes is due, at `returnPerYear`, before tax. */
  earned: decimalText,
  earnedUntil: dateText,
  discountPerYear: decimalText,
  returnPerYear: decimalText,
  /** Whole sentences: what it is and what it leaves out. */
  words: z.array(z.string()),
  /** Re-adds to `value`. */
  trace,
  /** Re-adds to `earned`. */
  earnedTrace: trace,
});

const projection = z.strictObject({
  asOf: dateText,
  currentYear: z.number().int(),
  lastYear: z.number().int(),
  years: z.array(year),
  steps: z.array(step),
  /** null where nothing is planned to be sold. */
  deferral: deferral.nullable(),
  /** Prices that are assumed from today on, one an asset that matters. */
  prices: z.array(
    z.strictObject({
      asset: z.string(),
      today: decimalText,
      /** null where the price stays. */
      changed: decimalText.nullable(),
      from: dateText.nullable(),
      words: z.string(),
    }),
  ),
  /** What the figures rest on, whole sentences. */
  assumptions: z.array(z.string()),
  issues: z.array(issue),
  /** Saved exit plans: those that are counted in what is planned, and those that are not, with why, a whole sentence. */
  exitPlans: z.strictObject({
    counted: z.array(z.strictObject({ plan: z.string(), name: z.string() })),
    apart: z.array(z.strictObject({ plan: z.string(), name: z.string(), why: z.string() })),
  }),
});

const yearsAhead = z.number().int().min(0).max(MOST_YEARS_AHEAD).optional();

/** False: saved exit plans are left out of what is planned. */
const exitPlans = z.boolean().optional();

export const projectionCalls = {
  /** Years ahead: 5 where not given. */
  'plan.projection': query(
    z.strictObject({ yearsAhead, exitPlans, scenario: projectionScenario.optional() }),
    projection,
  ),
  /** The same with a scenario beside it, and which lines it moves in all. */
  'plan.whatIf': query(
    z.strictObject({ yearsAhead, exitPlans, scenario: projectionScenario }),
    z.strictObject({
      projection,
      /** Scenario less plan from the running year, or the first year that changes, to the last. */
      totalTax: z.strictObject({
        firstYear: z.number().int(),
        lastYear: z.number().int(),
        planned: decimalText,
        scenario: decimalText,
        difference: decimalText,
      }),
      /** In one or two whole sentences. */
      words: z.array(z.string()),
    }),
  ),
};
