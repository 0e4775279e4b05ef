/** A stress scenario as people write it: a path of steps, each told against the prices at the start. */
import { z } from 'zod';
import { dateText, decimalText } from './texts.ts';

const asset = z.string().min(1).max(20);
/** A price cannot fall by all of its worth, and 100 times is beyond what a test can mean. */
const move = decimalText.refine((text) => Number(text) > -1 && Number(text) <= 100, {
  error: 'a share above -1 (all of it) and at most 100, such as -0.4 for a fall of 40 %',
});
const share = decimalText.refine((text) => Number(text) >= 0 && Number(text) < 1, {
  error: 'a share from 0 to below 1, such as 0.2 for 20 %',
});

const stressStep = z.strictObject({
  /** "the low", "hour 12"; made from the moves where it is left out. */
  label: z.string().min(1).max(80).optional(),
  /** Hours since the step before; funding is paid for them. */
  hours: z.number().int().min(0).max(8784).optional(),
  /** How far each coin stands from its price at the start; "*" is every coin that is not named. */
  coins: z.record(asset, move).optional(),
  /** The same for stablecoins, against the reporting currency. */
  stablecoins: z.record(asset, move).optional(),
  /** How much further than today futures stand above spot, as a share of the spot price: 0.05 is 5 points. */
  basis: move.optional(),
  /** Per 8 hours, paid by longs where positive; for the hours of this step, on perpetual contracts. */
  fundingPer8h: decimalText.optional(),
  /** Times the margin that is asked today. */
  marginMultiplier: decimalText
    .refine((text) => Number(text) > 0 && Number(text) <= 100, 'a number above 0 and at most 100')
    .optional(),
  /** Share of collateral in coins and stablecoins that does not count as margin any more. */
  haircut: share.optional(),
  /** Venues where everything is lost at this step, by name; "*" is every venue. */
  lost: z.array(z.string().min(1).max(100)).max(50).optional(),
  /** Futures closed against one's will at this step's marks: all, those in profit, shorts, or named positions. */
  closed: z
    .union([z.enum(['all', 'winning', 'shorts', 'longs']), z.array(z.string().min(1).max(300)).max(500)])
    .optional(),
  /** Nothing can be paid in or traded during this step: a broker's margin call is not met. */
  noAccess: z.boolean().optional(),
});

export const stressScenario = z.strictObject({
  /** What lists and the terminal call it. */
  name: z.string().trim().min(1).max(80),
  /** What happens in it, for people. */
  words: z.string().max(500).optional(),
  steps: z.array(stressStep).min(1).max(60),
});
export type StressScenarioText = z.output<typeof stressScenario>;

/** The user's own, as the ledger's settings keep them. */
export const keptScenarios = z.array(stressScenario);

export const listedScenario = stressScenario.extend({
  /** "all-down-30", "own:My crash". */
  id: z.string(),
  words: z.string(),
  /** Where the figures come from; for one's own, that they are. */
  source: z.string(),
  /** Of the day that it repeats; null where it repeats none. */
  date: dateText.nullable(),
  own: z.boolean(),
});
