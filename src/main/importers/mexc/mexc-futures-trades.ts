/**
 * MEXC's futures trades: one row a fill. Closing PNL is before the fee, the fee above zero and in a coin of its own.
 * Errors: `import/unknown-pair`, and those of every cell; warnings `import/unclear-type`.
 */
import { mexcFuturesAccount } from '../known-accounts.ts';
import { columnsOf, tableImporter } from '../table/table-importer.ts';
import { readMexcFill } from './mexc-futures-fills.ts';

export const mexcFuturesTrades = tableImporter({
  id: 'mexc-futures-trades',
  name: "MEXC's futures trades",
  exchange: 'MEXC',
  help: 'MEXC: Orders, Futures Orders, Trade History, Export. Import the capital flow as well: it has the funding.',
  headers: [
    'UID,Time(UTC+00:00),Futures Trading Pair,Direction,Order Type,Filled Qty (Cont.),Filled Qty (Crypto),Filled Qty (Amount),Filled Price,Trading Fee,Fee-payment Crypto,Role,Closing PNL',
  ],
  account: mexcFuturesAccount,
  accountIsChoice: true,
  // The fills themselves.
  ranks: { futures: 1 },
  layouts: [
    {
      variant: 'trades',
      words: 'with roles',
      required: columnsOf(
        'time, futures trading pair, direction, order type, filled qty (cont.), filled qty (crypto), filled qty (amount), filled price, trading fee, fee-payment crypto, role, closing pnl',
      ),
      optional: ['uid'],
    },
  ],
  row: (row) => readMexcFill(row, 'filled price'),
});
