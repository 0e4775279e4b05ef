/**
 * Binance futures trade history, USD-M and COIN-M: one row a fill, with its fee and realised profit.
 *
 * Variants: with or without `Uid`, `Position Side`, ids and `Quote Asset`; the APIs' archives with their own names.
 * The fee stands glued to its coin, or parted from it by a blank. Realised profit is gross of the fee. A quantity may
 * count steps in place of coins (3 for 0.003 BTC): then amount ÷ price tells. Rows of COIN-M count contracts, and profit
 * and fee are in the coin. Errors: `import/unknown-pair`, `import/amounts-disagree`, and those of every cell; warning
 * `import/layout-not-confirmed`.
 */
import { assetId, type AssetId } from '../../shared/domain/asset.ts';
import { contractId } from '../../shared/domain/contract-spec.ts';
import type { Fill, Leg } from '../../shared/domain/event.ts';
import { isZero, negate } from '../../shared/num/arithmetic.ts';
import type { Price, Quantity } from '../../shared/num/types.ts';
import { epochMs, type Instant } from '../../shared/time/instant.ts';
import { isCoinMargined, linearQuote } from './binance-pairs.ts';
import { splitAmount } from './cells/amounts.ts';
import { isBlank } from './cells/decimals.ts';
import { coinOfSymbol, countsContracts } from './binance/coin-margined.ts';
import { positionSides } from './binance/position-sides.ts';
import { coinsOfSteps } from './cells/step-units.ts';
import { type Read, RowCells } from './cells/row-cells.ts';
import { out } from './cells/trades.ts';
import { aliasesOf, type HeaderSignature, matchHeader } from './header.ts';
import type { Detection, FileHead, Importer, ReadContext, RowReader, Sink } from './importer.ts';
import { binanceFuturesAccount } from './known-accounts.ts';
import { sideWords } from './table/side-words.ts';
import { zoneFact } from './zone-facts.ts';

const signatures: readonly HeaderSignature[] = [
  {
    variant: 'trades',
    required: ['time', 'symbol', 'side', 'price', 'quantity', 'amount', 'fee', 'realized profit'],
    optional: [
      'uid',
      'position side',
      'buyer',
      'maker',
      'trade id',
      'order id',
      'quote asset',
      'fee coin',
      'pair',
    ],
  },
];

const aliases = aliasesOf({
  date: 'time',
  id: 'trade id',
  orderid: 'order id',
  positionside: 'position side',
  qty: 'quantity',
  quoteqty: 'amount',
  baseqty: 'amount',
  commission: 'fee',
  commissionasset: 'fee coin',
  marginasset: 'quote asset',
  realizedpnl: 'realized profit',
});

export const binanceUmTrades: Importer = {
  id: 'binance-um-trades',
  name: 'Binance Futures Trade History (USD-M, COIN-M)',
  exchange: 'Binance',
  help: 'Binance: Orders, Futures Order, USD-M or COIN-M, Trade History, Export. Import the transaction history as well: it has the funding.',
  headers: [
    'Uid,Time,Symbol,Side,Price,Quantity,Amount,Fee,Realized Profit,Buyer,Maker,Trade ID,Order ID',
    'Uid,Time(UTC),Symbol,Side,Position Side,Price,Quantity,Amount,Fee,Realized Profit,Buyer,Maker,Trade Id,Order Id',
    'Time,Symbol,Side,Price,Quantity,Amount,Fee,Realized Profit,Buyer,Maker,Trade ID,Order ID',
    'Date(UTC),Symbol,Side,Price,Quantity,Amount,Fee,Realized Profit,Quote Asset',
    'symbol,id,orderId,side,positionSide,price,qty,quoteQty,commission,commissionAsset,marginAsset,realizedPnl,maker,time',
    'symbol,id,orderId,pair,side,price,qty,realizedPnl,marginAsset,baseQty,commission,commissionAsset,time,positionSide,buyer,maker',
  ],
  account: binanceFuturesAccount,
  accountIsChoice: true,
  idIsUnique: true,
  // Fills with price, side and id: all other files of futures only have their money.
  ranks: { futures: 1 },
  detect,
  open: (detection, context, sink) => new TradesReader(detection, context, sink),
};

function detect(head: FileHead): Detection | null {
  const match = matchHeader(head, signatures, aliases);
  if (match === null) return null;
  const { headerIndex, columns, zoneText, signature } = match;
  const sides = columns.has('position side') ? ', with long and short positions kept apart' : '';
  const why = `Its columns are those of Binance's futures trade history${sides} (${head.rows[headerIndex]?.raw ?? ''}).`;
  return {
    variant: signature.variant,
    headerIndex,
    columns,
    why,
    zone: zoneFact(head, headerIndex, zoneText),
  };
}

/** A fee as the row states it; negative where the maker was paid. */
interface Fee {
  readonly asset: AssetId;
  readonly quantity: Quantity;
  readonly text: string;
}

class TradesReader implements RowReader {
  readonly #cells: RowCells;
  readonly #context: ReadContext;
  readonly #sink: Sink;
  readonly #columns: ReadonlyMap<string, number>;
  /** Of a layout that a real file or a parser shows. */
  #isConfirmed: boolean;

  constructor({ columns }: Detection, context: ReadContext, sink: Sink) {
    this.#cells = new RowCells(columns.size, context, sink);
    this.#context = context;
    this.#sink = sink;
    this.#columns = columns;
    this.#isConfirmed = columns.has('trade id');
  }

  row(row: readonly string[], line: number, raw: string): void {
    const cells = this.#cells;
    if (!cells.begin(row, line, raw)) return;
    if (!this.#isConfirmed) this.#warnOnce();
    const symbol = this.#text('symbol').toUpperCase();
    const time = cells.time(this.#columns.get('time'), 'Time');
    const fill = this.#fill(symbol);
    const quote = time === undefined ? null : this.#settleAsset(symbol, time);
    const profitText = this.#text('realized profit');
    if (isBlank(profitText)) cells.error('import/missing-value', { column: 'Realized Profit' }, 'profit');
    const profit = cells.quantity(profitText, 'Realized Profit');
    const fee = this.#fee(quote);
    if (!cells.isGood || time === undefined || !fill || !profit || !fee || quote === null) return;
    const { account, contract, side, positionSide, quantity, price } = fill;
    const id = tradeId(this.#text('trade id'));
    const trade = `${contract}|${side}|${positionSide}|${fill.text}`;
    const key = id === null ? `${epochMs(time)}|${trade}|${profit.text}|${fee.text}` : `#${id}|${trade}`;
    this.#sink.event(key, {
      line,
      raw,
      time,
      kind: 'futures-fill',
      legs: this.#legs(quote, profit.value, fee),
      fill: { account, contract, side, positionSide, quantity, price },
      ...(id !== null && { externalId: id }),
    });
  }

  end(): void {
    // No row waits for another.
  }

  #warnOnce(): void {
    this.#isConfirmed = true;
    this.#cells.warn('import/layout-not-confirmed', { what: 'Binance futures trades without ids' });
  }

  #text(column: string): string {
    return this.#cells.text(this.#columns.get(column));
  }

  #legs(quote: AssetId, profit: Quantity, fee: Fee): readonly Leg[] {
    const account = this.#context.account.id;
    const legs: Leg[] = [];
    if (!isZero(profit)) legs.push({ account, asset: quote, quantity: profit, role: 'profit' });
    if (fee.text.startsWith('-')) {
      legs.push({ account, asset: fee.asset, quantity: negate(fee.quantity), role: 'rebate' });
    } else if (!isZero(fee.quantity)) {
      legs.push(out(account, fee.asset, fee.quantity, 'fee'));
    }
    return legs;
  }

  /** Out: also its numbers' part of the row key. */
  #fill(symbol: string): (Fill & { readonly text: string }) | undefined {
    const cells = this.#cells;
    if (symbol === '') cells.error('import/missing-value', { column: 'Symbol' }, 'Symbol');
    const side = this.#word('side', 'Side', sideWords);
    const positionSide = this.#word('position side', 'Position Side', positionSides);
    const price = cells.price(this.#text('price'), 'Price');
    const stated = cells.positive(this.#text('quantity'), 'Quantity');
    const amount = cells.positive(this.#text('amount'), 'Amount');
    if (!side || !positionSide || !price || !stated || !amount) return undefined;
    const quantity = this.#quantity(symbol, stated, price, amount);
    if (quantity === null) return undefined;
    const contract = contractId(isCoinMargined(symbol) ? 'binance-cm' : 'binance-um', symbol);
    const text = `${price.text}|${amount.text}`;
    return {
      account: this.#context.account.id,
      contract,
      side,
      positionSide,
      quantity,
      price: price.value,
      text,
    };
  }

  /** In coins, or in contracts of COIN-M; null where price times quantity is not the amount, which is reported. */
  #quantity(
    symbol: string,
    stated: Read<Quantity>,
    price: Read<Price>,
    amount: Read<Quantity>,
  ): Quantity | null {
    const found = isCoinMargined(symbol)
      ? countsContracts(symbol, stated, price, amount) && stated.value
      : coinsOfSteps(stated, price, amount);
    if (found !== false && found !== null) return found;
    const values = { price: price.text, quantity: stated.text, amount: amount.text };
    this.#cells.error('import/amounts-disagree', values);
    return null;
  }

  #word<T>(column: string, name: string, words: ReadonlyMap<string, T>): T | undefined {
    const text = this.#text(column);
    const word = words.get(text.toLowerCase());
    const known = [...words.keys()].filter((key) => key !== '').join(', ');
    if (word === undefined) this.#cells.error('import/unknown-word', { column: name, text, known }, name);
    return word;
  }

  /** What profit is paid in; null where the symbol does not tell, which is reported. */
  #settleAsset(symbol: string, time: Instant): AssetId | null {
    const stated = this.#text('quote asset');
    const coin = isCoinMargined(symbol) ? coinOfSymbol(symbol) : linearQuote(symbol);
    const ticker = stated === '' ? coin : stated;
    if (ticker === null) this.#cells.error('import/unknown-pair', { pair: symbol }, symbol);
    return ticker === null ? null : this.#context.tickers.asset(ticker, time);
  }

  #fee(quote: AssetId | null): Fee | undefined {
    const coin = this.#text('fee coin');
    const cell = this.#text('fee');
    const { number, unit } = coin === '' ? splitAmount(cell) : { number: cell, unit: coin };
    const read = this.#cells.quantity(number, 'Fee');
    if (read === undefined || quote === null) return undefined;
    if (unit === '' && !isBlank(number) && !isZero(read.value)) {
      this.#cells.warn('import/fee-coin-assumed', { fee: number, asset: quote });
    }
    const asset = unit === '' ? quote : assetId(unit);
    return { asset, quantity: read.value, text: `${read.text}${asset}` };
  }
}

/** null where there is none, or where a spreadsheet has rounded it. */
function tradeId(text: string): string | null {
  return /^\d+$/u.test(text) && text !== '0' ? text : null;
}
