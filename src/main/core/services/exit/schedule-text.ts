import { assetId } from '../../../../shared/domain/asset.ts';
import type { LotId } from '../../../../shared/domain/lot.ts';
import type { ExitScheduleText } from '../../../../shared/contract/exit-schedule-text.ts';
import { toText } from '../../../../shared/num/format.ts';
import { quantity } from '../../../../shared/num/parse.ts';
import { dateText, localDate } from '../../../../shared/time/local-date.ts';
import type { ExitSchedule } from '../../../engine/exit/exit-schedule.ts';
import type { TaxPositionId } from '../../../engine/tax/jurisdictions/us/straddles/straddle-case.ts';

/** A schedule as it crosses the contract. */
export function scheduleText({ regime, days }: ExitSchedule): ExitScheduleText {
  return {
    regime,
    days: days.map(({ date, sells, buys, hedges }) => ({
      date: dateText(date),
      sells: sells.map(({ asset, lot, quantity: of }) => ({ asset, lot, quantity: toText(of) })),
      buys: buys.map(({ asset, quantity: of }) => ({ asset, quantity: toText(of) })),
      hedges: hedges.map(({ position, steps }) => ({ position, steps })),
    })),
  };
}

/** A schedule that came across the contract; whether it can be carried out, `feasibility` says. */
export function scheduleFromText({ regime, days }: ExitScheduleText): ExitSchedule {
  return {
    regime,
    days: days.map(({ date, sells, buys, hedges }) => ({
      date: localDate(date),
      sells: sells.map(({ asset, lot, quantity: of }) => ({
        asset: assetId(asset),
        lot: lot as LotId,
        quantity: quantity(of),
      })),
      buys: buys.map(({ asset, quantity: of }) => ({ asset: assetId(asset), quantity: quantity(of) })),
      hedges: hedges.map(({ position, steps }) => ({ position: position as TaxPositionId, steps })),
    })),
  };
}
