import { add, sum } from '../../../../shared/num/arithmetic.ts';
import type { Money } from '../../../../shared/num/types.ts';
import { zeroMoney } from '../../../../shared/num/types.ts';
import { yearOf } from '../../../../shared/time/local-date.ts';
import type { ExitCase } from '../../exit/exit-case.ts';
import type { ExitSchedule } from '../../exit/exit-schedule.ts';
import { yearsWith } from '../../exit/exit-years.ts';
import { scheduleFlows } from '../../exit/schedule-actions.ts';
import type { ScheduleFlows } from '../../exit/schedule-flows.ts';
import { inTodaysMoney } from '../../exit/today-money.ts';
import { jurisdictions } from '../../tax/assess-year.ts';
import type { TaxYears } from '../../tax/tax-years.ts';

/**
 * What a schedule costs with the whole tax of the plan's years, in today's money: `priceSchedule`'s cost and what is owed without
 * it. Two schedules differ by the same amount either way, and nothing has to be assessed without them.
 */
export function fullCost(given: ExitCase, schedule: ExitSchedule): Money {
  const flows = scheduleFlows(given, schedule);
  return add(costsToday(given, flows), taxToday(given, yearsWith(given, flows.actions)));
}

/** Carry, fees, slippage and what locked margin would have earned. */
export function costsToday(given: ExitCase, { costs }: ScheduleFlows): Money {
  return sum(
    costs.map(({ amount, date }) => inTodaysMoney(given, amount, date)),
    zeroMoney,
  );
}

/** The tax of all years up to the plan's last, each when it falls due. */
export function taxToday(given: ExitCase, { years }: TaxYears): Money {
  const current = yearOf(given.asOf);
  return sum(
    years
      .filter(({ input: { year } }) => year <= given.lastYear)
      .map(({ input: { year }, assessment, jurisdiction }) =>
        inTodaysMoney(
          given,
          assessment.totalTax,
          jurisdictions[jurisdiction].taxDue(Math.max(year, current)),
        ),
      ),
    zeroMoney,
  );
}
