/** The schedules of the ways back: what each does on which day. */
import { isPositive, isZero } from '../../../../shared/num/arithmetic.ts';
import { toText } from '../../../../shared/num/format.ts';
import type { Quantity } from '../../../../shared/num/types.ts';
import type { LocalDate } from '../../../../shared/time/local-date.ts';
import type { AssetId } from '../../../../shared/domain/asset.ts';
import type { StraddleRegime } from '../../../../shared/domain/tax-elections.ts';
import { invariant } from '../../../../shared/invariant.ts';
import type { ExitCase, ExitLot } from '../../exit/exit-case.ts';
import type { ExitDay, ExitSchedule } from '../../exit/exit-schedule.ts';
import { lotOrders, salesInOrder } from './lot-orders.ts';
import type { OfferedOrders } from './lot-orders.ts';

/** Everything stays as it is: hedges that are open stay open. */
export const nothingDone: ExitSchedule = { regime: null, days: [] };

/** The first day on which the plan may trade. */
export function firstDay({ dates }: ExitCase): LocalDate {
  const [first] = dates;
  invariant(first !== undefined, 'an exit case has a day');
  return first.date;
}

/** Sells and buys everything on the first day, once in each order; nothing is opened, what is open is closed. */
export function sellingNow(given: ExitCase, orders: OfferedOrders = lotOrders): readonly ExitSchedule[] {
  return tradesOn(given, firstDay(given), orders).map((day) => ({ regime: null, days: [day] }));
}

/**
 * Hedges on the first day as far as contracts reach, and trades and leaves them on a later one, once in each order and regime.
 * Empty where there is nothing to hedge with.
 */
export function hedgedUntil(
  given: ExitCase,
  exit: LocalDate,
  orders: OfferedOrders = lotOrders,
): readonly ExitSchedule[] {
  const opening = openingDay(given);
  if (opening === null || exit <= opening.date) return [];
  const regimes: readonly (StraddleRegime | null)[] = given.regimes.length === 0 ? [null] : given.regimes;
  return tradesOn(given, exit, orders).flatMap((day) =>
    regimes.map((regime) => ({ regime, days: [opening, day] })),
  );
}

/** The day on which every hedge is in place; null where there is none. */
export function openingDay(given: ExitCase): ExitDay | null {
  const hedges = given.futures.filter(({ steps }) => steps > 0);
  return hedges.length === 0
    ? null
    : {
        date: firstDay(given),
        sells: [],
        buys: [],
        hedges: hedges.map(({ position, steps }) => ({ position, steps })),
      };
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

function tradesOn(given: ExitCase, date: LocalDate, orders: OfferedOrders): readonly ExitDay[] {
  const buys = given.goals
    .filter(({ buy }) => isPositive(buy))
    .map(({ asset, buy }) => ({ asset, quantity: buy }));
  const selling = given.goals.filter(({ sell }) => !isZero(sell));
  const offered = selling.map((goal) => ({ goal, ways: orders(given, goal, date) }));
  const count = Math.max(1, ...offered.map(({ ways }) => ways.length));
  const seen = new Set<string>();
  const days: ExitDay[] = [];
  for (let place = 0; place < count; place++) {
    const sells = offered.flatMap(({ goal, ways }) =>
      salesInOrder(goal, ways[Math.min(place, ways.length - 1)] ?? noLots),
    );
    // Orders that come to the same sale are one.
    const key = sells.map(({ lot, quantity }) => `${lot} ${toText(quantity)}`).join('|');
    if (seen.has(key)) continue;
    seen.add(key);
    days.push({ date, sells, buys, hedges: [] });
  }
  return days;
}

const noLots: readonly ExitLot[] = [];
