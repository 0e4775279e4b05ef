import type { LotId } from '../../../../shared/domain/lot.ts';
import { add, isZero, smaller, subtract, sum } from '../../../../shared/num/arithmetic.ts';
import { zeroQuantity } from '../../../../shared/num/types.ts';
import type { Quantity } from '../../../../shared/num/types.ts';
import { dateText } from '../../../../shared/time/local-date.ts';
import type { ExitCase } from '../../../engine/exit/exit-case.ts';
import type { ExitDay, ExitSchedule } from '../../../engine/exit/exit-schedule.ts';
import { listText, quantityText } from '../../../engine/words.ts';

/** What one schedule does otherwise than another, each a whole sentence: amounts by day, hedges after it, lots. */
export function scheduleChanges(now: ExitSchedule, before: ExitSchedule, given: ExitCase): readonly string[] {
  const dates = [...new Set([...before.days, ...now.days].map(({ date }) => dateText(date)))].toSorted();
  const dayOf = ({ days }: ExitSchedule, date: string): ExitDay | undefined =>
    days.find((day) => dateText(day.date) === date);
  const changes = dates.flatMap((date) => {
    const [to, from] = [dayOf(now, date), dayOf(before, date)];
    const assets = given.goals.map(({ asset }) => asset);
    return [
      ...assets.flatMap((asset) => {
        const traded = (day: ExitDay | undefined, of: 'sells' | 'buys'): Quantity =>
          sum(
            (day?.[of] ?? []).filter((one) => one.asset === asset).map(({ quantity }) => quantity),
            zeroQuantity,
          );
        return (['sells', 'buys'] as const).flatMap((of) =>
          amountChange(date, of === 'sells' ? 'sell' : 'buy', asset, traded(to, of), traded(from, of)),
        );
      }),
      ...given.futures.flatMap(({ position, terms }) => {
        const open = (schedule: ExitSchedule): number => openAfter(schedule, date, position, given);
        const [wasOpen, isOpen] = [open(before), open(now)];
        return wasOpen === isOpen
          ? []
          : [`${date}: ${isOpen} steps of ${terms.symbol} are open after the day instead of ${wasOpen}.`];
      }),
    ];
  });
  return [...changes, ...lotChanges(now, before)];
}

function amountChange(date: string, verb: string, asset: string, now: Quantity, before: Quantity): string[] {
  if (now === before) return [];
  const coins = (quantity: Quantity): string => quantityText(quantity, asset);
  if (isZero(before)) return [`${date}: ${verb} ${coins(now)}, which the saved plan did not on that day.`];
  return isZero(now)
    ? [`${date}: do not ${verb} the ${coins(before)} of the saved plan.`]
    : [`${date}: ${verb} ${coins(now)} instead of ${coins(before)}.`];
}

function openAfter({ days }: ExitSchedule, date: string, position: string, { futures }: ExitCase): number {
  const day = days.findLast((one) => dateText(one.date) <= date);
  if (day !== undefined) return day.hedges.find((one) => one.position === position)?.steps ?? 0;
  const future = futures.find((one) => one.position === position);
  return future?.isOpen === true ? future.steps : 0;
}

/** Over all days: units that leave other lots. */
function lotChanges(now: ExitSchedule, before: ExitSchedule): string[] {
  const assets = [...new Set(now.days.flatMap(({ sells }) => sells.map(({ asset }) => asset)))];
  const moved = assets.flatMap((asset) => {
    const [to, from] = [unitsByLot(now, asset), unitsByLot(before, asset)];
    const same = sum(
      [...to].map(([lot, quantity]) => smaller(quantity, from.get(lot) ?? zeroQuantity)),
      zeroQuantity,
    );
    const other = subtract(sum([...to.values()], zeroQuantity), same);
    return isZero(other) ? [] : [quantityText(other, asset)];
  });
  return moved.length === 0 ? [] : [`${listText(moved)} are to leave other lots than in the saved plan.`];
}

function unitsByLot({ days }: ExitSchedule, asset: string): ReadonlyMap<LotId, Quantity> {
  const units = new Map<LotId, Quantity>();
  for (const sale of days.flatMap(({ sells }) => sells))
    if (sale.asset === asset) units.set(sale.lot, add(units.get(sale.lot) ?? zeroQuantity, sale.quantity));
  return units;
}
