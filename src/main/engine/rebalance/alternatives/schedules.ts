/** The schedules of the ways back: what each does on which day. */
import type { AssetId } from '../../../../shared/domain/asset.ts';
import type { StraddleRegime } from '../../../../shared/domain/tax-elections.ts';
import { invariant } from '../../../../shared/invariant.ts';
import { toText } from '../../../../shared/num/format.ts';
import type { Quantity } from '../../../../shared/num/types.ts';
import type { LocalDate } from '../../../../shared/time/local-date.ts';
import type { ExitCase } from '../../exit/exit-case.ts';
import type { ExitSchedule } from '../../exit/exit-schedule.ts';
import type { LotOrder } from '../../exit/lot-order.ts';
import { allOn } from '../../exit/rule-schedules.ts';
import { coveredLots } from './covered-lots.ts';

/** Everything stays as it is: hedges that are open stay open. */
export const nothingDone: ExitSchedule = { regime: null, days: [] };

/** The first day on which the plan may trade. */
export function firstDay({ dates }: ExitCase): LocalDate {
  const [first] = dates;
  invariant(first !== undefined, 'an exit case has a day');
  return first.date;
}

/** Sells and buys everything on the first day; nothing is opened, what is open is closed. One for each order of lots. */
export function sellingNow(given: ExitCase): readonly ExitSchedule[] {
  return inEachOrder(given, firstDay(given), ALL_ORDERS);
}

/**
 * Hedges on the first day as far as contracts reach, and trades and leaves them on a later one: one for each order of lots and
 * each way of marking the straddle. Empty where there is nothing to hedge with.
 */
export function hedgedUntil(
  given: ExitCase,
  exit: LocalDate,
  orders: readonly WayOrder[] = ALL_ORDERS,
): readonly ExitSchedule[] {
  if (!canHedge(given) || exit <= firstDay(given)) return [];
  const regimes: readonly (StraddleRegime | null)[] = given.regimes.length === 0 ? [null] : given.regimes;
  return inEachOrder(given, exit, orders).flatMap((schedule) =>
    regimes.map((regime) => ({ ...schedule, regime })),
  );
}

/** Whether there is a future for any of the goals. */
export function canHedge({ futures }: ExitCase): boolean {
  return futures.some(({ steps }) => steps > 0);
}

/** Buys with fresh money on the first day; hedges that are open stay open. */
export function buyingOnly(
  given: ExitCase,
  buys: readonly { readonly asset: AssetId; readonly quantity: Quantity }[],
): ExitSchedule {
  const hedges = given.futures
    .filter(({ isOpen, steps }) => isOpen && steps > 0)
    .map(({ position, steps }) => ({ position, steps }));
  return { regime: null, days: [{ date: firstDay(given), sells: [], buys, hedges }] };
}

/**
 * Orders in which lots leave: lowest tax first, highest cost first, first in first out, by the taxpayer's method, and the hedged
 * lots first (to sell them frees what waits for them).
 */
type WayOrder = LotOrder | 'hedged-first';
const ALL_ORDERS: readonly WayOrder[] = ['min-tax', 'hifo', 'fifo', 'given', 'hedged-first'];
/** Enough to tell days apart: by rates alone lots are alike where the next unit of gain is free. */
export const QUICK_ORDERS: readonly WayOrder[] = ['min-tax', 'hifo'];

/** Everything on one day, once in each order; those that come to the same sales are one. */
function inEachOrder(given: ExitCase, date: LocalDate, orders: readonly WayOrder[]): readonly ExitSchedule[] {
  const found = new Map<string, ExitSchedule>();
  const offered = orders.map((order) =>
    order === 'hedged-first' ? allOn(withHedgedFirst(given), date, 'given') : allOn(given, date, order),
  );
  for (const schedule of offered) {
    const sells = schedule.days.flatMap((day) => day.sells);
    const key = sells.map(({ lot, quantity }) => `${lot} ${toText(quantity)}`).join('|');
    if (!found.has(key)) found.set(key, schedule);
  }
  return [...found.values()];
}

function withHedgedFirst(given: ExitCase): ExitCase {
  const hedged = new Set(given.futures.flatMap((future) => coveredLots(future).map(({ lot }) => lot)));
  return {
    ...given,
    goals: given.goals.map((goal) =>
      goal.order === undefined || goal.order === 'free'
        ? {
            ...goal,
            lots: [
              ...goal.lots.filter(({ lot }) => hedged.has(lot)),
              ...goal.lots.filter(({ lot }) => !hedged.has(lot)),
            ],
          }
        : goal,
    ),
  };
}
