/**
 * Bitfinex trades: one row a fill. The amount is signed, the fee is negative, what was paid is amount × price.
 *
 * Two headers, with and without the fee's percentage. Times have two-digit years, the day or the month first: decided over
 * the whole file, or asked. Trades of derivatives are refused: nobody has shown how their profit is written.
 * Errors: `import/date-order-unknown`, `import/unknown-pair`, `import/not-positive`, and those of every cell.
 */
import { isNegative, isZero, negate } from '../../../shared/num/arithmetic.ts';
import { isBlank } from '../cells/decimals.ts';
import { tradeKind } from '../cells/trades.ts';
import type { Importer } from '../importer.ts';
import { bitfinexAccount } from '../known-accounts.ts';
import { feeLeg, leg } from '../table/legs.ts';
import { columnsOf, tableImporter } from '../table/table-importer.ts';
import type { TableRow } from '../table/table-row.ts';

const table = tableImporter({
  id: 'bitfinex-trades',
  name: 'Bitfinex trades',
  exchange: 'Bitfinex',
  help: 'Bitfinex: Reports, Trades, Export, CSV.',
  headers: [
    '#,PAIR,AMOUNT,PRICE,FEE,FEE PERC,FEE CURRENCY,DATE,ORDER ID',
    '#,PAIR,AMOUNT,PRICE,FEE,FEE CURRENCY,DATE,ORDER ID',
  ],
  account: bitfinexAccount,
  accountIsChoice: true,
  // Price and fee of each fill; the ledger has their halves.
  ranks: { trades: 1 },
  layouts: [
    {
      variant: 'trades',
      words: 'trades',
      required: columnsOf('#,pair,amount,price,fee,fee currency,date,order id'),
      optional: ['fee perc'],
    },
  ],
  row: readRow,
});

export const bitfinexTrades: Importer = {
  ...table,
  detect: (head) => {
    const detection = table.detect(head);
    return detection === null ? null : { ...detection, dateColumns: ['date'] };
  },
};

/** "BTC/USD", "DUSK:USD"; derivatives have pairs such as "BTCF0/USTF0". */
const pairText = /^(?<base>[A-Z0-9]+)[/:](?<quote>[A-Z0-9]+)$/u;

function readRow(row: TableRow): void {
  const time = row.time('date');
  const text = row.needed('pair').toUpperCase();
  const { base = '', quote = '' } = pairText.exec(text)?.groups ?? {};
  if (text !== '' && (base === '' || base.endsWith('F0'))) {
    row.error('import/unknown-pair', { pair: text }, text);
  }
  const amount = row.stated('amount');
  if (amount !== undefined && isZero(amount.value)) row.positive('amount');
  const price = row.price('price');
  const fee = row.quantity('fee');
  const hasFee = fee !== undefined && !isZero(fee.value);
  const feeCoin =
    hasFee && isBlank(row.text('fee currency')) ? row.needed('fee currency') : row.text('fee currency');
  if (!row.isGood || !time || !amount || !price || !fee) return;
  const isSell = isNegative(amount.value);
  const paid = row.paidAt(amount.value, price.value, 'price');
  if (paid === undefined) return;
  const [baseAsset, quoteAsset] = [row.asset(base, time), row.asset(quote, time)];
  const [received, given] = isSell ? [quoteAsset, baseAsset] : [baseAsset, quoteAsset];
  const order = row.text('order id');
  row.emit({
    time,
    kind: tradeKind(received, given, isSell ? 'sell' : 'buy'),
    legs: [
      ...leg(row.account, baseAsset, amount.value),
      ...leg(row.account, quoteAsset, isSell ? paid : negate(paid)),
      ...(hasFee ? feeLeg(row.account, row.asset(feeCoin, time), fee.value) : []),
    ],
    // Some files count their rows there, from 1 on: a trade's number is long.
    ...(row.text('#').length > 6 && { externalId: row.text('#') }),
    ...(order !== '' && { note: `Order ${order}` }),
  });
}
