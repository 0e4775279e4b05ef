/**
 * Binance Spot Trade History: one row a fill, no ids, so that identical rows are identical fills.
 *
 * Variants: S1 with plain numbers and a fee coin column; S2 and S2b with units glued to the numbers; S3 with two-digit
 * years and the zone in the file's name; S3cz in Czech. Quantities are gross of the fee, the fee is positive.
 * Errors: `import/unknown-pair`, `import/unknown-word`, `import/amounts-disagree`, and those of every cell.
 */
import type { Side } from '../../shared/domain/event.ts';
import { absolute, subtract } from '../../shared/num/arithmetic.ts';
import { money, rate } from '../../shared/num/parse.ts';
import { moneyTimes, valueOf } from '../../shared/num/products.ts';
import type { Price, Quantity } from '../../shared/num/types.ts';
import { epochMs } from '../../shared/time/instant.ts';
import { splitPair } from './binance-pairs.ts';
import { splitAmount, splitAmountGuessing } from './cells/amounts.ts';
import { type Read, RowCells } from './cells/row-cells.ts';
import { tradeKind, tradeLegs } from './cells/trades.ts';
import { aliasesOf, type HeaderSignature, matchHeader } from './header.ts';
import type { Detection, FileHead, Importer, ReadContext, RowReader, Sink } from './importer.ts';
import { binanceAccount } from './known-accounts.ts';
import { zoneFact } from './zone-facts.ts';

const signatures: readonly HeaderSignature[] = [
  { variant: 'S1', required: ['time', 'pair', 'side', 'price', 'executed', 'total', 'fee', 'fee coin'] },
  { variant: 'S2', required: ['time', 'pair', 'side', 'price', 'executed', 'amount', 'fee'] },
];

/** S1 calls the traded quantity "Amount", which S2 and S3 use for what was paid. */
const s1Aliases = aliasesOf({
  date: 'time',
  market: 'pair',
  type: 'side',
  amount: 'executed',
});
const aliases = aliasesOf({
  date: 'time',
  quantity: 'executed',
  čas: 'time',
  pár: 'pair',
  strana: 'side',
  cena: 'price',
  provedeno: 'executed',
  částka: 'amount',
  poplatek: 'fee',
});

/** The amount is rounded to the market's digits; a digit that went astray makes far more than this. */
const tolerance = rate('0.01');

export const binanceSpot: Importer = {
  id: 'binance-spot',
  name: 'Binance Spot Trade History',
  exchange: 'Binance',
  help: 'Binance: Orders, Spot Order, Trade History, Export. Choose UTC if it asks for a time zone.',
  headers: [
    'Date(UTC),Market,Type,Price,Amount,Total,Fee,Fee Coin',
    'Date(UTC),Pair,Side,Price,Executed,Amount,Fee',
    'Date(UTC),Pair,Side,Price,Quantity,Amount,Fee',
    'Time,Pair,Side,Price,Executed,Amount,Fee',
    'Čas,Pár,Strana,Cena,Provedeno,Částka,Poplatek',
  ],
  account: binanceAccount,
  accountIsChoice: true,
  // Fills with market, price and fee: the order history has the same, the statement only their sums.
  ranks: { trades: 1 },
  detect,
  open: (detection, context, sink) => new SpotReader(detection, context, sink),
};

function detect(head: FileHead): Detection | null {
  const match =
    matchHeader(head, signatures.slice(0, 1), s1Aliases) ?? matchHeader(head, signatures.slice(1), aliases);
  if (match === null) return null;
  const { headerIndex, columns, zoneText, signature } = match;
  const header = head.rows[headerIndex]?.cells.join(',') ?? '';
  const variant = signature.variant === 'S1' ? 'S1' : variantOf(header.toLowerCase());
  const why = `Its columns are those of Binance's spot trade history, ${variantWords[variant]} (${header}).`;
  return { variant, headerIndex, columns, why, zone: zoneFact(head, headerIndex, zoneText) };
}

type Variant = 'S1' | 'S2' | 'S2b' | 'S3' | 'S3cz';

const variantWords: Readonly<Record<Variant, string>> = {
  S1: 'to 2021, with a column for the fee coin',
  S2: '2021 to 2025, with units beside the numbers',
  S2b: '2021 to 2025, with "Quantity" for "Executed"',
  S3: 'from 2025, with the time zone in the file name',
  S3cz: 'from 2025, in Czech',
};

/** In: the header in small letters. All but S1 are read the same way. */
function variantOf(header: string): Variant {
  if (header.includes('čas')) return 'S3cz';
  if (!header.includes('date')) return 'S3';
  return header.includes('quantity') ? 'S2b' : 'S2';
}

/** A market as the rows write it, told apart once. */
interface Market {
  /** How the rows write the market and the unit of what was paid. */
  readonly pairCell: string;
  readonly paidUnit: string;
  readonly base: string;
  readonly quote: string;
  /** Its part of a row's key. */
  readonly keyPart: string;
}

class SpotReader implements RowReader {
  readonly #cells: RowCells;
  readonly #context: ReadContext;
  readonly #sink: Sink;
  readonly #at: Readonly<Record<'time' | 'pair' | 'side' | 'price' | 'executed' | 'paid' | 'fee', number>>;
  readonly #feeCoinAt: number | undefined;
  readonly #markets = new Map<string, Market | null>();
  /** Rows mostly look like the row before. */
  #lastMarket: Market | null = null;
  #lastFeeUnit = '';

  constructor({ columns }: Detection, context: ReadContext, sink: Sink) {
    this.#cells = new RowCells(columns.size, context, sink);
    this.#context = context;
    this.#sink = sink;
    const at = (name: string): number => columns.get(name) ?? -1;
    this.#at = {
      time: at('time'),
      pair: at('pair'),
      side: at('side'),
      price: at('price'),
      executed: at('executed'),
      paid: columns.get('total') ?? at('amount'),
      fee: at('fee'),
    };
    this.#feeCoinAt = columns.get('fee coin');
  }

  row(row: readonly string[], line: number, raw: string): void {
    const cells = this.#cells;
    if (!cells.begin(row, line, raw)) return;
    const time = cells.time(this.#at.time, 'Time');
    const side = this.#side(cells.text(this.#at.side));
    const paidCell = splitAmountGuessing(cells.text(this.#at.paid), this.#lastMarket?.paidUnit ?? '');
    const market = this.#market(cells.text(this.#at.pair), paidCell.unit);
    const price = cells.price(cells.text(this.#at.price), 'Price');
    const paid = cells.positive(paidCell.number, 'Amount');
    if (market === null) return;
    const executed = this.#executed(cells.text(this.#at.executed), market, price, paid);
    const fee = this.#fee(cells.text(this.#at.fee), market);
    if (!cells.isGood || time === undefined || !side || !price || !paid || !executed || !fee) return;
    const { tickers } = this.#context;
    const base = { asset: tickers.asset(market.base, time), quantity: executed.value };
    const quote = { asset: tickers.asset(market.quote, time), quantity: paid.value };
    const cost = { asset: tickers.asset(fee.coin, time), quantity: fee.quantity };
    const [received, given] = side === 'buy' ? [base, quote] : [quote, base];
    const numbers = `${price.text}|${executed.text}|${paid.text}|${fee.text}`;
    this.#sink.event(`${epochMs(time)}${market.keyPart}${side}|${numbers}`, {
      line,
      raw,
      time,
      kind: tradeKind(received.asset, given.asset, side),
      legs: tradeLegs(this.#context.account.id, received, given, cost),
    });
  }

  end(): void {
    // No row waits for another.
  }

  #side(text: string): Side | undefined {
    if (text === 'BUY') return 'buy';
    if (text === 'SELL') return 'sell';
    const lower = text.toLowerCase();
    if (lower === 'buy' || lower === 'sell') return lower;
    this.#cells.error('import/unknown-word', { column: 'Side', text, known: 'BUY, SELL' }, 'Side');
    return undefined;
  }

  #market(pairCell: string, paidUnit: string): Market | null {
    const last = this.#lastMarket;
    if (last !== null && last.pairCell === pairCell && last.paidUnit === paidUnit) return last;
    const key = `${pairCell} ${paidUnit}`;
    let market = this.#markets.get(key);
    if (market === undefined) {
      market = this.#newMarket(pairCell, paidUnit);
      this.#markets.set(key, market);
    }
    if (market === null) this.#cells.error('import/unknown-pair', { pair: key.trim() }, key);
    else this.#lastMarket = market;
    return market;
  }

  #newMarket(pairCell: string, paidUnit: string): Market | null {
    const split = splitPair(pairCell.toUpperCase(), paidUnit.toUpperCase());
    if (split === null) return null;
    return {
      ...split,
      pairCell,
      paidUnit,
      keyPart: `|${split.base}|${split.quote}|`,
    };
  }

  /**
   * A ticker that begins with a digit could take digits from the number, or give it some: then price decides. Elsewhere a
   * row whose numbers do not fit was edited or shifted: it is told of.
   */
  #executed(
    cell: string,
    market: Market,
    price: Read<Price> | undefined,
    paid: Read<Quantity> | undefined,
  ): Read<Quantity> | undefined {
    const { number, unit } = splitAmount(cell, market.base);
    if (unit !== '' && unit !== market.base && unit.toUpperCase() !== market.base) {
      this.#cells.error('import/unknown-pair', { pair: `${market.base}${market.quote} ${unit}` }, unit);
      return undefined;
    }
    const executed = this.#cells.positive(number, 'Executed');
    if (!executed || !price || !paid) return executed;
    const stated = money(paid.text);
    const off = absolute(subtract(valueOf(executed.value, price.value, 'half-even'), stated));
    if (off <= moneyTimes(stated, tolerance, 'half-even')) return executed;
    const values = { price: price.text, quantity: executed.text, amount: paid.text };
    if (!beginsWithDigit(market.base)) {
      this.#cells.warn('import/amounts-disagree', values, market.base);
      return executed;
    }
    this.#cells.error('import/amounts-disagree', values, market.base);
    return undefined;
  }

  /** Out: also its part of the row key. */
  #fee(cell: string, market: Market): { coin: string; quantity: Quantity; text: string } | undefined {
    const { number, unit } = this.#feeAmount(cell, market);
    const read = this.#cells.unsigned(number, 'Fee');
    if (read === undefined) return undefined;
    if (read.text === '0') return { coin: market.quote, quantity: read.value, text: '0' };
    if (unit === '') this.#cells.warn('import/fee-coin-assumed', { fee: number, asset: market.quote });
    const coin = unit === '' ? market.quote : unit.toUpperCase();
    this.#lastFeeUnit = unit;
    return { coin, quantity: read.value, text: `${read.text}${coin}` };
  }

  #feeAmount(cell: string, market: Market): { readonly number: string; readonly unit: string } {
    if (this.#feeCoinAt !== undefined) return { number: cell, unit: this.#cells.text(this.#feeCoinAt) };
    if (beginsWithDigit(market.base) && cell.endsWith(market.base)) return splitAmount(cell, market.base);
    return splitAmountGuessing(cell, this.#lastFeeUnit);
  }
}

function beginsWithDigit(ticker: string): boolean {
  const code = ticker.charCodeAt(0);
  return code >= 48 && code <= 57;
}
