/** Rows of klines → closes and volumes of each span (spans shorter than an hour are put together to hours), and day closes. */
import { assetId } from '../../../shared/domain/asset.ts';
import type { ContractId } from '../../../shared/domain/contract-spec.ts';
import { add } from '../../../shared/num/arithmetic.ts';
import { rate } from '../../../shared/num/parse.ts';
import { quantityTimes } from '../../../shared/num/products.ts';
import type { Quantity } from '../../../shared/num/types.ts';
import { addDuration, epochMs, msBetween } from '../../../shared/time/instant.ts';
import type { Instant } from '../../../shared/time/instant.ts';
import { splitPair } from '../binance-pairs.ts';
import type { Detection, ReadContext, RowReader, Sink } from '../importer.ts';
import { DayCloses } from './day-closes.ts';
import { coinMarginedDollars, isCoinMarginedMarket, symbolOf } from './market-of.ts';
import { ObservationRows } from './observation-rows.ts';
import type { Place } from './observation-rows.ts';
import { SeriesCheck } from './series-check.ts';

const HOUR_MS = 3_600_000;

interface Span {
  readonly end: Instant;
  readonly ms: number;
  readonly close: Quantity;
  readonly coins: Quantity | null;
  readonly money: Quantity | null;
  readonly place: Place;
}

export class KlineReader implements RowReader {
  readonly #rows: ObservationRows;
  readonly #sink: Sink;
  readonly #marks: boolean;
  readonly #closes: DayCloses | null;
  readonly #check = new SeriesCheck();
  readonly #hours = new Map<number, Span>();
  #stepMs = 0;

  constructor(detection: Detection, context: ReadContext, sink: Sink) {
    this.#rows = new ObservationRows(detection, context, sink);
    this.#sink = sink;
    this.#marks = detection.variant === 'marks';
    this.#closes = dayClosesOf(this.#rows.market);
  }

  row(cells: readonly string[], line: number, raw: string): void {
    if (!this.#rows.begin(cells, line, raw)) return;
    const span = this.#read();
    if (span === null || !this.#rows.isOver(span.end) || !this.#check.take(span.end)) return;
    this.#stepMs = span.ms;
    if (span.ms < HOUR_MS) {
      this.#addToHour(span);
      return;
    }
    this.#emit(span);
    this.#closes?.take(span.end, span.close, span.place);
  }

  end(): void {
    for (const span of this.#hours.values()) this.#emit(span);
    this.#closes?.emit(this.#sink, this.#rows);
    if (this.#stepMs > 0) this.#check.say(this.#rows, this.#stepMs);
    this.#rows.end();
  }

  #read(): Span | null {
    const rows = this.#rows;
    const open = rows.time('open_time');
    const last = rows.time('close_time');
    const close = rows.number('close');
    const volume = rows.number('volume');
    const second = rows.number('quote_volume');
    if (!rows.cells.isGood || open === undefined || last === undefined || close === undefined) return null;
    const end = addDuration(last, 1);
    const ms = msBetween(open, end);
    if (ms <= 0) {
      rows.cells.error('import/not-a-time', { column: 'close_time', text: rows.text('close_time') });
      return null;
    }
    return { end, ms, close, ...this.#volumes(volume, second), place: rows.place };
  }

  /** In: the 6th and the 8th column. */
  #volumes(
    volume: Quantity | undefined,
    second: Quantity | undefined,
  ): { readonly coins: Quantity | null; readonly money: Quantity | null } {
    if (this.#marks) return { coins: null, money: null };
    if (!isCoinMarginedMarket(this.#rows.market)) return { coins: volume ?? null, money: second ?? null };
    const dollars = rate(coinMarginedDollars(this.#rows.market));
    const money = volume === undefined ? null : quantityTimes(volume, dollars, 'half-even');
    return { coins: second ?? null, money };
  }

  /** The last close of the hour and all its volume; what is missing of the hour is not made up. */
  #addToHour(span: Span): void {
    const hour = Math.ceil(epochMs(span.end) / HOUR_MS);
    const known = this.#hours.get(hour);
    if (known === undefined) {
      this.#hours.set(hour, span);
      return;
    }
    const later = span.end > known.end ? span : known;
    this.#hours.set(hour, {
      ...later,
      ms: known.ms + span.ms,
      coins: sum(known.coins, span.coins),
      money: sum(known.money, span.money),
    });
  }

  #emit({ end, ms, close, coins, money, place }: Span): void {
    const hours = ms / HOUR_MS;
    this.#rows.emit('close', end, close, hours, { place });
    if (coins !== null) this.#rows.emit('volume', end, coins, hours, { place });
    if (money !== null) this.#rows.emit('volume-money', end, money, hours, { place });
  }
}

/** A spot market's closes are prices of the coin, a contract's its own marks. null where the pair cannot be told apart. */
function dayClosesOf(market: string): DayCloses | null {
  if (!market.includes(':')) return new DayCloses(assetId(market), null);
  if (!market.split(':')[0]?.endsWith('-spot')) return new DayCloses(market as ContractId, null);
  const pair = splitPair(symbolOf(market).replace(/[/_-]/u, ''), '');
  return pair === null ? null : new DayCloses(assetId(pair.base), assetId(pair.quote));
}

function sum(a: Quantity | null, b: Quantity | null): Quantity | null {
  return a === null || b === null ? (a ?? b) : add(a, b);
}
