import { toFloat } from '../../../../shared/num/approximate.ts';
import { toText } from '../../../../shared/num/format.ts';
import { dateText } from '../../../../shared/time/local-date.ts';
import type { ExitCase } from '../exit-case.ts';
import type { ExitSchedule } from '../exit-schedule.ts';
import { feasibility } from '../feasibility.ts';
import { priceSchedule } from '../price-schedule.ts';
import type { PricedSchedule } from '../priced-schedule.ts';
import type { Draft } from './draft.ts';
import { inMethodOrder } from './in-method-order.ts';
import { scheduleOfDraft } from './schedule-of-draft.ts';

/** A draft with its exact price. */
export interface PricedDraft {
  readonly draft: Draft;
  readonly priced: PricedSchedule;
  readonly cost: number;
}

/** Prices drafts exactly, each schedule once; one that breaks a limit has no price. */
export class Pricer {
  count = 0;
  readonly #given: ExitCase;
  readonly #found = new Map<string, PricedSchedule | null>();

  constructor(given: ExitCase) {
    this.#given = given;
  }

  price(draft: Draft): PricedDraft | null {
    const ordered = inMethodOrder(this.#given, draft);
    const schedule = scheduleOfDraft(this.#given, ordered);
    const priced = schedule === null ? null : this.priceSchedule(schedule);
    return priced === null ? null : { draft: ordered, priced, cost: toFloat(priced.cost) };
  }

  priceSchedule(schedule: ExitSchedule): PricedSchedule | null {
    const key = keyOf(schedule);
    const known = this.#found.get(key);
    if (known !== undefined) return known;
    const isFeasible = feasibility(this.#given, schedule).length === 0;
    if (isFeasible) this.count += 1;
    const priced = isFeasible ? priceSchedule(this.#given, schedule) : null;
    this.#found.set(key, priced);
    return priced;
  }
}

function keyOf({ regime, days }: ExitSchedule): string {
  const parts = days.map(({ date, sells, buys, hedges }) =>
    [
      dateText(date),
      ...sells.map(({ lot, quantity }) => `${lot}=${toText(quantity)}`),
      ...buys.map(({ asset, quantity }) => `${asset}=${toText(quantity)}`),
      ...hedges.map(({ position, steps }) => `${position}=${steps}`),
    ].join(),
  );
  return [regime ?? '', ...parts].join(';');
}
