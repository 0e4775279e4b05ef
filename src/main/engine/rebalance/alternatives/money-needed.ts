import { moneyTimes, valueOf } from '../../../../shared/num/products.ts';
import type { LocalDate } from '../../../../shared/time/local-date.ts';
import type { ExitCase } from '../../exit/exit-case.ts';
import { times } from '../../exit/times.ts';
import { clampToZero, larger, negate, subtract, sum } from '../../../../shared/num/arithmetic.ts';
import type { Money } from '../../../../shared/num/types.ts';
import { zeroMoney } from '../../../../shared/num/types.ts';
import type { PricedSchedule } from '../../exit/priced-schedule.ts';

/** The same with what is known of margins on days on which one of several is not. */
export function moneyTied(exit: ExitCase, priced: PricedSchedule): Money {
  return moneyNeeded(priced, (day) => knownMargin(exit, priced, day));
}

/** Of futures that the schedule opens, in the order of days: those whose margin is known. */
function knownMargin(exit: ExitCase, { schedule }: PricedSchedule, day: LocalDate): Money {
  const open = schedule.days.findLast(({ date }) => date <= day)?.hedges ?? [];
  return sum(
    open.map(({ position, steps }) => {
      const future = exit.futures.find((one) => one.position === position);
      const price = future === undefined ? null : exit.book.priceOn(future.asset, day);
      if (future === undefined || future.isOpen || future.marginRate === null || price === null)
        return zeroMoney;
      return moneyTimes(
        valueOf(times(future.coinsPerStep, steps), price, 'half-even'),
        future.marginRate,
        'half-even',
      );
    }),
    zeroMoney,
  );
}

/**
 * The most money from elsewhere that a schedule ties up on any day: for purchases before there are proceeds, for fees, and for the
 * margin of futures that it opens. Where one of several margins is not known, `marginOn` stands for all of that day. Never negative.
 */
function moneyNeeded({ flows }: PricedSchedule, marginOn: (day: LocalDate) => Money): Money {
  const days = [...flows.cash.map(({ date }) => date), ...flows.locked.map(({ from }) => from)];
  return days.reduce((most, day) => {
    const moved = sum(
      flows.cash.filter(({ date }) => date <= day).map(({ amount }) => amount),
      zeroMoney,
    );
    const locked = sum(
      flows.locked
        .filter(({ from, to }) => from <= day && day < to)
        .map(({ fresh }) => fresh ?? marginOn(day)),
      zeroMoney,
    );
    return larger(most, clampToZero(negate(subtract(moved, locked))));
  }, zeroMoney);
}
