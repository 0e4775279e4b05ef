/** A spot trade of KuCoin as all its layouts state it, under names of their own. */
import { isZero } from '../../../shared/num/arithmetic.ts';
import { tradeKind } from '../cells/trades.ts';
import { costLeg, tradePrincipals } from '../table/legs.ts';
import { sideWords } from '../table/side-words.ts';
import { slashPair } from '../table/slash-pair.ts';
import type { TableRow } from '../table/table-row.ts';

/** The columns that hold what a trade is made of. */
export interface TradeColumns {
  readonly time: string;
  readonly symbol: string;
  readonly side: string;
  /** Of the coin that is traded. */
  readonly filled: string;
  /** Of the coin that pays, before the fee. */
  readonly volume: string;
  /** null: the layout has none. */
  readonly fee: string | null;
  /** null: the fee is in the coin that pays. */
  readonly feeCoin: string | null;
  readonly id: string | null;
}

/** What was filled counts, whatever a status says. In: `note`, what to remember of the layout. */
export function readKucoinTrade(row: TableRow, columns: TradeColumns, note?: string): void {
  const filled = row.statedSize(columns.filled);
  if (filled !== undefined && isZero(filled.value)) return row.ignored('not-final');
  const time = row.time(columns.time);
  const side = row.word(columns.side, sideWords);
  const symbol = row.needed(columns.symbol);
  const pair = slashPair(symbol);
  if (symbol !== '' && pair === null) row.error('import/unknown-pair', { pair: symbol }, symbol);
  const volume = row.positive(columns.volume);
  const fee = row.quantity(columns.fee ?? '');
  if (!row.isGood || !time || !side || pair === null || !filled || !volume || !fee) return;
  const base = { asset: row.asset(pair.base, time), quantity: filled.value };
  const quote = { asset: row.asset(pair.quote, time), quantity: volume.value };
  const [received, given] = side === 'buy' ? [base, quote] : [quote, base];
  const feeCoin = row.text(columns.feeCoin ?? '');
  const id = row.text(columns.id ?? '');
  row.emit({
    time,
    kind: tradeKind(received.asset, given.asset, side),
    legs: [
      ...tradePrincipals(row.account, received, given),
      ...costLeg(row.account, feeCoin === '' ? quote.asset : row.asset(feeCoin, time), fee.value),
    ],
    ...(id !== '' && { externalId: id }),
    ...(note !== undefined && { note }),
  });
}

/** What stands in files of the bundle that have no rows. */
export const kucoinEmpty = 'No matching records found.';
