/** `calc exit-plan`: which lots on which days, how long the hedge stays, without a ledger. */
import { z } from 'zod';
import { FILING_STATUSES } from '../domain/profile.ts';
import { FUNDING_TREATMENTS, STRADDLE_REGIMES } from '../domain/tax-elections.ts';
import { calcContract, notNegativeText, positiveText } from './calc-contract.ts';
import { askedDate, dateText, decimalText, issue, trace } from './texts.ts';

const id = z.string().min(1).max(200);
const asset = z.string().min(1).max(20);
const shareText = decimalText.refine((text) => Math.abs(Number(text)) <= 5, 'a share between -5 and 5');
const carried = z.strictObject({ shortTerm: notNegativeText, longTerm: notNegativeText });
const dated = z
  .array(z.strictObject({ date: askedDate, price: positiveText }))
  .min(1)
  .max(5000);

const profileYear = z.strictObject({
  year: z.number().int().min(2009).max(2100),
  filingStatus: z.enum(FILING_STATUSES).optional(),
  ordinaryIncome: notNegativeText,
  deduction: z.union([z.literal('standard'), notNegativeText]).optional(),
  otherInvestmentIncome: notNegativeText.optional(),
  qualifiedDividends: notNegativeText.optional(),
  otherShortTermGain: decimalText.optional(),
  otherLongTermGain: decimalText.optional(),
  stateRate: notNegativeText.optional(),
});

const hedge = z.strictObject({
  position: id,
  /** Of the catalogue ("cme:MBT-202612"), or its terms. */
  contract: calcContract,
  asset,
  side: z.enum(['long', 'short']),
  /** In the contract's order unit: what is open, or the most that may be opened on the first day. */
  quantity: positiveText,
  /** Left out: by the catalogue; terms that are given: not a section 1256 contract. */
  section1256: z.boolean().optional(),
  /** Both where it is open already; neither where it may be opened on the first day. */
  opened: askedDate.optional(),
  openPrice: positiveText.optional(),
  /** What a short hedges, in this order; the lots of its asset, highest cost first, where left out. */
  lots: z
    .array(z.strictObject({ lot: id, quantity: positiveText }))
    .max(10_000)
    .optional(),
  /** The contract's own price ahead; the coin's where left out. A price stands until the next. */
  prices: dated.optional(),
  /** Of a perpetual contract, a share of notional and year; positive is a cost to a short. */
  fundingPerYear: shareText.optional(),
  fee: shareText.optional(),
  slippage: shareText.optional(),
  /** Margin as a share of notional; not known where left out. */
  margin: notNegativeText.optional(),
});

export const calcExitPlanInput = z.strictObject({
  jurisdiction: z.string().min(1),
  /** Today; the first candidate date where left out. */
  asOf: askedDate.optional(),
  profile: z.strictObject({
    carryforward: carried.optional(),
    inflation: notNegativeText.optional(),
    years: z.array(profileYear).min(1).max(60),
  }),
  lots: z
    .array(
      z.strictObject({
        lot: id,
        asset,
        account: id.optional(),
        quantity: positiveText,
        costBasis: notNegativeText,
        acquired: askedDate,
      }),
    )
    .max(10_000),
  overlay: z.array(hedge).max(50).optional(),
  /** Coins to sell and to buy; or `targets` in place of both. */
  dispose: z.record(asset, positiveText).optional(),
  buy: z.record(asset, positiveText).optional(),
  /** Share of lots and cash together, by asset, at most 1 in all; what is left is money. */
  targets: z.record(asset, notNegativeText).optional(),
  cash: notNegativeText.optional(),
  candidateDates: z.array(askedDate).min(1).max(60),
  /** A price stands until the next; the first has to be of the first candidate date or before. */
  prices: z.record(asset, dated),
  costs: z
    .strictObject({
      spotFee: shareText.optional(),
      spotSlippage: shareText.optional(),
      /** What locked margin would have earned a year. */
      marginCostPerYear: shareText.optional(),
    })
    .optional(),
  discountRate: shareText.optional(),
  elections: z
    .strictObject({
      activelyTraded: z.boolean().optional(),
      crossAsset: z.enum(['never', 'always']).optional(),
      partialHedge: z.enum(['identified', 'pro-rata', 'oldest', 'all']).optional(),
      longTermLoss1256: z.boolean().optional(),
      straddleRegime: z.enum(STRADDLE_REGIMES).optional(),
      funding: z.enum(FUNDING_TREATMENTS).optional(),
      carrybackYears: z.array(z.number().int()).max(20).optional(),
      washSalesFrom: askedDate.optional(),
      constructiveSalesFrom: askedDate.optional(),
    })
    .optional(),
  constraints: z
    .strictObject({
      /** Coins by which spot and futures may stand off on the way; half a step of the hedge where left out. */
      band: z.record(asset, notNegativeText).optional(),
      /** Money by which all assets together may stand off, at the prices of today: above makes up for below; no limit where left out. */
      bandTogether: notNegativeText.optional(),
      perDay: z.record(asset, positiveText).optional(),
      minTicket: z.record(asset, notNegativeText).optional(),
      /** Money for margin and purchases; not watched where left out. */
      cash: notNegativeText.optional(),
      keepLots: z.array(id).max(10_000).optional(),
      /** `given`: in each account the order of `lots` binds. */
      lotOrder: z.enum(['free', 'given']).optional(),
    })
    .optional(),
  /** Each tried for hedges opened on the first day. */
  regimes: z.array(z.enum(STRADDLE_REGIMES)).max(5).optional(),
  /** The last tax year that counts; that after the last candidate date where left out. */
  lastYear: z.number().int().min(2009).max(2100).optional(),
  seconds: z.number().min(0.1).max(600).optional(),
});
export type CalcExitPlanInput = z.output<typeof calcExitPlanInput>;

const costs = {
  tax: decimalText,
  carry: decimalText,
  fees: decimalText,
  slippage: decimalText,
  marginCost: decimalText,
};
const baseline = z
  .strictObject({
    totalCost: decimalText.nullable(),
    tax: decimalText.nullable(),
    why: z.string().nullable(),
  })
  .describe('totalCost null: it breaks a limit, which why says.');

export const calcExitPlanOutput = z.strictObject({
  status: z.enum(['optimal', 'feasible']),
  stoppedBy: z.enum(['time-limit']).nullable(),
  bound: decimalText.nullable(),
  gap: decimalText.nullable(),
  /** In today's money. */
  totalCost: decimalText,
  regime: z.enum(STRADDLE_REGIMES).nullable(),
  schedule: z.array(
    z.strictObject({
      date: dateText,
      sells: z.array(z.strictObject({ lot: z.string(), asset: z.string(), quantity: decimalText })),
      buys: z.array(z.strictObject({ asset: z.string(), quantity: decimalText })),
      /** Open after the day, in the contract's order unit. */
      hedges: z.array(z.strictObject({ position: z.string(), contract: z.string(), quantity: decimalText })),
    }),
  ),
  /** The tax engine's own: with the schedule, without it, and the difference. */
  taxByYear: z.array(
    z.strictObject({
      year: z.number().int(),
      due: dateText,
      taxWith: decimalText,
      taxWithout: decimalText,
      added: decimalText,
    }),
  ),
  /** Not discounted. */
  costs: z.strictObject(costs),
  lockedMargin: decimalText.nullable(),
  lossesWaiting: decimalText,
  lossesCarried: decimalText,
  gainLeft: decimalText,
  baselines: z.strictObject({
    fifoNow: baseline,
    hifoNow: baseline,
    minTaxNow: baseline,
    nextYear: baseline,
    halfAndHalf: baseline,
  }),
  /** Cost of the best baseline less that of the plan; null where none is possible. */
  saves: decimalText.nullable(),
  words: z.array(z.string()),
  issues: z.array(issue),
  trace,
});
export type CalcExitPlanOutput = z.output<typeof calcExitPlanOutput>;
