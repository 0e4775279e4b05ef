import { z } from 'zod';
import { command, query } from './call.ts';
import { nothing } from './texts.ts';

const exchange = z.string().trim().min(1).max(60);
const ticker = z
  .string()
  .trim()
  .regex(/^[\p{L}\p{N}][\p{L}\p{N}._-]{0,29}$/u, 'expected a ticker such as BTC')
  .transform((text) => text.toUpperCase());

export const namedTickers = z.array(
  z.strictObject({ exchange: z.string(), ticker: z.string(), asset: z.string() }),
);

export const tickerCalls = {
  /** What tickers stand for: named by the user, and by Hedgerow's dated table. */
  'tickers.read': query(
    nothing,
    z.strictObject({
      /** Those of the user, which come first. */
      named: namedTickers,
      /** `exchange` null: at every exchange; dates null: at all times. */
      table: z.array(
        z.strictObject({
          exchange: z.string().nullable(),
          ticker: z.string(),
          asset: z.string(),
          from: z.string().nullable(),
          until: z.string().nullable(),
          source: z.string(),
        }),
      ),
      /** Rows with these are kept back until the user names them. */
      inDoubt: z.array(
        z.strictObject({
          ticker: z.string(),
          couldBe: z.array(z.strictObject({ asset: z.string(), words: z.string() })),
          source: z.string(),
        }),
      ),
    }),
  ),
  /** Counts for files that are read from now on; what is stored keeps the name it has. `asset` null takes the name back. */
  'tickers.name': command(z.strictObject({ exchange, ticker, asset: ticker.nullable() }), nothing, [
    'tickers.',
    'imports.',
    'ledger.',
  ]),
};
