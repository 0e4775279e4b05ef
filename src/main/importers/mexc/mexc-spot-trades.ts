/**
 * MEXC's spot trades: one row a fill. A fee without a coin is in the quote coin; later files glue the coin to it.
 * Errors: `import/unknown-pair`, and those of every cell.
 */
import type { AssetId } from '../../../shared/domain/asset.ts';
import type { Instant } from '../../../shared/time/instant.ts';
import { splitAmount } from '../cells/amounts.ts';
import { tradeKind, tradeLegs } from '../cells/trades.ts';
import { mexcAccount } from '../known-accounts.ts';
import { sideWords } from '../table/side-words.ts';
import { slashPair } from '../table/slash-pair.ts';
import { columnsOf, tableImporter } from '../table/table-importer.ts';
import type { TableRow } from '../table/table-row.ts';

export const mexcSpotTrades = tableImporter({
  id: 'mexc-spot-trades',
  name: "MEXC's spot trades",
  exchange: 'MEXC',
  help: 'MEXC: Orders, Spot Orders, Trade History, Export. It has the fees, which the order history has not.',
  headers: ['UID,Pairs,Time,Side,Filled Price,Executed Amount,Total,Fee,Role'],
  account: mexcAccount,
  accountIsChoice: true,
  // Fills with their fees: before orders, which have none, and before the statement.
  ranks: { trades: 1 },
  layouts: [
    {
      variant: 'trades',
      words: 'with or without UID',
      required: columnsOf('pairs, time, side, filled price, executed amount, total, fee, role'),
      optional: ['uid'],
    },
  ],
  row: readRow,
});

function readRow(row: TableRow): void {
  const time = row.time();
  const side = row.word('side', sideWords);
  const symbol = row.needed('pairs');
  const pair = slashPair(symbol);
  if (symbol !== '' && pair === null) row.error('import/unknown-pair', { pair: symbol }, symbol);
  const executed = row.positiveOf(splitAmount(row.text('executed amount')).number, 'executed amount');
  const total = row.positiveOf(splitAmount(row.text('total')).number, 'total');
  const feeCell = splitAmount(row.text('fee'));
  const fee = row.quantityOf(feeCell.number, 'fee');
  if (!row.isGood || !time || !side || pair === null || !executed || !total || !fee) return;
  const base = { asset: row.asset(pair.base, time), quantity: executed.value };
  const quote = { asset: row.asset(pair.quote, time), quantity: total.value };
  const [received, given] = side === 'buy' ? [base, quote] : [quote, base];
  const feeCoin = fee.text === '0' ? quote.asset : coinOfFee(row, feeCell.unit, quote.asset, time);
  row.emit({
    time,
    kind: tradeKind(received.asset, given.asset, side),
    legs: tradeLegs(row.account, received, given, { asset: feeCoin, quantity: fee.value }),
  });
}

function coinOfFee(row: TableRow, unit: string, quote: AssetId, time: Instant): AssetId {
  if (unit !== '') return row.asset(unit, time);
  row.warn('import/fee-coin-assumed', { fee: row.text('fee'), asset: quote });
  return quote;
}
