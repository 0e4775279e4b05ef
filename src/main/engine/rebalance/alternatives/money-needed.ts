import { clampToZero, larger, negate, subtract, sum } from '../../../../shared/num/arithmetic.ts';
import type { Money } from '../../../../shared/num/types.ts';
import { zeroMoney } from '../../../../shared/num/types.ts';
import type { PricedSchedule } from '../../exit/priced-schedule.ts';

/**
 * The most money from elsewhere that a schedule ties up on any day: for purchases before there are proceeds, for fees, and for the
 * margin of futures that it opens as far as that is known. Never negative.
 */
export function moneyNeeded({ flows }: Pick<PricedSchedule, 'flows'>): Money {
  const days = [...flows.cash.map(({ date }) => date), ...flows.locked.map(({ from }) => from)];
  return days.reduce((most, day) => {
    const moved = sum(
      flows.cash.filter(({ date }) => date <= day).map(({ amount }) => amount),
      zeroMoney,
    );
    const locked = sum(
      flows.locked.filter(({ from, to }) => from <= day && day < to).map(({ fresh }) => fresh ?? zeroMoney),
      zeroMoney,
    );
    return larger(most, clampToZero(negate(subtract(moved, locked))));
  }, zeroMoney);
}
