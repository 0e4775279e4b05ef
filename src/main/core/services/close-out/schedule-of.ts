import type { ExitScheduleText } from '../../../../shared/contract/exit-schedule-text.ts';
import { assetId } from '../../../../shared/domain/asset.ts';
import type { LotId } from '../../../../shared/domain/lot.ts';
import { toText } from '../../../../shared/num/format.ts';
import { quantity } from '../../../../shared/num/parse.ts';
import { compareDates, dateText, localDate } from '../../../../shared/time/local-date.ts';
import type { ExitSchedule } from '../../../engine/exit/exit-schedule.ts';
import type { TaxPositionId } from '../../../engine/tax/jurisdictions/us/straddles/straddle-case.ts';

/** A schedule as a caller gives it, its days in order. */
export function scheduleOf({ regime, days }: ExitScheduleText): ExitSchedule {
  return {
    regime,
    days: days
      .map(({ date, sells, buys, hedges }) => ({
        date: localDate(date),
        sells: sells.map((sale) => ({
          asset: assetId(sale.asset),
          lot: sale.lot as LotId,
          quantity: quantity(sale.quantity),
        })),
        buys: buys.map((buy) => ({ asset: assetId(buy.asset), quantity: quantity(buy.quantity) })),
        hedges: hedges.map(({ position, steps }) => ({ position: position as TaxPositionId, steps })),
      }))
      .toSorted((a, b) => compareDates(a.date, b.date)),
  };
}

export function scheduleText({ regime, days }: ExitSchedule): ExitScheduleText {
  return {
    regime,
    days: days.map(({ date, sells, buys, hedges }) => ({
      date: dateText(date),
      sells: sells.map(({ asset, lot, quantity: units }) => ({ asset, lot, quantity: toText(units) })),
      buys: buys.map(({ asset, quantity: units }) => ({ asset, quantity: toText(units) })),
      hedges: hedges.map(({ position, steps }) => ({ position, steps })),
    })),
  };
}
