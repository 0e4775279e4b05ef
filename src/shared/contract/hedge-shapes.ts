/** What the calls about hedge legs, their checks and the watch have in common. */
import { z } from 'zod';
import { dateText, decimalText, instantText, side } from './texts.ts';

export const unit = z.enum(['contracts', 'base', 'quote']);
export const direction = z.enum(['long', 'short']);
export const positionSide = z.enum(['one-way', 'long', 'short']);
export const marginMode = z.enum(['cross', 'isolated']);
export const legState = z.enum(['planned', 'opened', 'adjusted', 'rolled', 'closed']);

/** An amount of an asset, with what it is worth in the reporting currency; null where nobody knows. */
export const amount = z.strictObject({
  asset: z.string(),
  quantity: decimalText,
  value: decimalText.nullable(),
});

/** "position:<contract>@<account>", with ":long" or ":short" where the sides are kept apart: also what `holdings.explain` takes. */
export const positionId = z.string().min(1).max(500);

export const fill = z.strictObject({
  event: z.string(),
  time: instantText,
  date: dateText,
  contract: z.string(),
  symbol: z.string(),
  account: z.string(),
  accountName: z.string(),
  side,
  quantity: decimalText,
  unit,
  quote: z.string(),
  price: decimalText,
  positionSide,
  /** What it did to its leg. */
  did: z.enum(['opens', 'adds', 'reduces', 'closes', 'rolls-out', 'rolls-in']),
  file: z.string(),
  line: z.number().int(),
});

export const record = z.strictObject({
  sequence: z.number().int(),
  recordedAt: instantText,
  kind: z.string(),
  hash: z.string(),
  words: z.string(),
});

export const order = z.strictObject({
  asset: z.string(),
  contract: z.string(),
  side,
  quantity: decimalText,
  unit,
  quote: z.string(),
  reduceOnly: z.boolean(),
  positionSide,
  /** The position that it changes; null where it opens one. */
  position: positionId.nullable(),
  marginMode: marginMode.nullable(),
  coins: decimalText,
  notional: decimalText,
  /** "Buy 0.02 BTC of BTCUSDT_261225, reduce-only." */
  words: z.string(),
});

/** One thing that was looked at, with what came of it. */
export const checked = z.strictObject({ check: z.string(), passed: z.boolean(), words: z.string() });

/** Ids and names as a caller gives them: of a leg, a plan, a contract, an account. */
export const givenId = z.string().min(1).max(200);
