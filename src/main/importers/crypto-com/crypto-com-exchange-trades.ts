/**
 * Spot trades of the Crypto.com Exchange: one row a fill. Volume of business is the quote amount without the fee; the fee
 * has its own coin. Errors: `import/unknown-pair`, `import/unknown-word` and those of every cell.
 */
import { negate } from '../../../shared/num/arithmetic.ts';
import { utc } from '../../../shared/time/time-zone.ts';
import { isBlank } from '../cells/decimals.ts';
import { tradeKind } from '../cells/trades.ts';
import type { Importer } from '../importer.ts';
import { cryptoComExchangeAccount } from '../known-accounts.ts';
import { costLeg, leg } from '../table/legs.ts';
import { sideWords } from '../table/side-words.ts';
import { columnsOf, tableImporter } from '../table/table-importer.ts';
import type { TableRow } from '../table/table-row.ts';

export const cryptoComTrades: Importer = tableImporter({
  id: 'crypto-com-exchange-trades',
  name: 'Crypto.com Exchange spot trades',
  exchange: 'Crypto.com',
  help: 'Crypto.com Exchange: Orders, Trade history, Export. Since November 2022 bring the file of all transactions (OEX_TRANSACTION) in its place.',
  headers: [
    'Order ID,Trade ID,Time (UTC),Symbol,Side,Trade Price,Trade Amount,Volume of Business,Fee,Fee Currency',
  ],
  account: cryptoComExchangeAccount,
  accountIsChoice: true,
  // One row has the whole trade with its price; the file of all transactions has the same legs.
  ranks: { trades: 1 },
  layouts: [
    {
      variant: 'trades',
      required: columnsOf(
        'order id, trade id, time, symbol, side, trade price, trade amount, volume of business, fee, fee currency',
      ),
      words: 'spot trades',
      zone: utc,
    },
  ],
  row: readRow,
});

function readRow(row: TableRow): void {
  const time = row.time();
  const side = row.word('side', sideWords);
  const symbol = row.needed('symbol');
  const [amount, volume] = [row.positive('trade amount'), row.positive('volume of business')];
  const [feeText, feeCoin] = [row.text('fee'), row.text('fee currency')];
  const hasFee = !isBlank(feeText) || !isBlank(feeCoin);
  const fee = hasFee && row.needed('fee currency') !== '' ? row.stated('fee') : row.quantity('fee');
  const [coin = '', money = ''] = symbol.split(/[_/-]/u);
  if (symbol !== '' && money === '') row.error('import/unknown-pair', { pair: symbol }, symbol);
  if (!row.isGood || !time || !side || !amount || !volume || !fee) return;
  const [base, quote] = [row.asset(coin, time), row.asset(money, time)];
  const isBuy = side === 'buy';
  row.emit({
    time,
    kind: isBuy ? tradeKind(base, quote, side) : tradeKind(quote, base, side),
    legs: [
      ...leg(row.account, base, isBuy ? amount.value : negate(amount.value)),
      ...leg(row.account, quote, isBuy ? negate(volume.value) : volume.value),
      ...(hasFee ? costLeg(row.account, row.asset(feeCoin, time), fee.value) : []),
    ],
    externalId: row.text('trade id'),
    note: symbol,
  });
}
