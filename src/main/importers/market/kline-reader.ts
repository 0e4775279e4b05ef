/**
 * Rows of klines → closes and volumes of each span, and day closes. Of spans shorter than an hour: the close of each hour,
 * and its volume where the file has all of it, for a part of an hour would be another value in each part of a file.
 */
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
import { HOUR_MS, isLastOf } from './last-of.ts';
import { coinMarginedDollars, isCoinMarginedMarket, symbolOf } from './market-of.ts';
import { ObservationRows } from './observation-rows.ts';
import type { Place } from './observation-rows.ts';
import { SeriesCheck } from './series-check.ts';

/** Of a span, or of those of an hour so far; then `end` and `place` are the latest's. */
interface Volumes {
  readonly end: Instant;
  readonly ms: number;
  readonly coins: Quantity | null;
  readonly money: Quantity | null;
  readonly place: Place;
}

interface Span extends Volumes {
  readonly close: Quantity;
}

export class KlineReader implements RowReader {
  readonly #rows: ObservationRows;
  readonly #marks: boolean;
  readonly #closes: DayCloses | null;
  readonly #check = new SeriesCheck();
  readonly #hours = new Map<number, Volumes>();
  #stepMs = 0;

  constructor(detection: Detection, context: ReadContext, sink: Sink) {
    this.#rows = new ObservationRows(detection, context, sink);
    this.#marks = detection.variant === 'marks';
    this.#closes = dayClosesOf(this.#rows, sink);
  }

  row(cells: readonly string[], line: number, raw: string): void {
    if (!this.#rows.begin(cells, line, raw)) return;
    const span = this.#read();
    if (span === null || !this.#rows.isOver(span.end)) return;
    const isNew = this.#check.take(span.end);
    this.#stepMs = span.ms;
    if (span.ms < HOUR_MS) return this.#ofHour(span, isNew);
    this.#rows.emit('close', span.end, span.close, span.ms / HOUR_MS);
    this.#emitVolumes(span);
    return this.#closes?.take(span.end, span.ms, span.close);
  }

  end(): void {
    for (const hour of this.#hours.values()) if (hour.ms === HOUR_MS) this.#emitVolumes(hour);
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

  #ofHour(span: Span, isNew: boolean): void {
    if (isLastOf(HOUR_MS, span.end, span.ms)) this.#rows.emit('close', span.end, span.close, 1);
    if (!isNew) return;
    const hour = Math.ceil(epochMs(span.end) / HOUR_MS);
    const known = this.#hours.get(hour);
    this.#hours.set(hour, known === undefined ? span : together(known, span));
  }

  #emitVolumes({ end, ms, coins, money, place }: Volumes): void {
    const hours = ms / HOUR_MS;
    if (coins !== null) this.#rows.emit('volume', end, coins, hours, { place });
    if (money !== null) this.#rows.emit('volume-money', end, money, hours, { place });
  }
}

function together(a: Volumes, b: Volumes): Volumes {
  const { end, place } = a.end > b.end ? a : b;
  return { end, place, ms: a.ms + b.ms, coins: sum(a.coins, b.coins), money: sum(a.money, b.money) };
}

/** A spot market's closes are prices of the coin, a contract's its own marks. null where the pair cannot be told apart. */
function dayClosesOf(rows: ObservationRows, sink: Sink): DayCloses | null {
  const { market } = rows;
  if (!market.includes(':')) return new DayCloses(assetId(market), null, rows, sink);
  if (!market.split(':')[0]?.endsWith('-spot')) return new DayCloses(market as ContractId, null, rows, sink);
  const pair = splitPair(symbolOf(market).replace(/[/_-]/u, ''), '');
  return pair === null ? null : new DayCloses(assetId(pair.base), assetId(pair.quote), rows, sink);
}

function sum(a: Quantity | null, b: Quantity | null): Quantity | null {
  return a === null || b === null ? (a ?? b) : add(a, b);
}
