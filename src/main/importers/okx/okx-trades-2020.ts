/**
 * OKEx's trades of 2020: one row a fill. Amount is signed and before the fee; Total has the opposite sign and names its
 * coin; the fee is below zero and names its coin. A mark of byte order stands before every field.
 * Errors: those of every cell.
 */
import { isNegative } from '../../../shared/num/arithmetic.ts';
import { splitAmount } from '../cells/amounts.ts';
import { tradeKind } from '../cells/trades.ts';
import { okxTradingAccount } from '../known-accounts.ts';
import { feeLeg, leg } from '../table/legs.ts';
import { columnsOf, tableImporter } from '../table/table-importer.ts';
import type { TableRow } from '../table/table-row.ts';

export const okxTrades2020 = tableImporter({
  id: 'okx-trades-2020',
  name: "OKEx's trades of 2020",
  exchange: 'OKX',
  help: 'OKEx: History, Spot, Trade history, Export (2020).',
  headers: ['Order ID,Trade ID,Trade Time,Pairs,Amount,Price,Total,taker/maker,Fee,unit'],
  account: okxTradingAccount,
  accountIsChoice: true,
  // The trading history has the same trades with the balances.
  ranks: { trades: 2 },
  layouts: [
    {
      variant: '2020',
      words: '2020',
      required: columnsOf(
        'order id, trade id, trade time, pairs, amount, price, total, taker/maker, fee, unit',
      ),
    },
  ],
  row: readRow,
});

function readRow(row: TableRow): void {
  const time = row.time('trade time');
  const unit = row.needed('unit');
  const totalCell = splitAmount(row.needed('total'));
  const feeCell = splitAmount(row.text('fee'));
  const amount = row.stated('amount');
  const total = row.quantityOf(totalCell.number, 'total');
  const fee = row.quantityOf(feeCell.number, 'fee');
  if (totalCell.unit === '' && row.isGood) row.error('import/unknown-pair', { pair: row.text('pairs') });
  if (!row.isGood || !time || !amount || !total || !fee) return;
  if (isNegative(amount.value) === isNegative(total.value)) {
    const values = { parts: `${amount.text} ${unit}`, change: `${total.text} ${totalCell.unit}` };
    return row.error('import/parts-disagree', values);
  }
  const base = row.asset(unit, time);
  const quote = row.asset(totalCell.unit, time);
  const feeCoin = feeCell.unit === '' ? base : row.asset(feeCell.unit, time);
  const isBuy = !isNegative(amount.value);
  const legs = [...leg(row.account, base, amount.value), ...leg(row.account, quote, total.value)];
  row.emit({
    time,
    kind: isBuy ? tradeKind(base, quote, 'buy') : tradeKind(quote, base, 'sell'),
    legs: [...(isBuy ? legs : legs.toReversed()), ...feeLeg(row.account, feeCoin, fee.value)],
    externalId: row.text('trade id'),
  });
}
