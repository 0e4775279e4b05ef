/**
 * MEXC's spot orders: one row an order, without its fee; in English, with or without the user's number, or in Portuguese.
 *
 * What was filled counts, whatever the status says. What was paid is filled quantity × average price; Order Amount is what
 * was ordered. Errors: `import/unknown-pair`, and those of every cell.
 */
import type { Side } from '../../../shared/domain/event.ts';
import { isZero } from '../../../shared/num/arithmetic.ts';
import { splitAmount } from '../cells/amounts.ts';
import { tradeKind, tradeLegs } from '../cells/trades.ts';
import { mexcAccount } from '../known-accounts.ts';
import { slashPair } from '../table/slash-pair.ts';
import { columnsOf, tableImporter } from '../table/table-importer.ts';
import type { TableRow } from '../table/table-row.ts';

const columns = columnsOf(
  'pairs, time, type, direction, average filled price, order price, filled quantity, order quantity, order amount, status',
);

export const mexcSpotOrders = tableImporter({
  id: 'mexc-spot-orders',
  name: "MEXC's spot orders",
  exchange: 'MEXC',
  help: 'MEXC: Orders, Spot Orders, Order History, Export. It has no fees: export the trade history in its place.',
  headers: [
    'UID,Pairs,Time,Type,Direction,Average Filled Price,Order Price,Filled Quantity,Order Quantity,Order Amount,Status',
    'Pares;Hora;Tipo;Direção;Preço Médio Preenchido;Preço da Ordem;Quantidade Preenchida;Quantidade da Ordem;Montante da Ordem;Status',
  ],
  account: mexcAccount,
  accountIsChoice: true,
  // Orders without their fees: only what no fill tells.
  ranks: { trades: 5 },
  layouts: [
    { variant: 'orders', words: 'with or without UID', required: columns, optional: ['uid'] },
    {
      variant: 'portuguese',
      words: 'in Portuguese',
      required: columnsOf(
        'pares, hora, tipo, direção, preço médio preenchido, preço da ordem, quantidade preenchida, quantidade da ordem, montante da ordem, status',
      ),
    },
  ],
  row: readRow,
});

const directions: ReadonlyMap<string, Side> = new Map([
  ['buy', 'buy'],
  ['sell', 'sell'],
  ['compra', 'buy'],
  ['comprar', 'buy'],
  ['venda', 'sell'],
  ['vender', 'sell'],
]);

const english = {
  pair: 'pairs',
  time: 'time',
  direction: 'direction',
  price: 'average filled price',
  filled: 'filled quantity',
} as const;
const portuguese = {
  pair: 'pares',
  time: 'hora',
  direction: 'direção',
  price: 'preço médio preenchido',
  filled: 'quantidade preenchida',
} as const;

function readRow(row: TableRow): void {
  const isPortuguese = row.variant === 'portuguese';
  const names = isPortuguese ? portuguese : english;
  const filled = row.quantityOf(splitAmount(row.needed(names.filled)).number, names.filled);
  if (filled !== undefined && isZero(filled.value)) return row.ignored('not-final');
  const time = row.time(names.time);
  const side = row.word(names.direction, directions);
  const symbol = row.needed(names.pair);
  const pair = slashPair(symbol);
  if (symbol !== '' && pair === null) row.error('import/unknown-pair', { pair: symbol }, symbol);
  const price = row.price(names.price);
  if (!row.isGood || !time || !side || pair === null || !filled || !price) return;
  if (isPortuguese) {
    row.warn('import/layout-not-confirmed', { what: 'how Portuguese files write sides and numbers' });
  }
  const paid = row.paidAt(filled.value, price.value, names.price);
  if (paid === undefined) return;
  const base = { asset: row.asset(pair.base, time), quantity: filled.value };
  const quote = { asset: row.asset(pair.quote, time), quantity: paid };
  const [received, given] = side === 'buy' ? [base, quote] : [quote, base];
  row.emit({
    time,
    kind: tradeKind(received.asset, given.asset, side),
    legs: tradeLegs(row.account, received, given, null),
    note: 'An order at its average price; this export states no fee.',
  });
}
