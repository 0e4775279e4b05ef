/**
 * Binance P2P (C2C) order history: coins for money that goes from bank to bank. The statement has the coins only.
 * Errors: `import/unknown-word`, `import/missing-value`, and those of every cell.
 */
import { negate } from '../../../shared/num/arithmetic.ts';
import { binanceAccount } from '../known-accounts.ts';
import { finalStates } from '../table/final-states.ts';
import { leg } from '../table/legs.ts';
import { sideWords } from '../table/side-words.ts';
import { columnsOf, tableImporter } from '../table/table-importer.ts';
import type { TableRow } from '../table/table-row.ts';

export const binanceP2p = tableImporter({
  id: 'binance-p2p',
  name: 'Binance P2P Order History',
  exchange: 'Binance',
  help: 'Binance: Orders, P2P Order, Export P2P Order History.',
  headers: ['Order Number,Created Time,Order Type,Asset,Quantity,Total Price,Fiat Type,Counterparty,Status'],
  account: binanceAccount,
  accountIsChoice: true,
  // What was paid stands nowhere else.
  ranks: { trades: 1 },
  layouts: [
    {
      variant: 'p2p',
      words: 'orders',
      required: columnsOf(
        'order number,created time,order type,asset,quantity,total price,fiat type,counterparty,status',
      ),
    },
  ],
  row: readRow,
});

function readRow(row: TableRow): void {
  const hasMoved = row.word('status', finalStates);
  if (hasMoved === false) return row.ignored('not-final');
  const time = row.time('created time');
  const side = row.word('order type', sideWords);
  const coin = row.needed('asset');
  const money = row.needed('fiat type');
  const quantity = row.positive('quantity');
  const price = row.positive('total price');
  if (!row.isGood || !time || !side || !quantity || !price) return;
  const isBuy = side === 'buy';
  row.emit({
    time,
    kind: side,
    legs: [
      ...leg(row.account, row.asset(coin, time), isBuy ? quantity.value : negate(quantity.value)),
      ...leg(row.account, row.asset(money, time), isBuy ? negate(price.value) : price.value),
    ],
    externalId: row.text('order number'),
    note: 'P2P order: the money went from bank to bank',
  });
}
