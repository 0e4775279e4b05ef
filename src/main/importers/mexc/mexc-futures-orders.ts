/**
 * MEXC's futures orders: one row an order, at its average price. Closing PNL is before the fee, the fee above zero and in
 * a coin of its own. What was filled counts, whatever the status says.
 * Errors: `import/unknown-pair`, and those of every cell; warnings `import/unclear-type`.
 */
import { mexcFuturesAccount } from '../known-accounts.ts';
import { columnsOf, tableImporter } from '../table/table-importer.ts';
import { readMexcFill } from './mexc-futures-fills.ts';

export const mexcFuturesOrders = tableImporter({
  id: 'mexc-futures-orders',
  name: "MEXC's futures orders",
  exchange: 'MEXC',
  help: 'MEXC: Orders, Futures Orders, Order History, Export. Import the capital flow as well: it has the funding.',
  headers: [
    'UID,Time(UTC+08:00),Futures Trading Pair,Direction,Leverage,Order Type,Order Qty (Cont.),Filled Qty (Cont.),Order Qty (Crypto),Filled Qty (Crypto),Order Qty (Amount),Filled Qty (Amount),Order Price,Average Filled Price,Closing PNL,Trading Fee,Fee-payment Crypto,Status',
  ],
  account: mexcFuturesAccount,
  accountIsChoice: true,
  // Averages of fills: after the trades, before what only sums up.
  ranks: { futures: 2 },
  layouts: [
    {
      variant: 'orders',
      words: 'with or without UID',
      required: columnsOf(
        'time, futures trading pair, direction, leverage, order type, order qty (cont.), filled qty (cont.), order qty (crypto), filled qty (crypto), order qty (amount), filled qty (amount), order price, average filled price, closing pnl, trading fee, fee-payment crypto, status',
      ),
      optional: ['uid'],
    },
  ],
  row: (row) => readMexcFill(row, 'average filled price'),
});
