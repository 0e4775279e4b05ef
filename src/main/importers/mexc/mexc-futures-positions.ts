/**
 * MEXC's futures positions, one row a position that was closed, and its copy trades.
 *
 * Whether Realized PNL is before or after the fee (and the funding) nobody has stated: it counts as it stands, once, and
 * a warning says so. Errors: `import/unknown-pair`, and those of every cell.
 */
import { mexcFuturesAccount } from '../known-accounts.ts';
import { finalStates } from '../table/final-states.ts';
import { leg } from '../table/legs.ts';
import { columnsOf, tableImporter } from '../table/table-importer.ts';
import type { TableRow } from '../table/table-row.ts';
import { mexcSettleOf } from './mexc-futures-fills.ts';
import { mexcContract } from './mexc-symbols.ts';

export const mexcFuturesPositions = tableImporter({
  id: 'mexc-futures-positions',
  name: "MEXC's futures positions",
  exchange: 'MEXC',
  help: 'MEXC: Orders, Futures Orders, Position History, Export. It sums up what the trade history says fill by fill.',
  headers: [
    'UID,Futures,Open Time(UTC+00:00),Close Time,Margin Mode,Avg Entry Price,Avg Close Price,Direction,Closing Qty (Cont.),Fee,Realized PNL,Status',
    'UID,copy_trader_uid,copy_state,futures,used_margin,leverage,open_type,vol(Cont),copy_amount(USDT),deal_avg_price,close_avg_price,Position Profit/Loss(USDT),fee,create_time(UTC+00:00),close_time(UTC+00:00)',
  ],
  account: mexcFuturesAccount,
  accountIsChoice: true,
  // A sum over fills that the trade history lists one by one: it counts only where there is nothing else.
  ranks: { futures: 9 },
  layouts: [
    {
      variant: 'positions',
      words: 'with or without UID',
      required: columnsOf(
        'futures, open time, close time, margin mode, avg entry price, avg close price, direction, closing qty (cont.), fee, realized pnl, status',
      ),
      optional: ['uid'],
    },
    {
      variant: 'copies',
      words: 'of copied trades',
      required: columnsOf(
        'copy_trader_uid, copy_state, futures, used_margin, leverage, open_type, vol(cont), copy_amount(usdt), avg entry price, avg close price, realized pnl, fee, open time, close time',
      ),
      optional: ['uid'],
    },
  ],
  aliases: {
    deal_avg_price: 'avg entry price',
    close_avg_price: 'avg close price',
    'position profit/loss(usdt)': 'realized pnl',
    create_time: 'open time',
    close_time: 'close time',
  },
  row: readRow,
});

const states: ReadonlyMap<string, boolean> = new Map([...finalStates, ['closed', true]]);

function readRow(row: TableRow): void {
  if (row.has('status') && row.word('status', states) === false) return row.ignored('not-final');
  const time = row.time('close time');
  const opened = row.time('open time');
  const symbol = row.needed('futures');
  const profit = row.stated('realized pnl');
  const asset = symbol === '' || time === undefined ? undefined : mexcSettleOf(row, symbol, time);
  if (!row.isGood || !time || !opened || !profit || !asset) return;
  row.warn('import/layout-not-confirmed', { what: 'whether the profit is before or after the fee' });
  const known = mexcContract(symbol);
  row.emit({
    time,
    opened,
    kind: 'closed-position',
    legs: leg(row.account, asset, profit.value, 'profit'),
    note: `${row.text('direction')} from ${row.text('avg entry price')} to ${row.text('avg close price')}; fee ${row.text('fee')}, not said whether it is inside`,
    ...(known !== null && { contract: known.contract }),
  });
}
