/** Exports that people bring, that this version does not read: which one to bring in their place. */
import { csvCaps } from './csv/caps.ts';
import { columnNames } from './header.ts';
import type { FileHead } from './importer.ts';

interface Unread {
  /** Columns that only this export has together, in small letters. */
  readonly columns: readonly string[];
  readonly what: string;
  readonly instead: string;
}

/** Source: headers of exports that users of Binance and Coinbase have published. */
const unread: readonly Unread[] = [
  {
    columns: ['agg_trade_id', 'price', 'quantity', 'transact_time'],
    what: "Binance's list of single trades (aggTrades)",
    instead: 'Download the klines of the same market: they have prices and volume.',
  },
];

/** The export that a head is the beginning of; undefined where nobody knows it either. */
export function knownUnread(head: FileHead): Unread | undefined {
  for (const row of head.rows.slice(0, csvCaps.preambleRows)) {
    const names = new Set(columnNames(row).map(({ name }) => name));
    const found = unread.find(({ columns }) => columns.every((column) => names.has(column)));
    if (found !== undefined) return found;
  }
  return undefined;
}
