/** Purchases are paid by sales: the money from elsewhere that the goals themselves ask for, and no other. */
import { clampToZero, add, isPositive, larger, subtract } from '../../../shared/num/arithmetic.ts';
import { money, rate } from '../../../shared/num/parse.ts';
import { moneyTimes, valueOf } from '../../../shared/num/products.ts';
import { zeroMoney } from '../../../shared/num/types.ts';
import type { Money } from '../../../shared/num/types.ts';
import type { LocalDate } from '../../../shared/time/local-date.ts';
import type { ExitCase } from './exit-case.ts';
import type { ExitSchedule } from './exit-schedule.ts';

/** Whether what is bought can be paid by what is sold; without goals on both sides there is nothing to watch. */
export function sellsAndBuys({ goals }: Pick<ExitCase, 'goals'>): boolean {
  return goals.some(({ sell }) => isPositive(sell)) && goals.some(({ buy }) => isPositive(buy));
}

/**
 * What all purchases need beyond what all sales bring, with fees, at the prices of the dearest candidate day up to one: so that
 * shares of everything on several days are always paid. Never negative. Rounds half-even.
 */
export function neededInAll({ goals, dates, book, costs }: ExitCase, until: LocalDate): Money {
  let most = zeroMoney;
  for (const { date } of dates) {
    if (date > until) break;
    let [bought, sold] = [zeroMoney, zeroMoney];
    for (const { asset, sell, buy } of goals) {
      const price = book.priceOn(asset, date);
      if (price === null) continue;
      bought = add(bought, valueOf(buy, price, 'half-even'));
      sold = add(sold, valueOf(sell, price, 'half-even'));
    }
    const fees = moneyTimes(add(bought, sold), add(costs.spotFee, costs.spotSlippage), 'half-even');
    most = larger(most, subtract(add(bought, fees), sold));
  }
  return most;
}

/** What rounding to whole coins and days may leave: a cent, or a millionth of what is bought. */
const A_CENT = money('0.01');
const A_MILLIONTH = rate('0.000001');

/**
 * Days after which purchases have taken more than sales brought by then and the goals need in all, with how much more.
 * Empty where cash is given: then that is what counts.
 * In: a schedule of days and assets of which the case has prices.
 */
export function unpaidPurchases(
  given: ExitCase,
  { days }: ExitSchedule,
): readonly { readonly date: LocalDate; readonly amount: Money }[] {
  if (given.limits.cash !== null || !sellsAndBuys(given)) return [];
  const { book, costs } = given;
  let [bought, sold, fees] = [zeroMoney, zeroMoney, zeroMoney];
  return days.flatMap(({ date, sells, buys }) => {
    const value = (list: typeof buys): Money =>
      list.reduce((total, { asset, quantity }) => {
        const price = book.priceOn(asset, date);
        return price === null ? total : add(total, valueOf(quantity, price, 'half-even'));
      }, zeroMoney);
    const [paid, brought] = [value(buys), value(sells)];
    bought = add(bought, paid);
    sold = add(sold, brought);
    fees = add(fees, moneyTimes(add(paid, brought), add(costs.spotFee, costs.spotSlippage), 'half-even'));
    if (!isPositive(paid)) return [];
    const slack = add(A_CENT, moneyTimes(bought, A_MILLIONTH, 'up'));
    const covered = add(add(sold, neededInAll(given, date)), slack);
    const amount = clampToZero(subtract(add(bought, fees), covered));
    return isPositive(amount) ? [{ date, amount }] : [];
  });
}
