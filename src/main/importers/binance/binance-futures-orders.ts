/**
 * Binance futures order history: one row an order, without fee, profit or single fills. It is there to compare with.
 *
 * Orders of which nothing was executed are left out. A row of COIN-M counts contracts.
 * Errors: `import/unknown-word`, `import/missing-value`, those of every cell; warning `import/without-fees`.
 */
import { contractId } from '../../../shared/domain/contract-spec.ts';
import { isZero } from '../../../shared/num/arithmetic.ts';
import { isCoinMargined } from '../binance-pairs.ts';
import { binanceFuturesAccount } from '../known-accounts.ts';
import { sideWords } from '../table/side-words.ts';
import { columnsOf, tableImporter } from '../table/table-importer.ts';
import type { TableRow } from '../table/table-row.ts';
import { positionSides } from './position-sides.ts';

export const binanceFuturesOrders = tableImporter({
  id: 'binance-futures-orders',
  name: 'Binance Futures Order History (USD-M, COIN-M)',
  exchange: 'Binance',
  help: 'Binance: Orders, Futures Order, Order History, Export. It is only compared: import the Trade History and the Transaction History, which have fees and profits.',
  headers: [
    'Uid,Time(UTC),Symbol,Type,Side,Position Side,Price,Average Price,Amount,Executed Amount,Executed Quote Amount,Stop Price,Status,Client Order Id,Time In Force,Activate Price,Price Rate,Update Time,Order No',
  ],
  account: binanceFuturesAccount,
  accountIsChoice: true,
  // Neither fees nor profits nor single fills: the last to be believed.
  ranks: { futures: 5 },
  layouts: [
    {
      variant: 'orders',
      words: 'orders',
      required: columnsOf(
        'time,symbol,type,side,position side,price,average price,amount,executed amount,executed quote amount,stop price,status,client order id,time in force,activate price,price rate,update time,order no',
      ),
      optional: ['uid'],
    },
  ],
  aliases: { date: 'time' },
  row: readRow,
});

function readRow(row: TableRow): void {
  const quantity = row.statedSize('executed amount');
  if (quantity !== undefined && isZero(quantity.value)) return row.ignored('not-final');
  const time = row.time(row.text('update time') === '' ? 'time' : 'update time');
  const symbol = row.needed('symbol').toUpperCase();
  const side = row.word('side', sideWords);
  const positionSide = row.word('position side', positionSides);
  const price = row.price('average price');
  if (!row.isGood || !time || !side || !positionSide || !price || !quantity) return;
  row.warn('import/without-fees', { what: "Binance's futures order history" });
  const contract = contractId(isCoinMargined(symbol) ? 'binance-cm' : 'binance-um', symbol);
  row.emit({
    time,
    kind: 'futures-fill',
    legs: [],
    fill: {
      account: row.account,
      contract,
      side,
      positionSide,
      quantity: quantity.value,
      price: price.value,
    },
    note: `Order ${row.text('type')} ${row.text('order no')}: the average of its fills`,
  });
}
