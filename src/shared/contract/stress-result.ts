/** What a scenario does to a portfolio. Money is in the reporting currency, at the prices of the step it is told of. */
import { z } from 'zod';
import { decimalText, trace } from './texts.ts';

export const stressState = z.enum(['fine', 'watch', 'danger', 'unknown']);

const venueNeed = z.strictObject({
  venue: z.string(),
  /** Money that has to come in so that nothing is closed by force; zero where nothing has. null: margin not known. */
  toMaintenance: decimalText.nullable(),
  /** The same to stay at or above the initial margin, where a broker brings one back to it. */
  toInitial: decimalText.nullable(),
  /** The step at which most is needed, and the hours from the start to it. */
  step: z.string(),
  hour: decimalText,
});

const stressAccount = z.strictObject({
  /** "binance-futures USDT", with the position where its margin is its own. */
  id: z.string(),
  account: z.string(),
  accountName: z.string(),
  venue: z.string(),
  settleAsset: z.string(),
  /** The position whose own margin this is; null where the account's positions share it. */
  isolated: z.string().nullable(),
  /** `called`: a broker asks for money; `unknown`: the margin is not known, and the equity is not used up. */
  state: z.enum(['open', 'called', 'closed', 'lost', 'unknown', 'empty']),
  /** Where it was closed by force. */
  closed: z
    .strictObject({
      step: z.string(),
      hour: decimalText,
      /** What was left of the equity after the fee, and what the forced close cost in fees; null: the fee is not known. */
      left: decimalText,
      fee: decimalText.nullable(),
    })
    .nullable(),
  /** In the settle asset, had nothing been closed by force; index as `steps`. */
  path: z.array(
    z.strictObject({
      equity: decimalText,
      initial: decimalText.nullable(),
      maintenance: decimalText.nullable(),
      /** Equity less maintenance; null where that is not known. */
      buffer: decimalText.nullable(),
    }),
  ),
});

const stressLeg = z.strictObject({
  /** As `explain` takes it, such as "position:cme:MBT@ibkr"; "planned:1" for a leg that the overlay adds. */
  id: z.string(),
  contract: z.string(),
  contractName: z.string(),
  account: z.string(),
  accountName: z.string(),
  venue: z.string(),
  asset: z.string(),
  settleAsset: z.string(),
  side: z.enum(['long', 'short']),
  planned: z.boolean(),
  /** At the end: still open, closed by force, closed by the scenario (auto-deleveraging), or lost with its venue. */
  state: z.enum(['open', 'liquidated', 'closed', 'lost']),
  /** Where it left; in the contract's quote asset. */
  closePrice: decimalText.nullable(),
  closeStep: z.string().nullable(),
  /** At the end. */
  mark: decimalText,
  /** In the settle asset: profit since the start, funding and fees of the path, each signed. */
  profit: decimalText,
  funding: decimalText,
  fee: decimalText,
  /** In coins, signed; zero once it is gone. */
  deltaBefore: decimalText,
  deltaAfter: decimalText,
});

export const stressResult = z.strictObject({
  scenario: z.strictObject({ id: z.string(), name: z.string(), words: z.string(), own: z.boolean() }),
  state: stressState,
  /** What decided, in one sentence. */
  sentence: z.string(),
  wealthBefore: decimalText,
  wealthAfter: decimalText,
  change: decimalText,
  /** Of the wealth before; null where that is not above zero. */
  changeRate: decimalText.nullable(),
  /** They add up to the change. */
  parts: z.strictObject({
    /** Coins and money, collateral included, at the new prices. */
    coins: decimalText,
    futures: decimalText,
    funding: decimalText,
    fees: decimalText,
    /** Everything that stood at lost venues. */
    lost: decimalText,
  }),
  /** Most that is needed at all venues at one time; null where a margin is not known. */
  cashNeeded: decimalText.nullable(),
  needs: z.array(venueNeed),
  /** What stands at each venue, futures' profit included; they add up to the wealth. Wallets are a venue of their own. */
  venues: z.array(z.strictObject({ venue: z.string(), before: decimalText, after: decimalText })),
  /** Coins that move with the price, futures included, before and at the end. */
  netDelta: z.array(z.strictObject({ asset: z.string(), before: decimalText, after: decimalText })),
  steps: z.array(
    z.strictObject({
      label: z.string(),
      /** From the start. */
      hour: decimalText,
      wealth: decimalText,
      /** Needed at all venues then; null where a margin is not known. */
      cashNeeded: decimalText.nullable(),
      /** What happened at it: "Binance USDT is liquidated at 60 % of the way". */
      events: z.array(z.string()),
    }),
  ),
  accounts: z.array(stressAccount),
  legs: z.array(stressLeg),
  /** What is not in the figures because it is not known, each a whole sentence. */
  unknown: z.array(z.string()),
  /** Why the change is what it is. */
  trace,
});
