import { z } from 'zod';
import { aboutFutures, command, query, task } from './call.ts';
import { decimalText, instantText, nothing } from './texts.ts';

const side = z.strictObject({
  /** The event of the row. */
  event: z.string(),
  account: z.string(),
  accountName: z.string(),
  asset: z.string(),
  time: instantText,
  /** What left, fee included; what arrived. Above zero. */
  quantity: decimalText,
  /** "file.csv, line 12". */
  where: z.string(),
});
export type TransferSide = z.output<typeof side>;

const verdict = z.enum(['same', 'apart']);

/** As the ledger keeps what the user says. */
export const keptTransferDecisions = z.array(
  z.strictObject({ departure: z.string(), arrival: z.string(), asset: z.string(), verdict }),
);

export const transferCalls = {
  /** What moved between own accounts as Hedgerow takes it, and the rows that have no other side. Newest first. */
  'transfers.read': query(
    nothing,
    z.strictObject({
      pairs: z.array(
        z.strictObject({
          asset: z.string(),
          departure: side,
          arrival: side,
          /** What was lost on the way: the network's fee. */
          fee: decimalText,
          /** Why the two are taken for one move, in words. */
          why: z.string(),
          /** `said`: you did; `certain`: one transaction's hash; `guess`: by amount and time. */
          by: z.enum(['said', 'certain', 'guess']),
        }),
      ),
      /** Left and arrived nowhere: its coins count in nothing. With the arrivals that it could be. */
      departures: z.array(z.strictObject({ ...side.shape, couldBe: z.array(side) })),
      /** Arrived from nowhere: its cost is unknown. With the departures that it could be. */
      arrivals: z.array(z.strictObject({ ...side.shape, couldBe: z.array(side), isCoin: z.boolean() })),
      decisions: z.array(
        z.strictObject({
          departure: z.string(),
          arrival: z.string(),
          asset: z.string(),
          verdict,
          /** Whether both rows are in the ledger at this moment. */
          inForce: z.boolean(),
        }),
      ),
    }),
  ),
  /**
   * What arrived from nowhere did cost, in the reporting currency, and when it was acquired (a date or a time): a correction
   * that replaces the row, listed among the imports, and undone there.
   */
  'transfers.cost': task(
    z.strictObject({ arrival: z.string().min(1), cost: decimalText, acquired: z.string().min(1).max(40) }),
    z.strictObject({ batch: z.string() }),
    ['transfers.', 'ledger.', 'holdings.', 'targets.', 'plan.', 'imports.', ...aboutFutures],
  ),
  /** Two rows are one move, or they are not; null takes back what was said. */
  'transfers.decide': command(
    z.strictObject({
      departure: z.string().min(1),
      arrival: z.string().min(1),
      asset: z.string().min(1),
      verdict: verdict.nullable(),
    }),
    nothing,
    ['transfers.', 'ledger.', 'holdings.', 'targets.', 'plan.', 'imports.', ...aboutFutures],
  ),
};
