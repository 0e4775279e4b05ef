import type { AssetId } from '../../../shared/domain/asset.ts';
import type { PriceMark } from '../../../shared/domain/price-mark.ts';
import { asPrice } from '../../../shared/domain/observed-value.ts';
import { isPositive } from '../../../shared/num/arithmetic.ts';
import type { Quantity } from '../../../shared/num/types.ts';
import { addDuration } from '../../../shared/time/instant.ts';
import type { Instant } from '../../../shared/time/instant.ts';
import type { Sink } from '../importer.ts';
import { DAY_MS, isLastOf } from './last-of.ts';
import type { ObservationRows } from './observation-rows.ts';

/** The last close of each UTC day, as price marks: more of them would say nothing that a valuation asks. */
export class DayCloses {
  readonly #of: PriceMark['of'];
  readonly #quote: AssetId | null;
  readonly #rows: ObservationRows;
  readonly #sink: Sink;

  /** In: `quote`, what the price is in; null for a contract, whose marks are in its own quote money. */
  constructor(of: PriceMark['of'], quote: AssetId | null, rows: ObservationRows, sink: Sink) {
    this.#of = of;
    this.#quote = quote;
    this.#rows = rows;
    this.#sink = sink;
  }

  /** Takes up the close of the row at hand. In: the end of its span and how long that is. */
  take(spanEnd: Instant, spanMs: number, value: Quantity): void {
    if (!isPositive(value) || !isLastOf(DAY_MS, spanEnd, spanMs)) return;
    const { place } = this.#rows;
    this.#rows.told(place.line);
    // The last millisecond of the span, so that the price belongs to the day that it closes.
    const time = addDuration(spanEnd, -1);
    const mark = { of: this.#of, time, price: asPrice(value), source: this.#rows.sourceAt(place) };
    if (this.#quote === null) this.#sink.price(mark, place.line, place.raw);
    else this.#sink.price(mark, place.line, place.raw, this.#quote);
  }
}
