/**
 * case + schedule → actions for the tax engine, and costs that are no tax
 *
 * Within a day: what is due is paid and futures are reduced, lots sold, coins bought, futures opened.
 */
import type { AssetId } from '../../../shared/domain/asset.ts';
import type { LotId } from '../../../shared/domain/lot.ts';
import { invariant } from '../../../shared/invariant.ts';
import { add, clampToZero, isZero, subtract } from '../../../shared/num/arithmetic.ts';
import { moneyTimes, valueOf } from '../../../shared/num/products.ts';
import { zeroMoney, zeroQuantity } from '../../../shared/num/types.ts';
import type { Money, Price, Quantity } from '../../../shared/num/types.ts';
import { compareDates, dateText } from '../../../shared/time/local-date.ts';
import type { LocalDate } from '../../../shared/time/local-date.ts';
import type { ExitCase } from './exit-case.ts';
import type { ExitSchedule } from './exit-schedule.ts';
import { FutureWalk } from './future-walk.ts';
import type { PhasedAction } from './future-walk.ts';
import type { CashFlow, CostFlow, LockedMargin, ScheduleFlows } from './schedule-flows.ts';

/**
 * What carrying a schedule out does, pays and locks.
 * In: a case that has prices of all that it trades, on every day of the schedule.
 * Rounds products half-even to 18 decimals.
 */
export function scheduleFlows(given: ExitCase, schedule: ExitSchedule): ScheduleFlows {
  const coins = coinFlows(given, schedule);
  const leftOf = lotsLeft(given, schedule);
  const walks = given.futures.map((future) => new FutureWalk(given, future, schedule, leftOf));
  const phased: PhasedAction[] = [...coins.actions, ...walks.flatMap(({ actions }) => actions)];
  return {
    actions: phased
      .map((one, place) => ({ ...one, place }))
      .toSorted(
        (a, b) => compareDates(a.action.date, b.action.date) || a.phase - b.phase || a.place - b.place,
      )
      .map(({ action }) => action),
    costs: byDayAndKind([...coins.costs, ...walks.flatMap(({ costs }) => costs)]),
    moves: walks.flatMap(({ moves }) => moves).toSorted((a, b) => compareDates(a.date, b.date)),
    locked: byStretch(walks.flatMap(({ locked }) => locked)),
    cash: [...coins.cash, ...walks.flatMap(({ cash }) => cash)].toSorted((a, b) =>
      compareDates(a.date, b.date),
    ),
  };
}

interface CoinFlows {
  readonly actions: PhasedAction[];
  readonly costs: CostFlow[];
  readonly cash: CashFlow[];
}

function coinFlows(given: ExitCase, { days }: ExitSchedule): CoinFlows {
  const flows: CoinFlows = { actions: [], costs: [], cash: [] };
  const { spotFee, spotSlippage } = given.costs;
  const isFree = isZero(spotFee) && isZero(spotSlippage);
  for (const { date, sells, buys } of days) {
    let [fees, slippage, cash] = [zeroMoney, zeroMoney, zeroMoney];
    const charge = (quantity: Quantity, price: Price, isSale: boolean): { readonly fee?: Money } => {
      const value = valueOf(quantity, price, 'half-even');
      if (isSale) cash = add(cash, value);
      else cash = subtract(cash, value);
      if (isFree) return {};
      const [paid, slipped] = [spotFee, spotSlippage].map((rate) => moneyTimes(value, rate, 'half-even'));
      invariant(paid !== undefined && slipped !== undefined, 'two rates give two amounts');
      fees = add(fees, paid);
      slippage = add(slippage, slipped);
      const fee = add(paid, slipped);
      cash = subtract(cash, fee);
      return { fee };
    };
    for (const { asset, lot, quantity } of sells) {
      if (isZero(quantity)) continue;
      const price = coinPrice(given, asset, date);
      const fee = charge(quantity, price, true);
      flows.actions.push({ phase: 1, action: { kind: 'sell', date, lot, quantity, price, ...fee } });
    }
    for (const { asset, quantity } of buys) {
      if (isZero(quantity)) continue;
      const price = coinPrice(given, asset, date);
      const fee = charge(quantity, price, false);
      const lot = boughtLot(asset, date);
      flows.actions.push({ phase: 2, action: { kind: 'buy', date, lot, asset, quantity, price, ...fee } });
    }
    flows.costs.push({ date, kind: 'fees', amount: fees }, { date, kind: 'slippage', amount: slippage });
    if (!isZero(cash)) flows.cash.push({ date, amount: cash });
  }
  return flows;
}

/** The name of a lot that the plan buys. */
function boughtLot(asset: AssetId, date: LocalDate): LotId {
  return `exit/${asset}/${dateText(date)}` as LotId;
}

export function coinPrice({ book }: ExitCase, asset: AssetId, date: LocalDate): Price {
  const price = book.priceOn(asset, date);
  invariant(price !== null, `a case has prices of what it trades: ${asset}`);
  return price;
}

/** What is left of a lot once a day is over. */
function lotsLeft({ book }: ExitCase, { days }: ExitSchedule): (lot: LotId, after: LocalDate) => Quantity {
  let sold: Map<LotId, { date: LocalDate; quantity: Quantity }[]> | null = null;
  return (lot, after) => {
    if (sold === null) {
      sold = new Map();
      for (const { date, sells } of days)
        for (const one of sells) {
          const list = sold.get(one.lot);
          if (list === undefined) sold.set(one.lot, [{ date, quantity: one.quantity }]);
          else list.push({ date, quantity: one.quantity });
        }
    }
    const life = book.lotOf(lot)?.lot;
    if (life === undefined) return zeroQuantity;
    let left = life.quantity;
    for (const { quantity } of life.departures) left = subtract(left, quantity);
    for (const { date, quantity } of sold.get(lot) ?? []) if (date <= after) left = subtract(left, quantity);
    return clampToZero(left);
  };
}

function byDayAndKind(costs: readonly CostFlow[]): CostFlow[] {
  const sums = new Map<string, CostFlow>();
  for (const flow of costs) {
    const key = `${dateText(flow.date)} ${flow.kind}`;
    const known = sums.get(key);
    sums.set(key, known === undefined ? flow : { ...known, amount: add(known.amount, flow.amount) });
  }
  return [...sums.values()]
    .filter(({ amount }) => !isZero(amount))
    .toSorted((a, b) => compareDates(a.date, b.date));
}

/** Of all positions together; unknown where one is. */
function byStretch(locked: readonly LockedMargin[]): LockedMargin[] {
  const sums = new Map<string, LockedMargin>();
  for (const one of locked) {
    const key = `${dateText(one.from)} ${dateText(one.to)}`;
    const known = sums.get(key);
    const amount = known === undefined ? one.amount : sumOrNull(known.amount, one.amount);
    const fresh = known === undefined ? one.fresh : sumOrNull(known.fresh, one.fresh);
    sums.set(key, { ...one, amount, fresh });
  }
  return [...sums.values()].toSorted((a, b) => compareDates(a.from, b.from));
}

function sumOrNull(a: Money | null, b: Money | null): Money | null {
  return a === null || b === null ? null : add(a, b);
}
