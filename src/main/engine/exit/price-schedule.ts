/**
 * case + schedule → actions → facts → tax years, with and without → cost in today's money
 *
 * The tax is the tax engine's own of the ledger with the schedule's trades in it. Nothing here knows a rate or a rule.
 */
import type { LotId } from '../../../shared/domain/lot.ts';
import { add, isZero, subtract, sum } from '../../../shared/num/arithmetic.ts';
import { apportion, valueOf } from '../../../shared/num/products.ts';
import { zeroMoney, zeroQuantity } from '../../../shared/num/types.ts';
import type { Money, Quantity } from '../../../shared/num/types.ts';
import { yearOf } from '../../../shared/time/local-date.ts';
import { jurisdictions } from '../tax/assess-year.ts';
import type { TaxYears } from '../tax/tax-years.ts';
import type { ExitCase } from './exit-case.ts';
import type { ExitSchedule } from './exit-schedule.ts';
import { yearsWith, yearsWithout } from './exit-years.ts';
import { exposureAfter } from './exposure-after.ts';
import type { PricedSchedule, PricedYear } from './priced-schedule.ts';
import { coinPrice, scheduleFlows } from './schedule-actions.ts';
import type { CostKind, ScheduleFlows } from './schedule-flows.ts';
import { inTodaysMoney } from './today-money.ts';

/**
 * The exact price of a schedule, whether or not it keeps the limits (`feasibility` says that).
 * In: a case that has prices of all that it trades on every day, and a schedule of its lots and positions.
 * Out: cost = Σ in today's money of the tax added to each year (due when the jurisdiction says), carry, fees, slippage and
 * what locked margin would have earned.
 * Rounds each product half-even to 18 decimals.
 */
export function priceSchedule(given: ExitCase, schedule: ExitSchedule): PricedSchedule {
  const flows = scheduleFlows(given, schedule);
  const years = yearsWith(given, flows.actions);
  const without = yearsWithout(given);
  const taxByYear = pricedYears(given, years, without);
  const paid = flows.costs.map(({ amount, date }) => inTodaysMoney(given, amount, date));
  const ofKind = (kind: CostKind): Money =>
    sum(
      flows.costs.filter((flow) => flow.kind === kind).map(({ amount }) => amount),
      zeroMoney,
    );
  const known = new Set(without.issues.map(({ message }) => message));
  return {
    schedule,
    cost: sum([...taxByYear.map(({ addedToday }) => addedToday), ...paid], zeroMoney),
    taxByYear,
    tax: sum(
      taxByYear.map(({ added }) => added),
      zeroMoney,
    ),
    carry: ofKind('carry'),
    fees: ofKind('fees'),
    slippage: ofKind('slippage'),
    marginCost: ofKind('margin'),
    lockedMargin: mostLocked(flows),
    lossesWaiting: sum(
      (years.straddles.years.findLast(({ year }) => year <= given.lastYear)?.deferred ?? []).map(
        ({ amount }) => amount,
      ),
      zeroMoney,
    ),
    lossesCarried: lossesCarried(given, years),
    gainLeft: gainLeft(given, schedule),
    exposure: exposureAfter(given, schedule),
    years,
    flows,
    issues: years.issues.filter(({ message }) => !known.has(message)),
  };
}

/** From the running year on; earlier ones where a loss that is carried back changes them. */
function pricedYears(given: ExitCase, { years }: TaxYears, without: TaxYears): PricedYear[] {
  const current = yearOf(given.asOf);
  const before = new Map(without.years.map((year) => [year.input.year, year.assessment.totalTax]));
  return years.flatMap(({ input: { year }, assessment: { totalTax: taxWith }, jurisdiction }) => {
    const taxWithout = before.get(year);
    if (taxWithout === undefined || year > given.lastYear) return [];
    const added = subtract(taxWith, taxWithout);
    if (year < current && isZero(added)) return [];
    // What comes back of an earlier year is asked for with the return of the running one.
    const due = jurisdictions[jurisdiction].taxDue(Math.max(year, current));
    return [{ year, due, taxWith, taxWithout, added, addedToday: inTodaysMoney(given, added, due) }];
  });
}

function mostLocked({ locked }: ScheduleFlows): Money | null {
  let most = zeroMoney;
  for (const { amount } of locked) {
    if (amount === null) return null;
    if (amount > most) most = amount;
  }
  return most;
}

function lossesCarried({ lastYear }: ExitCase, { years }: TaxYears): Money {
  const last = years.findLast(({ input }) => input.year <= lastYear)?.assessment.carryforward;
  return last === undefined ? zeroMoney : add(last.shortTerm, last.longTerm);
}

/** Of the lots that could have been sold. Rounds each lot's cost half-even. */
function gainLeft(given: ExitCase, { days }: ExitSchedule): Money {
  const last = given.dates.at(-1)?.date ?? given.asOf;
  const sold = new Map<LotId, Quantity>();
  for (const { sells } of days)
    for (const { lot, quantity } of sells) sold.set(lot, add(sold.get(lot) ?? zeroQuantity, quantity));
  let total = zeroMoney;
  for (const { asset, lots } of given.goals) {
    if (lots.length === 0) continue;
    const price = coinPrice(given, asset, last);
    for (const { lot, quantity, costBasis } of lots) {
      const gone = sold.get(lot) ?? zeroQuantity;
      const left = subtract(quantity, gone < quantity ? gone : quantity);
      // A lot that lies in two accounts is sold from one after the other.
      if (gone > zeroQuantity) sold.set(lot, subtract(gone, gone < quantity ? gone : quantity));
      if (left <= zeroQuantity) continue;
      const cost = left === quantity ? costBasis : apportion(costBasis, left, quantity, 'half-even');
      total = add(total, subtract(valueOf(left, price, 'half-even'), cost));
    }
  }
  return total;
}
