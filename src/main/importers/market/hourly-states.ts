import type { Measure } from '../../../shared/domain/observation.ts';
import type { Quantity } from '../../../shared/num/types.ts';
import { epochMs } from '../../../shared/time/instant.ts';
import type { Instant } from '../../../shared/time/instant.ts';
import type { ObservationRows, Place } from './observation-rows.ts';

const HOUR_MS = 3_600_000;

interface State {
  readonly measure: Measure;
  readonly level: string;
  readonly of: string;
  readonly time: Instant;
  readonly value: Quantity;
  readonly place: Place;
}

/**
 * Keeps of each hour the last state: files state one every 30 seconds or 5 minutes, and ranks and costs ask for no more
 * than one an hour. Full hours belong to the hour that they end.
 */
export class HourlyStates {
  readonly #rows: ObservationRows;
  readonly #states = new Map<string, State>();

  constructor(rows: ObservationRows) {
    this.#rows = rows;
  }

  take(measure: Measure, time: Instant, value: Quantity, level = '', of = this.#rows.market): void {
    const key = `${Math.ceil(epochMs(time) / HOUR_MS)} ${measure} ${level} ${of}`;
    const known = this.#states.get(key);
    if (known !== undefined && known.time >= time) return;
    this.#states.set(key, { measure, level, of, time, value, place: this.#rows.place });
  }

  emit(): void {
    for (const { measure, level, of, time, value, place } of this.#states.values())
      this.#rows.emit(measure, time, value, null, { of, level, place });
  }
}
