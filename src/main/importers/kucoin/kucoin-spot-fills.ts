/**
 * KuCoin's filled orders with order splitting (from 2023): one row a fill. Filled Volume is before the fee, which comes on
 * top in its own coin. The zone stands in the header; without one it is UTC+8. Variants: with or without Tax and Account
 * Mode. Errors: `import/unknown-pair`, and those of every cell.
 */
import { timeZone } from '../../../shared/time/time-zone.ts';
import { kucoinAccount } from '../known-accounts.ts';
import { columnsOf, tableImporter } from '../table/table-importer.ts';
import { kucoinEmpty, readKucoinTrade } from './kucoin-trade.ts';

export const kucoinSpotFills = tableImporter({
  id: 'kucoin-spot-fills',
  name: "KuCoin's spot fills (Filled Orders, Show Order-Splitting)",
  exchange: 'KuCoin',
  help: 'KuCoin: Orders, Spot, Filled Orders, Export, Show Order-Splitting; or Profile, Download Center.',
  headers: [
    'UID,Account Type,Order ID,Symbol,Side,Order Type,Avg. Filled Price,Filled Amount,Filled Volume,Filled Volume (USDT),Filled Time(UTC+02:00),Fee,Maker/Taker,Fee Currency',
    'UID,Account Type,Order ID,Symbol,Side,Order Type,Avg. Filled Price,Filled Amount,Filled Volume,Filled Volume (USDT),Filled Time(UTC+02:00),Fee,Tax,Maker/Taker,Fee Currency,Account Mode',
  ],
  account: kucoinAccount,
  accountIsChoice: true,
  // Fills: before the orders, which are the same trades summed up.
  ranks: { trades: 1 },
  layouts: [
    {
      variant: 'fills',
      words: 'from 2023',
      required: columnsOf(
        'uid, account type, order id, symbol, side, order type, avg. filled price, filled amount, filled volume, filled volume (usdt), filled time, fee, maker/taker, fee currency',
      ),
      optional: ['tax', 'account mode'],
      zone: timeZone('+08:00'),
    },
  ],
  emptyText: kucoinEmpty,
  row: (row) =>
    readKucoinTrade(row, {
      time: 'filled time',
      symbol: 'symbol',
      side: 'side',
      filled: 'filled amount',
      volume: 'filled volume',
      fee: 'fee',
      feeCoin: 'fee currency',
      id: null,
    }),
});
