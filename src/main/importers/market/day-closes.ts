import type { AssetId } from '../../../shared/domain/asset.ts';
import type { PriceMark } from '../../../shared/domain/price-mark.ts';
import { asPrice } from '../../../shared/domain/observed-value.ts';
import { isPositive } from '../../../shared/num/arithmetic.ts';
import type { Price, Quantity } from '../../../shared/num/types.ts';
import { addDuration, epochMs } from '../../../shared/time/instant.ts';
import type { Instant } from '../../../shared/time/instant.ts';
import type { Sink } from '../importer.ts';
import type { ObservationRows, Place } from './observation-rows.ts';

const DAY_MS = 86_400_000;

interface Close {
  /** The last millisecond of the span, so that the price belongs to the day that it closes. */
  readonly time: Instant;
  readonly price: Price;
  readonly place: Place;
}

/** The last close of each UTC day, as price marks: more of them would say nothing that a valuation asks. */
export class DayCloses {
  readonly #of: PriceMark['of'];
  readonly #quote: AssetId | null;
  readonly #days = new Map<number, Close>();

  /** In: `quote`, what the price is in; null for a contract, whose marks are in its own quote money. */
  constructor(of: PriceMark['of'], quote: AssetId | null) {
    this.#of = of;
    this.#quote = quote;
  }

  take(spanEnd: Instant, value: Quantity, place: Place): void {
    if (!isPositive(value)) return;
    const time = addDuration(spanEnd, -1);
    const day = Math.floor(epochMs(time) / DAY_MS);
    const known = this.#days.get(day);
    if (known === undefined || known.time < time) this.#days.set(day, { time, price: asPrice(value), place });
  }

  emit(sink: Sink, rows: ObservationRows): void {
    for (const { time, price, place } of this.#days.values()) {
      rows.told(place.line);
      const mark = { of: this.#of, time, price, source: rows.sourceAt(place) };
      if (this.#quote === null) sink.price(mark, place.line, place.raw);
      else sink.price(mark, place.line, place.raw, this.#quote);
    }
  }
}
