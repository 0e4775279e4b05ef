/**
 * KuCoin's futures: positions that were closed, and fills (order splitting).
 *
 * Realized PNL is net: profit before fees = Realized PNL − (Total Funding Fees − Total Trading Fees); funding above zero was
 * received, trading fees above zero were paid. Fills state the fee and no profit. What a contract pays in stands in its
 * symbol. Errors: `import/unknown-pair`, and those of every cell; warnings `import/layout-not-confirmed`.
 */
import { contractId } from '../../../shared/domain/contract-spec.ts';
import { subtract } from '../../../shared/num/arithmetic.ts';
import type { Importer } from '../importer.ts';
import { kucoinFuturesAccount } from '../known-accounts.ts';
import { costLeg, leg } from '../table/legs.ts';
import { sideWords } from '../table/side-words.ts';
import { columnsOf, tableImporter } from '../table/table-importer.ts';
import type { TableRow } from '../table/table-row.ts';
import { kucoinEmpty } from './kucoin-trade.ts';

export const kucoinFuturesPnl: Importer = tableImporter({
  id: 'kucoin-futures-pnl',
  name: "KuCoin's futures, realised PNL",
  exchange: 'KuCoin',
  help: 'KuCoin: Profile, Download Center, Futures Orders, Realized PNL. It sums up what order splitting says fill by fill.',
  headers: [
    'UID,Account Type,Symbol,Close Type,Realized PNL,Total Realized PNL,Total Funding Fees,Total Trading Fees,Position Opening Time(UTC+08:00),Position Closing Time(UTC+08:00)',
    'Contract,Realized PNL,Close Time,PNL Details',
  ],
  account: kucoinFuturesAccount,
  accountIsChoice: true,
  // A sum over fills and funding: it counts only where no fills do.
  ranks: { futures: 9 },
  layouts: [
    {
      variant: 'bundle',
      words: 'from 2023',
      required: columnsOf(
        'uid, account type, symbol, close type, realized pnl, total realized pnl, total funding fees, total trading fees, position opening time, position closing time',
      ),
    },
    {
      variant: 'old',
      words: 'before 2023',
      required: columnsOf('symbol, realized pnl, position closing time, pnl details'),
    },
  ],
  aliases: { contract: 'symbol', 'close time': 'position closing time' },
  emptyText: kucoinEmpty,
  row: readPnl,
});

export const kucoinFuturesFills: Importer = tableImporter({
  id: 'kucoin-futures-fills',
  name: "KuCoin's futures fills",
  exchange: 'KuCoin',
  help: 'KuCoin: Profile, Download Center, Futures Orders, Filled Orders, Show Order-Splitting.',
  headers: [
    'UID,Account Type,Order ID,Filled Time(UTC),Symbol,Side,Filled Amount,Filled Price,Filled Volume,Filled Volume  (USDT),Fee Rate,Fee,Order Type',
  ],
  account: kucoinFuturesAccount,
  accountIsChoice: true,
  // The fills themselves; profit follows from them.
  ranks: { futures: 1 },
  layouts: [
    {
      variant: 'fills',
      words: 'from 2023',
      required: columnsOf(
        'uid, account type, order id, filled time, symbol, side, filled amount, filled price, filled volume, filled volume (usdt), fee rate, fee, order type',
      ),
    },
  ],
  emptyText: kucoinEmpty,
  row: readFill,
});

/** XBTUSDTM → USDT, ETHUSDCM → USDC, ETHUSDM → ETH, XBTMZ25 → XBT; null where the symbol says nothing. */
function settleCoinOf(symbol: string): string | null {
  if (symbol.endsWith('USDTM')) return 'USDT';
  if (symbol.endsWith('USDCM')) return 'USDC';
  if (symbol.endsWith('USDM')) return symbol.slice(0, -4);
  return symbol.startsWith('XBT') ? 'XBT' : null;
}

function knownSymbol(row: TableRow): { readonly symbol: string; readonly coin: string } | null {
  const symbol = row.needed('symbol').toUpperCase();
  const coin = settleCoinOf(symbol);
  if (coin === null && symbol !== '') row.error('import/unknown-pair', { pair: symbol }, symbol);
  return coin === null ? null : { symbol, coin };
}

function readPnl(row: TableRow): void {
  const time = row.time('position closing time');
  const opened = row.has('position opening time') ? row.time('position opening time') : undefined;
  const known = knownSymbol(row);
  const net = row.stated('realized pnl');
  const funding = row.quantity('total funding fees');
  const fees = row.quantity('total trading fees');
  if (!row.isGood || !time || known === null || !net || !funding || !fees) return;
  const isOld = row.variant === 'old';
  if (isOld)
    row.warn('import/layout-not-confirmed', { what: 'whether the profit is before or after the fee' });
  const asset = row.asset(known.coin, time);
  row.emit({
    time,
    kind: 'closed-position',
    legs: [
      ...leg(row.account, asset, subtract(net.value, subtract(funding.value, fees.value)), 'profit'),
      ...costLeg(row.account, asset, fees.value),
      ...leg(row.account, asset, funding.value, 'funding'),
    ],
    contract: contractId('kucoin', known.symbol),
    ...(isOld && {
      part: {
        assembly: 'net-profit',
        group: contractId('kucoin', known.symbol),
        operation: row.text('pnl details'),
      },
    }),
    note: isOld
      ? `profit net of fees and funding, as the file has no others; ${row.text('pnl details')}`
      : `${row.text('close type')}; profit before fees and funding: the stated net with both taken out`,
    ...(opened !== undefined && { opened }),
  });
}

function readFill(row: TableRow): void {
  const time = row.time('filled time');
  const known = knownSymbol(row);
  const side = row.word('side', sideWords);
  const quantity = row.positive('filled amount');
  const price = row.price('filled price');
  const fee = row.quantity('fee');
  if (!row.isGood || !time || known === null || !side || !quantity || !price || !fee) return;
  row.emit({
    time,
    kind: 'futures-fill',
    legs: costLeg(row.account, row.asset(known.coin, time), fee.value),
    fill: {
      account: row.account,
      contract: contractId('kucoin', known.symbol),
      side,
      quantity: quantity.value,
      price: price.value,
      positionSide: 'one-way',
    },
  });
}
