/** Why a schedule costs what it costs: made when someone asks, since hundreds are priced and few are looked at. */
import type { Trace } from '../../../shared/domain/trace.ts';
import { sum } from '../../../shared/num/arithmetic.ts';
import { zeroMoney } from '../../../shared/num/types.ts';
import type { Money } from '../../../shared/num/types.ts';
import { dateText, daysBetween } from '../../../shared/time/local-date.ts';
import type { LocalDate } from '../../../shared/time/local-date.ts';
import { leaf, node } from '../explain/trace-nodes.ts';
import type { ExitCase } from './exit-case.ts';
import { yearsWithout } from './exit-years.ts';
import type { PricedSchedule, PricedYear } from './priced-schedule.ts';
import { COST_KINDS } from './schedule-flows.ts';
import type { CostKind } from './schedule-flows.ts';
import { inTodaysMoney, presentFactor } from './today-money.ts';

const LABELS: Readonly<Record<CostKind, string>> = {
  carry: 'Carry of the futures',
  fees: 'Fees',
  slippage: 'Slippage',
  margin: 'Locked margin would have earned',
};

/** The cost in today's money: tax by year, carry, fees, slippage, locked margin; each re-adds. */
export function traceOfPrice(given: ExitCase, priced: PricedSchedule): Trace {
  const { currency } = given;
  const taxes = priced.taxByYear.map((year) => taxToday(given, year));
  return node('Cost of the plan, in today’s money', priced.cost, currency, 'sum', [
    node(
      'Tax that it adds, in today’s money',
      sumOf(priced.taxByYear.map((one) => one.addedToday)),
      currency,
      'sum',
      taxes,
    ),
    ...COST_KINDS.map((kind) => kindTrace(given, priced, kind)),
  ]);
}

/** Why a year's tax is more or less with the schedule: the tax engine's own traces with it and without it. */
export function traceOfYear(given: ExitCase, { years }: PricedSchedule, year: PricedYear): Trace {
  const label = `Tax of ${year.year} that the plan adds`;
  const ofYear = (one: { readonly input: { readonly year: number } }): boolean =>
    one.input.year === year.year;
  const after = years.years.find(ofYear)?.assessment.trace;
  const before = yearsWithout(given).years.find(ofYear)?.assessment.trace;
  const { currency } = given;
  return node(label, year.added, currency, 'difference', [
    after ?? leaf(`Tax of ${year.year} with the plan`, year.taxWith, currency),
    before ?? leaf(`Tax of ${year.year} without it`, year.taxWithout, currency),
  ]);
}

function taxToday(given: ExitCase, { year, due, taxWith, taxWithout, added, addedToday }: PricedYear): Trace {
  const { currency } = given;
  return node(`Tax of ${year}, due ${dateText(due)}, today`, addedToday, currency, 'product', [
    node(`Tax of ${year} that the plan adds`, added, currency, 'difference', [
      leaf(`Tax of ${year} with the plan`, taxWith, currency),
      leaf(`Tax of ${year} without it`, taxWithout, currency),
    ]),
    factorLeaf(given, due),
  ]);
}

function kindTrace(given: ExitCase, { flows }: PricedSchedule, kind: CostKind): Trace {
  const own = flows.costs.filter((flow) => flow.kind === kind);
  const today = own.map(({ date, amount }) => inTodaysMoney(given, amount, date));
  return node(
    `${LABELS[kind]}, in today’s money`,
    sumOf(today),
    given.currency,
    'sum',
    own.map(({ date, amount }, place) =>
      node(
        `${LABELS[kind]} of ${dateText(date)}, today`,
        today[place] ?? zeroMoney,
        given.currency,
        'product',
        [leaf(`${LABELS[kind]} of ${dateText(date)}`, amount, given.currency), factorLeaf(given, date)],
      ),
    ),
  );
}

function factorLeaf(given: ExitCase, date: LocalDate): Trace {
  const days = daysBetween(given.asOf, date);
  return leaf(`What 1 in ${days} days is worth today`, presentFactor(given, date), 'rate');
}

function sumOf(amounts: readonly Money[]): Money {
  return sum(amounts, zeroMoney);
}
