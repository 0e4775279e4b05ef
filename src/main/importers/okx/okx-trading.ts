/**
 * OKX's trading history (bills of the trading account): one row a change of one currency's balance.
 *
 * Variants: 2021 (two columns "Unit"), 2023 (19 columns), 2025 (17 columns), with or without five columns in dollars, with
 * or without a line above the header that states the zone. A spot fill is two rows of one order: Buy is what was
 * received and Sell what was given, whatever side the order had. Balance Change is net of the fee; Trading Unit is not the
 * row's asset, Balance Unit is. PnL is before fees, fees are below zero, funding stands in PnL.
 * Errors: those of every cell; warnings `import/unknown-type`, `import/type-not-confirmed`, `import/id-rounded`,
 * `import/parts-disagree`, `import/unclear-type`.
 */
import { okxTradingAccount } from '../known-accounts.ts';
import { columnsOf, tableImporter } from '../table/table-importer.ts';
import type { TableRow } from '../table/table-row.ts';
import { readBill } from './okx-bill.ts';
import { emitOkxDerivative } from './okx-derivatives.ts';
import { emitOkxMove, emitOkxSpotHalf } from './okx-spot.ts';

const shared = columnsOf(
  'id, order id, time, trade type, symbol, action, amount, trading unit, pnl, fee, position change, position balance, balance change, balance',
);
const from2023 = [...shared, ...columnsOf('filled price, fee unit, balance unit')];
const dollars = columnsOf('filled_price-usd, pnl-usd, fee-usd, balance-usd, balance_change-usd');

export const okxTrading = tableImporter({
  id: 'okx-trading',
  name: "OKX's trading history",
  exchange: 'OKX',
  help: 'OKX: Assets, Order center or Account statement, Trading history, Export. The line above the header states the time zone: leave it in.',
  headers: [
    'id,Order id,Time,Trade Type,Instrument,Type,Amount,Unit,PL,Fee,Position Change,Position Balance,Balance Change,Balance,Unit',
    'id,Order id,Time,Trade Type,Symbol,Action,Amount,Trading Unit,Filled Price,Filled Price Unit,PnL,Fee,Fee Unit,Position Change,Position Balance,Position Unit,Balance Change,Balance,Balance Unit',
    'id,Order id,Time,Trade Type,Symbol,Action,Amount,Trading Unit,Filled Price,PnL,Fee,Fee Unit,Position Change,Position Balance,Balance Change,Balance,Balance Unit',
  ],
  account: okxTradingAccount,
  accountIsChoice: true,
  idIsUnique: true,
  // Every change of every balance of the account, fills and funding alike: positions history only sums them up.
  ranks: { trades: 1, moves: 1, futures: 1, funding: 1 },
  layouts: [
    { variant: '2021', words: '2021 to 2022', required: [...shared, 'trading unit 2'] },
    {
      variant: '2023',
      words: 'from 2023',
      required: from2023,
      optional: ['filled price unit', 'position unit', ...dollars],
    },
  ],
  aliases: { instrument: 'symbol', type: 'action', unit: 'trading unit', pl: 'pnl' },
  row: readRow,
});

function readRow(row: TableRow): void {
  const bill = readBill(row);
  if (bill === undefined) return;
  switch (bill.tradeType.toLowerCase()) {
    case 'spot':
      return emitOkxSpotHalf(row, bill);
    case 'margin':
      row.warn('import/type-not-confirmed', { type: bill.tradeType }, bill.tradeType);
      return emitOkxSpotHalf(row, bill);
    case 'transfer':
      return emitOkxMove(row, bill);
    default:
      return emitOkxDerivative(row, bill);
  }
}
