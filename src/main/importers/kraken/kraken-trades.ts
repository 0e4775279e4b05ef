/**
 * Kraken's trades: one row a fill, in three headers (13 columns; with the margin position's columns; with asset classes).
 *
 * Cost is without the fee. The fee is stated in the quote currency, whatever it was paid in, so the ledgers count before
 * this file. A margin trade moves no coins: only its fee counts here, its profit stands in the ledgers alone.
 * Errors: `import/unknown-pair`, `import/unknown-word`, and those of every cell; warning `import/margin-profit-elsewhere`.
 */
import type { Side } from '../../../shared/domain/event.ts';
import { isZero } from '../../../shared/num/arithmetic.ts';
import { epochMs } from '../../../shared/time/instant.ts';
import { out, tradeKind, tradeLegs } from '../cells/trades.ts';
import type { Detection, Importer, ReadContext, RowReader, Sink } from '../importer.ts';
import { krakenAccount } from '../known-accounts.ts';
import { detectTable, Table, type TableFormat } from '../table.ts';
import { krakenMarket } from './kraken-assets.ts';

const basic = [
  'txid',
  'ordertxid',
  'pair',
  'time',
  'type',
  'ordertype',
  'price',
  'cost',
  'fee',
  'vol',
  'margin',
];
const position = ['postxid', 'posstatus', 'cprice', 'ccost', 'cfee', 'cvol', 'cmargin', 'net', 'trades'];

const format: TableFormat = {
  signatures: [
    {
      variant: 'trades',
      required: [...basic, 'misc', 'ledgers'],
      optional: ['aclass', 'subclass', ...position],
    },
  ],
  what: "Kraken's trades",
  isUtc: true,
};

export const krakenTrades: Importer = {
  id: 'kraken-trades',
  name: 'Kraken trades',
  exchange: 'Kraken',
  help: 'Kraken: profile, Documents, New export, Trades, CSV. Bring the ledgers in its place where you can: they have the fee that was really paid, and everything besides trades.',
  headers: [
    'txid,ordertxid,pair,time,type,ordertype,price,cost,fee,vol,margin,misc,ledgers',
    'txid,ordertxid,pair,time,type,ordertype,price,cost,fee,vol,margin,misc,ledgers,postxid,posstatus,cprice,ccost,cfee,cvol,cmargin,net,trades',
    'txid,ordertxid,pair,aclass,subclass,time,type,ordertype,price,cost,fee,vol,margin,misc,ledgers,postxid,posstatus,cprice,ccost,cfee,cvol,cmargin,net,trades',
  ],
  account: krakenAccount,
  accountIsChoice: true,
  // Behind the ledgers (see there): its fee is an estimate, and it has neither balances nor other rows than trades.
  ranks: { trades: 2, futures: 2 },
  detect: (head) => detectTable(head, format),
  open: (detection, context, sink) => new TradesReader(detection, context, sink),
};

class TradesReader implements RowReader {
  readonly #table: Table;
  readonly #context: ReadContext;

  constructor(detection: Detection, context: ReadContext, sink: Sink) {
    this.#table = new Table(detection, context, sink);
    this.#context = context;
  }

  row(cells: readonly string[], line: number, raw: string): void {
    const table = this.#table;
    if (!table.begin(cells, line, raw)) return;
    const time = table.time('time');
    const pair = table.required('pair');
    const side = this.#side();
    const [volume, cost] = [table.positive('vol'), table.number('cost')];
    const [fee, margin] = [table.number('fee'), table.number('margin')];
    const market = time === undefined ? null : krakenMarket(pair, time, this.#context.tickers);
    if (time !== undefined && market === null && pair !== '')
      table.cells.error('import/unknown-pair', { pair }, pair);
    if (!table.cells.isGood || !time || !market || !side || !volume || !cost || !fee || !margin) return;
    const txid = table.text('txid');
    const key = `${txid}|${epochMs(time)}|${pair}|${side}|${volume.text}|${cost.text}|${fee.text}`;
    const account = this.#context.account.id;
    const more = { ...(txid !== '' && { externalId: txid }) };
    if (!isZero(margin.value)) {
      table.cells.warn('import/margin-profit-elsewhere', { pair }, pair);
      table.emit(key, time, 'futures-fee', [out(account, market.quote, fee.value, 'fee')], {
        ...more,
        note: `margin ${side} of ${pair}`,
      });
      return;
    }
    const base = { asset: market.base, quantity: volume.value };
    const quote = { asset: market.quote, quantity: cost.value };
    const [received, given] = side === 'buy' ? [base, quote] : [quote, base];
    const legs = tradeLegs(account, received, given, { asset: market.quote, quantity: fee.value });
    table.emit(key, time, tradeKind(received.asset, given.asset, side), legs, more);
  }

  end(): void {
    // No row waits for another.
  }

  #side(): Side | undefined {
    const text = this.#table.text('type').toLowerCase();
    if (text === 'buy' || text === 'sell') return text;
    this.#table.cells.error('import/unknown-word', { column: 'type', text, known: 'buy, sell' }, 'type');
    return undefined;
  }
}
