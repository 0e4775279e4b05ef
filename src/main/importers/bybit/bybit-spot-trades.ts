/**
 * Bybit's spot trade history: one row a fill.
 *
 * Variants: 2024, whose fee is in the coin received; 2026, with the fee in ExecFeeV2 and its coin beside it (Fees is then
 * `--`). Filled Value is gross of the fee. Times have no seconds (`14:35 2024-11-16`).
 * Errors: `import/unknown-pair`, and those of every cell.
 */
import type { AssetId } from '../../../shared/domain/asset.ts';
import { type Instant } from '../../../shared/time/instant.ts';
import { isBlank } from '../cells/decimals.ts';
import { tradeKind, tradeLegs } from '../cells/trades.ts';
import { bybitUnifiedAccount } from '../known-accounts.ts';
import { sideWords } from '../table/side-words.ts';
import { columnsOf, tableImporter } from '../table/table-importer.ts';
import type { TableRow } from '../table/table-row.ts';
import { bybitPair } from './bybit-symbols.ts';

const columns = columnsOf(
  'spot pairs, order type, direction, filled value, filled price, filled quantity, fees, transaction id, order no., timestamp',
);

export const bybitSpotTrades = tableImporter({
  id: 'bybit-spot-trades',
  name: "Bybit's spot trade history",
  exchange: 'Bybit',
  help: 'Bybit: Orders, Spot Order, Trade History, Export. At most six months a file.',
  headers: [
    'Spot Pairs,Order Type,Direction,Filled Value,Filled Price,Filled Quantity,Fees,Transaction ID,Order No.,Timestamp (UTC)',
    'Spot Pairs,Order Type,Direction,feeCoin,ExecFeeV2,Filled Value,Filled Price,Filled Quantity,Fees,Transaction ID,Order No.,Timestamp (UTC)',
  ],
  account: bybitUnifiedAccount,
  accountIsChoice: true,
  // Fills with their fees, but without seconds and balances: the log of the same account goes before it.
  ranks: { trades: 2 },
  layouts: [
    { variant: '2024', words: 'of 2024', required: columns },
    { variant: '2026', words: 'from 2026', required: [...columns, 'feecoin', 'execfeev2'] },
  ],
  row: readRow,
});

function readRow(row: TableRow): void {
  const time = row.time('timestamp');
  const side = row.word('direction', sideWords);
  const symbol = row.needed('spot pairs').toUpperCase();
  const pair = symbol === '' ? null : bybitPair(symbol);
  if (symbol !== '' && pair === null) row.error('import/unknown-pair', { pair: symbol }, symbol);
  const executed = row.positive('filled quantity');
  const value = row.positive('filled value');
  const feeColumn = isBlank(row.text('fees')) ? 'execfeev2' : 'fees';
  const fee = row.quantity(feeColumn);
  if (!row.isGood || !time || !side || pair === null || !executed || !value || !fee) return;
  const base = { asset: row.asset(pair.base, time), quantity: executed.value };
  const quote = { asset: row.asset(pair.quote, time), quantity: value.value };
  const [received, given] = side === 'buy' ? [base, quote] : [quote, base];
  const feeCoin = fee.text === '0' ? received.asset : coinOfFee(row, received.asset, time);
  const id = row.text('transaction id');
  row.emit({
    time,
    kind: tradeKind(received.asset, given.asset, side),
    legs: tradeLegs(row.account, received, given, { asset: feeCoin, quantity: fee.value }),
    ...(id !== '' && { externalId: id }),
  });
}

/** Files of 2024 name no coin: fees seen were in what was received. */
function coinOfFee(row: TableRow, received: AssetId, time: Instant): AssetId {
  const coin = row.text('feecoin');
  if (!isBlank(coin)) return row.asset(coin, time);
  row.warn('import/fee-coin-assumed', { fee: row.text('fees'), asset: received });
  return received;
}
