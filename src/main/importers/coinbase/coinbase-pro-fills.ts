/**
 * Fills of Coinbase Pro: one row a fill. Total has the fee in it: a buy's is below zero (what was paid in all), a
 * sell's above (what came after the fee). Errors: `import/unknown-word` and those of every cell.
 */
import { absolute, add, isNegative, subtract } from '../../../shared/num/arithmetic.ts';
import { utc } from '../../../shared/time/time-zone.ts';
import { tradeKind } from '../cells/trades.ts';
import type { Importer } from '../importer.ts';
import { coinbaseProAccount } from '../known-accounts.ts';
import { costLeg, leg } from '../table/legs.ts';
import { sideWords } from '../table/side-words.ts';
import { columnsOf, tableImporter } from '../table/table-importer.ts';
import type { TableRow } from '../table/table-row.ts';
import { negate } from '../../../shared/num/arithmetic.ts';

export const coinbaseProFills: Importer = tableImporter({
  id: 'coinbase-pro-fills',
  name: 'Coinbase Pro fills',
  exchange: 'Coinbase',
  help: 'Coinbase Pro (since 2022 in Coinbase: Profile, Statements, Coinbase Pro): Fills report, all products, CSV. The account statement has the deposits and withdrawals as well.',
  headers: [
    'trade id,product,side,created at,size,size unit,price,fee,total,price/fee/total unit',
    'portfolio,trade id,product,side,created at,size,size unit,price,fee,total,price/fee/total unit',
  ],
  account: coinbaseProAccount,
  accountIsChoice: true,
  // Behind the account statement, which has the same fills and everything else.
  ranks: { trades: 2 },
  layouts: [
    {
      variant: 'fills',
      required: columnsOf(
        'trade id, product, side, created at, size, size unit, price, fee, total, price/fee/total unit',
      ),
      optional: ['portfolio'],
      words: 'with or without portfolios',
      zone: utc,
    },
  ],
  row: readRow,
});

function readRow(row: TableRow): void {
  const time = row.time('created at');
  const side = row.word('side', sideWords);
  const [coin, money] = [row.needed('size unit'), row.needed('price/fee/total unit')];
  const [size, fee, total] = [row.positive('size'), row.quantity('fee'), row.stated('total')];
  if (!row.isGood || !time || !side || !size || !fee || !total) return;
  const isBuy = side === 'buy';
  if (isBuy !== isNegative(total.value))
    return row.error('import/unexpected-sign', { column: 'total', text: total.text, side });
  const [base, quote] = [row.asset(coin, time), row.asset(money, time)];
  const paid = isBuy ? subtract(absolute(total.value), fee.value) : add(total.value, fee.value);
  row.emit({
    time,
    kind: isBuy ? tradeKind(base, quote, side) : tradeKind(quote, base, side),
    legs: [
      ...leg(row.account, base, isBuy ? size.value : negate(size.value)),
      ...leg(row.account, quote, isBuy ? negate(paid) : paid),
      ...costLeg(row.account, quote, fee.value),
    ],
    externalId: row.text('trade id'),
    note: row.text('product'),
  });
}
