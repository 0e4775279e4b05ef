/** `calc stress`: scenarios over a portfolio that is given, without a ledger. */
import { z } from 'zod';
import { calcContract, calcMarginTiers, notNegativeText, positiveText } from './calc-contract.ts';
import { stressResult } from './stress-result.ts';
import { stressScenario } from './stress-scenario.ts';
import { decimalText } from './texts.ts';

const asset = z.string().min(1).max(20);
const venue = z.string().min(1).max(100);

const position = z.strictObject({
  contract: calcContract,
  side: z.enum(['long', 'short']),
  quantity: positiveText.describe("In the contract's own order unit"),
  entryPrice: positiveText,
  markPrice: positiveText.describe('In the quote money of the contract'),
  settlePrice: positiveText.optional().describe('Of one settle asset in quote money: quanto contracts only'),
  underlying: asset.optional().describe('The coin that a contract given by its terms follows'),
  quote: asset.optional().describe('The money that a contract given by its terms is priced in'),
  marginTiers: calcMarginTiers
    .min(1)
    .optional()
    .describe('As in `calc liquidation`; instead of the catalogue’s'),
  takerFee: decimalText.optional().describe('As a share; instead of the catalogue’s'),
});

export const calcStressInput = z.strictObject({
  currency: asset.optional().describe('What wealth is told in; USD where left out'),
  prices: z.record(asset, positiveText).describe('Of coins, stablecoins and other money, in the currency'),
  portfolio: z
    .array(
      z.strictObject({
        asset,
        quantity: decimalText,
        venue: venue.optional().describe('Where it lies; a wallet of your own where left out'),
      }),
    )
    .max(5000)
    .describe('Coins and money that are in no account below'),
  accounts: z
    .array(
      z.strictObject({
        name: z.string().min(1).max(100),
        venue: venue.optional().describe('Its name where left out'),
        settleAsset: asset,
        walletBalance: notNegativeText.describe('Without unrealised profit'),
        positions: z.array(position).max(1000),
      }),
    )
    .describe('Whose positions share their wallet; an isolated position is an account of its own')
    .max(500),
  scenarios: z
    .array(z.union([z.string().min(1).max(120), stressScenario]))
    .min(1)
    .max(200)
    .optional()
    .describe(
      'Ids or names of shipped ones, or your own; all shipped ones and the loss of each venue where left out',
    ),
});

export const calcStressOutput = z.strictObject({ results: z.array(stressResult) });
