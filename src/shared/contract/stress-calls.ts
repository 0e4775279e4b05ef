import { z } from 'zod';
import { command, query } from './call.ts';
import { listedScenario, stressScenario } from './stress-scenario.ts';
import { stressResult, stressState } from './stress-result.ts';
import { overlayInput } from './targets-calls.ts';
import { dateText, decimalText, instantText, issue, nothing, trace } from './texts.ts';

/** What is tested: the ledger as it is, or with futures that are only meant. */
const tested = {
  /** Adds the legs of this overlay, as `targets.overlay` sizes it, each in an account with the margin that it asks. */
  overlay: overlayInput.optional(),
  /** Adds the legs of this saved plan that no fill has opened yet. */
  plan: z.string().max(100).optional(),
};

const about = {
  asOf: dateText,
  currency: z.string(),
  /** The oldest of the prices that the figures rest on. */
  pricesAsOf: instantText.nullable(),
  /** How many planned legs are added to what the ledger holds. */
  plannedLegs: z.number().int(),
  issues: z.array(issue),
};

const gridLeg = z.strictObject({
  id: z.string(),
  mark: decimalText,
  /** In the settle asset, since the entry. */
  profit: decimalText,
  notional: decimalText,
  maintenance: decimalText.nullable(),
  delta: decimalText,
  /** Whether it would have been closed by force on the way there; null where the margin is not known. */
  liquidated: z.boolean().nullable(),
});

const gridAccount = z.strictObject({
  id: z.string(),
  equity: decimalText,
  initial: decimalText.nullable(),
  maintenance: decimalText.nullable(),
  buffer: decimalText.nullable(),
  liquidated: z.boolean().nullable(),
});

const gridPoint = z.strictObject({
  /** Of the coin against its price now: -0.5 is half. */
  move: decimalText,
  price: decimalText,
  wealth: decimalText,
  /** Coins that move with the price after what was closed by force. */
  netDelta: decimalText,
  /** Share of the coins that open futures offset; null where none are held. */
  hedgeRatio: decimalText.nullable(),
  /** To keep everything open; null where a margin is not known. */
  cashNeeded: decimalText.nullable(),
  /** In the order of `accounts` and `legs`. Equity and margin as if nothing had been closed. */
  accounts: z.array(gridAccount),
  legs: z.array(gridLeg),
});

const riskRow = z.strictObject({
  /** "liquidation", "basis", "complexity" …: never shown, the name is. */
  risk: z.string(),
  name: z.string(),
  state: stressState,
  /** The one figure that was judged, and of what it is ("%", "USD", "days"); null where nobody can know it. */
  figure: decimalText.nullable(),
  unit: z.string(),
  /** What the figure says about this portfolio, and what it was compared with. */
  words: z.string(),
  todo: z.string(),
  /** Margin, basis and complexity stand beside every hedge. */
  alwaysInView: z.boolean(),
  trace,
});

const scenarioList = z.strictObject({ scenarios: z.array(listedScenario) });

export const stressCalls = {
  /** Shipped ones, one for the loss of each venue that holds something, then the user's own. */
  'stress.scenarios': query(nothing, scenarioList),
  /** Replaces one's own scenario of the same name. */
  'stress.saveScenario': command(stressScenario, scenarioList, ['stress.', 'ledger.']),
  'stress.removeScenario': command(z.strictObject({ name: z.string().min(1).max(80) }), scenarioList, [
    'stress.',
    'ledger.',
  ]),
  'stress.run': query(
    z.strictObject({
      ...tested,
      /** Ids or names; all where left out. */
      scenarios: z.array(z.string().min(1).max(120)).max(200).optional(),
      /** Being typed, not saved: run after the others; alone where `scenarios` is empty. */
      typed: stressScenario.optional(),
    }),
    z.strictObject({ ...about, results: z.array(stressResult) }),
  ),
  /** One coin's price moves, everything else stands still. */
  'stress.grid': query(
    z.strictObject({
      ...tested,
      coin: z.string().min(1).max(20),
      /** Only this position, by its id in `legs`; the whole where left out. */
      leg: z.string().max(300).optional(),
      /** -0.5, 1 and 0.05 where left out. */
      from: decimalText.optional(),
      to: decimalText.optional(),
      step: decimalText.optional(),
    }),
    z.strictObject({
      ...about,
      coin: z.string(),
      price: decimalText,
      sentence: z.string(),
      accounts: z.array(
        z.strictObject({
          id: z.string(),
          accountName: z.string(),
          venue: z.string(),
          settleAsset: z.string(),
        }),
      ),
      legs: z.array(
        z.strictObject({
          id: z.string(),
          contractName: z.string(),
          accountName: z.string(),
          /** The `id` of the account whose margin holds it. */
          margin: z.string(),
          settleAsset: z.string(),
          side: z.enum(['long', 'short']),
          planned: z.boolean(),
        }),
      ),
      points: z.array(gridPoint),
      /** Where an account is closed by force, nearest to the price now first; `account` is an `id` of `accounts`. */
      closes: z.array(
        z.strictObject({
          account: z.string(),
          accountName: z.string(),
          move: decimalText,
          price: decimalText,
        }),
      ),
      unknown: z.array(z.string()),
    }),
  ),
  /** Every risk of an overlay with its reading for this portfolio, worst first. */
  'stress.register': query(z.strictObject(tested), z.strictObject({ ...about, rows: z.array(riskRow) })),
};
