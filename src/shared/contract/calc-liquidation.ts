/** `calc liquidation`: margin of a position and the price that liquidates it, without a ledger. */
import { z } from 'zod';
import { calcContract, calcMarginTiers, notNegativeText, positiveText } from './calc-contract.ts';
import { decimalText } from './texts.ts';

/** By the names that the venue uses, smallest first; the description lists them. */
const marginTiers = calcMarginTiers
  .min(1)
  .describe(
    'Tiers, smallest first, by the names your venue uses. End of a tier: cap, notionalCap, maxNotional, riskLimitValue (value in the settle asset), qtyCap, maxCoins (coins), maxSz, maxContracts (contracts); or its beginning: floor, notionalFloor, minNotional, qtyFloor, minSz. Maintenance rate as a fraction: maintenanceRate, maintMarginRatio, maintenanceMargin, mmr. Amount taken off: deduction, maintenanceAmount, cum, mmDeduction; worked out from rates and ends where left out and the ends are not contracts. Largest leverage: maxLeverage, initialLeverage, maxLever; or initialRate, initialMargin, imr.',
  );

const positionFields = {
  side: z.enum(['long', 'short']),
  quantity: positiveText.describe("In the contract's own order unit"),
  entryPrice: positiveText.describe('Average entry; of venues that settle daily, the last settlement price'),
  marginTiers: marginTiers.optional(),
};

const other = z.strictObject({
  ...positionFields,
  contract: calcContract.optional().describe('The same contract where left out (hedge mode: its other side)'),
  markPrice: positiveText.optional().describe('Needed where the contract is another'),
  settlePrice: positiveText.optional(),
  underlying: z
    .string()
    .min(1)
    .max(20)
    .optional()
    .describe('The coin, where the contract is given by its terms'),
  marginMode: z.enum(['cross', 'isolated']).optional().describe('cross where left out'),
  isolatedMargin: notNegativeText.optional(),
});

const LIQUIDATION_MODEL_NAMES = [
  'binance',
  'bybit-entry',
  'bybit-mark',
  'okx',
  'gate',
  'inverse',
  'deribit',
  'kraken',
  'hyperliquid',
  'broker',
] as const;

export const calcLiquidationInput = z.strictObject({
  model: z
    .enum(LIQUIDATION_MODEL_NAMES)
    .optional()
    .describe(
      "How the venue liquidates; the catalogue's where left out. bybit-entry is Bybit before 2026, inverse is coin-margined (Binance COIN-M, OKX, Bybit), broker gives the price of a margin call",
    ),
  contract: calcContract,
  ...positionFields,
  markPrice: positiveText,
  settlePrice: positiveText.optional().describe('Of one settle asset in quote money: quanto contracts only'),
  marginMode: z.enum(['cross', 'isolated']),
  walletBalance: decimalText
    .optional()
    .describe(
      'Cross: the whole wallet in the settle asset, without unrealised profit, with what isolated positions tie up',
    ),
  isolatedMargin: notNegativeText
    .optional()
    .describe('Isolated: what is set aside for the position, without unrealised profit, in the settle asset'),
  leverage: positiveText
    .optional()
    .describe('In place of isolatedMargin: the margin is the value at entry ÷ leverage'),
  addedMargin: decimalText
    .optional()
    .describe('Put to the isolated position afterwards; taken off if below 0'),
  others: z.array(other).max(1000).optional().describe('Other positions on the same wallet'),
  othersUnrealisedProfit: decimalText.optional().describe('Of further cross positions, as one sum'),
  othersMaintenanceMargin: notNegativeText.optional().describe('Of further cross positions, as one sum'),
  collateral: z
    .array(
      z.strictObject({
        asset: z.string().min(1).max(20),
        quantity: notNegativeText,
        price: positiveText.describe('In the settle asset'),
        weight: notNegativeText.optional().describe('What the venue counts of it: 0.95; all where left out'),
      }),
    )
    .max(200)
    .optional()
    .describe('Coins that the venue counts beside the wallet'),
  underlying: z
    .string()
    .min(1)
    .max(20)
    .optional()
    .describe('The coin, where the contract is given by its terms and the same coin is collateral'),
  takerFee: decimalText.optional().describe('A fraction; OKX and Gate count it'),
  maxLeverage: z.number().int().positive().optional().describe('Hyperliquid: of the coin'),
  marginSlope: z
    .strictObject({
      initialBase: notNegativeText,
      maintenanceBase: notNegativeText,
      perCoin: notNegativeText,
    })
    .optional()
    .describe('Deribit: a rate that grows with the coins; fractions'),
  brokerMargin: z
    .strictObject({
      initial: notNegativeText,
      maintenance: notNegativeText,
      per: z.enum(['contract', 'notional']),
    })
    .optional()
    .describe('What a broker asks overnight for this side: money a contract, or a fraction of the notional'),
  dailyVolatility: positiveText
    .optional()
    .describe(
      "Standard deviation of a day's return: 0.03 is 3 %; then the distance is also in its multiples",
    ),
  moves: z
    .array(positiveText)
    .max(20)
    .optional()
    .describe('Adverse moves whose cash need is asked; 0.1, 0.2, 0.3 and 0.5 where left out'),
});

export const calcLiquidationOutput = z.strictObject({
  liquidationPrice: decimalText.nullable().describe('null where none exists, or not known (see `reason`)'),
  kind: z.enum(['price', 'none', 'unknown']),
  call: z.boolean().describe("The price is a broker's margin call, not a forced sale"),
  reached: z.boolean().describe('Margin is short already at the mark'),
  reason: z.string().nullable().describe('In words: why there is none, why it is not known, what it is'),
  togetherPrice: decimalText
    .nullable()
    .describe('The price if the other positions move by the same share; null without others'),
  maintenanceMargin: decimalText.nullable(),
  initialMargin: decimalText.nullable().describe('The least that the venue asks, at its largest leverage'),
  equity: decimalText.nullable().describe('What stands behind the position now, unrealised profit included'),
  unrealisedProfit: decimalText,
  marginRatio: decimalText
    .nullable()
    .describe('Maintenance over equity, of all that share it: liquidated when it rises to 1'),
  tier: z.number().int().nullable().describe('Of the margin table, from 1, at the mark'),
  distance: decimalText.nullable().describe('From mark to liquidation price, a fraction of the mark'),
  distanceInDailySigmas: decimalText.nullable(),
  cashNeeded: z
    .array(z.strictObject({ move: decimalText, cash: decimalText.nullable() }))
    .describe('What must stand behind it now to survive such an adverse move without a top-up, settle asset'),
  unconfirmed: z
    .array(z.string())
    .describe('Terms of the contract that no source confirms, and what is doubtful about a margin'),
});
