/**
 * Binance spot order history: an order's row, below it a row of names and one row a fill, whose first cells are empty.
 *
 * Variants: O1 (2020), O2 with ids and strategies, which a spreadsheet may have rounded. The order's total is rounded, the
 * fills are exact: fills are the events, and each keeps its order's row beside its own, without which it says nothing.
 * Errors: `import/fill-without-order`, `import/fills-missing`, `import/unknown-pair`, `import/unknown-word`, those of
 * every cell.
 */
import type { Side } from '../../../shared/domain/event.ts';
import { isZero } from '../../../shared/num/arithmetic.ts';
import type { Quantity } from '../../../shared/num/types.ts';
import { epochMs, type Instant } from '../../../shared/time/instant.ts';
import { type Pair, splitPair } from '../binance-pairs.ts';
import { splitAmount } from '../cells/amounts.ts';
import { type Read, RowCells } from '../cells/row-cells.ts';
import { tradeKind, tradeLegs } from '../cells/trades.ts';
import { aliasesOf, type HeaderSignature, matchHeader } from '../header.ts';
import type { Detection, FileHead, Importer, ReadContext, Row, RowReader, Sink } from '../importer.ts';
import { binanceAccount } from '../known-accounts.ts';
import { finalStates } from '../table/final-states.ts';
import { sideWords } from '../table/side-words.ts';
import { columnsOf } from '../table/table-importer.ts';
import { zoneFact } from '../zone-facts.ts';

const columns = columnsOf('time,pair,type,order price,order amount,avgtrading price,filled,total,status');
const signatures: readonly HeaderSignature[] = [
  { variant: 'O1', required: columns },
  { variant: 'O2', required: [...columns, ...columnsOf('orderid,clientorderid,strategy id,strategy type')] },
];
const alias = aliasesOf({ date: 'time' });

export const binanceOrderHistory: Importer = {
  id: 'binance-order-history',
  name: 'Binance Spot Order History',
  exchange: 'Binance',
  help: 'Binance: Orders, Spot Order, Order History, Export. The Trade History says the same with less around it.',
  headers: [
    'Date(UTC);Pair;Type;Order Price;Order Amount;AvgTrading Price;Filled;Total;status',
    'Date(UTC);orderId;clientOrderId;Pair;Type;Order Price;Order Amount;AvgTrading Price;Filled;Total;status;Strategy Id;Strategy Type',
  ],
  account: binanceAccount,
  accountIsChoice: true,
  // The same fills as in the trade history, which is the plainer file.
  ranks: { trades: 2 },
  detect,
  open: (detection, context, sink) => new OrdersReader(detection, context, sink),
};

function detect(head: FileHead): Detection | null {
  const match = matchHeader(head, signatures, alias);
  if (match === null) return null;
  const { headerIndex, zoneText, signature } = match;
  const why = `Its columns are those of Binance's spot order history (${head.rows[headerIndex]?.raw ?? ''}).`;
  const zone = zoneFact(head, headerIndex, zoneText);
  return { variant: signature.variant, headerIndex, columns: match.columns, why, zone };
}

interface Order {
  readonly row: Row;
  readonly pair: Pair;
  readonly side: Side;
  readonly filled: Read<Quantity>;
  fills: number;
}

interface Fill {
  readonly time: Instant;
  readonly filled: Read<Quantity>;
  readonly total: Read<Quantity>;
  readonly fee: { readonly coin: string; readonly read: Read<Quantity> };
}

/** Where a fill's cells stand: Date, Trading Price, Filled, Total, Fee, behind an empty one. */
const fillAt = { time: 1, filled: 3, total: 4, fee: 5 } as const;

class OrdersReader implements RowReader {
  readonly #cells: RowCells;
  readonly #context: ReadContext;
  readonly #sink: Sink;
  readonly #columns: ReadonlyMap<string, number>;
  /** The order whose fills come; null where its row could not be read. */
  #order: Order | null = null;

  constructor({ columns: at }: Detection, context: ReadContext, sink: Sink) {
    this.#cells = new RowCells(at.size, context, sink);
    this.#context = context;
    this.#sink = sink;
    this.#columns = at;
  }

  row(cells: readonly string[], line: number, raw: string): void {
    const isBelow = (cells[0] ?? '').trim() === '';
    if (!isBelow) this.#settle();
    if (!this.#cells.begin(cells, line, raw)) return;
    if (!isBelow) this.#order = this.#readOrder({ cells, line, raw });
    else if (this.#cells.text(fillAt.time).toLowerCase().startsWith('date')) {
      this.#sink.ignored('heading', line, raw);
    } else this.#readFill(line, raw);
  }

  end(): void {
    this.#settle();
  }

  #text(column: string): string {
    return this.#cells.text(this.#columns.get(column));
  }

  #readOrder(row: Row): Order | null {
    const cells = this.#cells;
    const time = cells.time(this.#columns.get('time'), 'Date');
    const pair = splitPair(this.#text('pair').toUpperCase(), '');
    if (pair === null) cells.error('import/unknown-pair', { pair: this.#text('pair') }, this.#text('pair'));
    const side = this.#word('type', 'Type', sideWords);
    const status = this.#word('status', 'status', finalStates);
    const filled = cells.unsigned(this.#text('filled'), 'Filled');
    const total = cells.unsigned(this.#text('total'), 'Total');
    if (!cells.isGood || !time || !pair || !side || status === undefined || !filled || !total) return null;
    return { row, pair, side, filled, fills: 0 };
  }

  #word<T>(column: string, name: string, words: ReadonlyMap<string, T>): T | undefined {
    const text = this.#text(column);
    const word = words.get(text.toLowerCase());
    const known = [...words.keys()].join(', ');
    if (word === undefined) this.#cells.error('import/unknown-word', { column: name, text, known }, name);
    return word;
  }

  #readFill(line: number, raw: string): void {
    const order = this.#order;
    const cells = this.#cells;
    if (order === null) return cells.error('import/fill-without-order', {});
    order.fills++;
    const time = cells.time(fillAt.time, 'Date');
    const filled = cells.positive(cells.text(fillAt.filled), 'Filled');
    const total = cells.positive(cells.text(fillAt.total), 'Total');
    const fee = this.#fee(cells.text(fillAt.fee), order.pair);
    if (!cells.isGood || !time || !filled || !total || !fee) return;
    this.#emit(order, { time, filled, total, fee }, line, `${order.row.raw}\n${raw}`);
  }

  #fee(cell: string, { base, quote }: Pair): Fill['fee'] | undefined {
    const { number, unit } = splitAmount(cell, /^\d/u.test(base) ? base : '');
    const read = this.#cells.unsigned(number, 'Fee');
    if (read === undefined) return undefined;
    if (unit === '' && !isZero(read.value)) {
      this.#cells.warn('import/fee-coin-assumed', { fee: number, asset: quote });
    }
    return { coin: unit === '' ? quote : unit.toUpperCase(), read };
  }

  #emit(order: Order, { time, filled, total, fee }: Fill, line: number, raw: string): void {
    const { pair, side } = order;
    const base = { asset: this.#context.tickers.asset(pair.base, time), quantity: filled.value };
    const quote = { asset: this.#context.tickers.asset(pair.quote, time), quantity: total.value };
    const [received, given] = side === 'buy' ? [base, quote] : [quote, base];
    const paid = { asset: this.#context.tickers.asset(fee.coin, time), quantity: fee.read.value };
    const what = `${pair.base}|${pair.quote}|${side}|${filled.text}|${total.text}`;
    this.#sink.event(`${epochMs(time)}|${what}|${fee.read.text}${fee.coin}`, {
      line,
      raw,
      time,
      kind: tradeKind(received.asset, given.asset, side),
      legs: tradeLegs(this.#context.account.id, received, given, paid),
    });
  }

  /** What is to be said of an order once all its fills have come. */
  #settle(): void {
    const order = this.#order;
    this.#order = null;
    if (order === null) return;
    const { line, raw } = order.row;
    if (order.fills > 0) return this.#sink.ignored('fills-follow', line, raw);
    if (isZero(order.filled.value)) return this.#sink.ignored('not-final', line, raw);
    this.#cells.begin(order.row.cells, line, raw);
    // Read as a trade it would count beside its fills, once a longer file brings them.
    this.#cells.error('import/fills-missing', {});
  }
}
