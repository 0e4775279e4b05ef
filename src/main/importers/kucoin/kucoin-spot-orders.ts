/**
 * KuCoin's filled orders (from 2023): one row an order. What was filled counts, also of `part_deal`; order amounts do not.
 * Filled Volume is before the fee, which comes on top in its own coin. Variants: with or without Tax and Account Mode.
 * Errors: `import/unknown-pair`, and those of every cell.
 */
import { timeZone } from '../../../shared/time/time-zone.ts';
import { kucoinAccount } from '../known-accounts.ts';
import { columnsOf, tableImporter } from '../table/table-importer.ts';
import { kucoinEmpty, readKucoinTrade } from './kucoin-trade.ts';

export const kucoinSpotOrders = tableImporter({
  id: 'kucoin-spot-orders',
  name: "KuCoin's spot orders (Filled Orders)",
  exchange: 'KuCoin',
  help: 'KuCoin: Orders, Spot, Filled Orders, Export; or Profile, Download Center. Order-Splitting has each fill: prefer it.',
  headers: [
    'UID,Account Type,Order ID,Order Time(UTC+02:00),Symbol,Side,Order Type,Order Price,Order Amount,Avg. Filled Price,Filled Amount,Filled Volume,Filled Volume (USDT),Filled Time(UTC+02:00),Fee,Fee Currency,Status',
    'UID,Account Type,Order ID,Order Time(UTC+02:00),Symbol,Side,Order Type,Order Price,Order Amount,Avg. Filled Price,Filled Amount,Filled Volume,Filled Volume (USDT),Filled Time(UTC+02:00),Fee,Fee Currency,Tax,Status,Account Mode',
  ],
  account: kucoinAccount,
  accountIsChoice: true,
  // The fills of the same orders go before it.
  ranks: { trades: 2 },
  layouts: [
    {
      variant: 'orders',
      words: 'from 2023',
      required: columnsOf(
        'uid, account type, order id, order time, symbol, side, order type, order price, order amount, avg. filled price, filled amount, filled volume, filled volume (usdt), filled time, fee, fee currency, status',
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
      id: 'order id',
    }),
});
