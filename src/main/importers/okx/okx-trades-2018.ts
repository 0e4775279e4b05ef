/**
 * OKEx's trades of 2018 and 2019: a trade is two rows, what was bought and what was sold, with one time and no id.
 * Times are China's (UTC+8, which some rows say as CST). Size is before the fee, which is below zero. Errors: those of every cell.
 */
import { isNegative, isZero, negate } from '../../../shared/num/arithmetic.ts';
import { epochMs } from '../../../shared/time/instant.ts';
import { timeZone } from '../../../shared/time/time-zone.ts';
import { okxTradingAccount } from '../known-accounts.ts';
import { feeLeg, leg, withBalance } from '../table/legs.ts';
import { columnsOf, tableImporter } from '../table/table-importer.ts';
import type { TableRow } from '../table/table-row.ts';

export const okxTrades2018 = tableImporter({
  id: 'okx-trades-2018',
  name: "OKEx's trades, 2018 to 2019",
  exchange: 'OKX',
  help: 'OKEx: History, Spot, Export (to 2019).',
  headers: ['time,type,size,balance,fee,currency'],
  account: okxTradingAccount,
  accountIsChoice: true,
  // Later exports state more of the same trades.
  ranks: { trades: 3 },
  layouts: [
    {
      variant: '2018',
      words: '2018 to 2019',
      required: columnsOf('time, type, size, balance, fee, currency'),
      zone: timeZone('+08:00'),
    },
  ],
  mended: (cells) => cells.map((cell) => (cell.endsWith(' CST') ? cell.slice(0, -4) : cell)),
  row: readRow,
});

function readRow(row: TableRow): void {
  const time = row.time();
  const type = row.needed('type').toLowerCase();
  const currency = row.needed('currency');
  const size = row.stated('size');
  const fee = row.quantity('fee');
  const after = row.optional('balance');
  if (!row.isGood || !time || !size || !fee) return;
  if (isZero(size.value) && isZero(fee.value)) return row.ignored('nothing-moved');
  const isHalf = type === 'buy' || type === 'sell';
  if (!isHalf) row.warn('import/unknown-type', { type }, type);
  const asset = row.asset(currency, time);
  const quantity = type === 'sell' && !isNegative(size.value) ? negate(size.value) : size.value;
  row.emit({
    time,
    kind: 'balance-change',
    legs: withBalance(
      [...leg(row.account, asset, quantity), ...feeLeg(row.account, asset, fee.value)],
      after,
    ),
    note: isHalf ? 'One side of a spot trade.' : type,
    ...(isHalf && { part: { assembly: 'group', group: `${epochMs(time)}`, operation: type } }),
  });
}
