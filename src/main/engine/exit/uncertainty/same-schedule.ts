import { toText } from '../../../../shared/num/format.ts';
import { dateText } from '../../../../shared/time/local-date.ts';
import type { ExitDay, ExitSchedule } from '../exit-schedule.ts';

/** Equal for schedules that do the same, in whatever order a day lists it. */
export function scheduleKey({ regime, days }: ExitSchedule): string {
  return JSON.stringify([regime, days.map(dayKey)]);
}

function dayKey({ date, sells, buys, hedges }: ExitDay): unknown {
  return [
    dateText(date),
    sells.map(({ asset, lot, quantity }) => `${asset} ${lot} ${toText(quantity)}`).toSorted(),
    buys.map(({ asset, quantity }) => `${asset} ${toText(quantity)}`).toSorted(),
    hedges
      .filter(({ steps }) => steps > 0)
      .map(({ position, steps }) => `${position} ${steps}`)
      .toSorted(),
  ];
}
