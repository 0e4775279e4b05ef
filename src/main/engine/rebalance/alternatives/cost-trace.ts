/** The cost of a way as it re-adds: each kind's flows, and each year's tax, in today's money. */
import type { Trace } from '../../../../shared/domain/trace.ts';
import { discountFactor } from '../../../../shared/num/approximate.ts';
import { isZero, sum } from '../../../../shared/num/arithmetic.ts';
import { moneyTimes } from '../../../../shared/num/products.ts';
import type { Money } from '../../../../shared/num/types.ts';
import { zeroMoney } from '../../../../shared/num/types.ts';
import { dateText, daysBetween } from '../../../../shared/time/local-date.ts';
import type { LocalDate } from '../../../../shared/time/local-date.ts';
import { beside, leaf, node } from '../../explain/trace-nodes.ts';
import type { ExitCase } from '../../exit/exit-case.ts';
import type { PricedSchedule, PricedYear } from '../../exit/priced-schedule.ts';
import type { CostKind } from '../../exit/schedule-flows.ts';

const LABELS = {
  carry: 'Carry: funding and basis of the futures',
  fees: 'Fees',
  slippage: 'Slippage',
  margin: 'Locked margin: what it would have earned',
} as const satisfies Record<CostKind, string>;

/**
 * In: a way's title. Out: a trace of `cost` in today's money, with one part for tax and one for each other kind of cost; beside it
 * the same kinds as they are paid, not discounted.
 */
export function costTrace(title: string, given: ExitCase, priced: PricedSchedule): Trace {
  const unit = given.currency;
  const tax = priced.taxByYear.map((year) => taxPart(year, given));
  const kinds = (['carry', 'fees', 'slippage', 'margin'] as const).flatMap((kind) => {
    const flows = priced.flows.costs.filter((flow) => flow.kind === kind && !isZero(flow.amount));
    if (flows.length === 0) return [];
    const parts = flows.map(({ date, amount }) =>
      today(`${LABELS[kind]} on ${dateText(date)}`, leaf('Then', amount, unit), amount, date, given),
    );
    return [
      node(
        `${LABELS[kind]}, in today’s money`,
        total(parts.map(({ value }) => value)),
        unit,
        'sum',
        parts.map(({ trace }) => trace),
      ),
    ];
  });
  const taxNode = node(
    'Tax that it adds, in today’s money',
    total(tax.map(({ value }) => value)),
    unit,
    'sum',
    tax.map(({ trace }) => trace),
  );
  const cost = node(`${title}: cost in today’s money`, priced.cost, unit, 'sum', [taxNode, ...kinds]);
  return beside(cost, figures(given, priced));
}

/** What is paid in all, kind by kind, on its own days. */
function figures(given: ExitCase, priced: PricedSchedule): readonly Trace[] {
  const unit = given.currency;
  const tax = node(
    'Tax that it adds, as it is paid',
    priced.tax,
    unit,
    'sum',
    priced.taxByYear.map((year) => addedTax(year, unit)),
  );
  const kinds = (['carry', 'fees', 'slippage', 'margin'] as const).map((kind) => {
    const flows = priced.flows.costs.filter((flow) => flow.kind === kind);
    return node(
      `${LABELS[kind]}, as paid`,
      total(flows.map(({ amount }) => amount)),
      unit,
      'sum',
      flows.map(({ date, amount }) => leaf(dateText(date), amount, unit)),
    );
  });
  return [tax, ...kinds];
}

function addedTax({ year, added, taxWith, taxWithout }: PricedYear, unit: string): Trace {
  return node(`Tax of ${year} that it adds`, added, unit, 'difference', [
    leaf(`Tax of ${year} with it`, taxWith, unit),
    leaf(`Tax of ${year} without it`, taxWithout, unit),
  ]);
}

function total(values: readonly Money[]): Money {
  return sum(values, zeroMoney);
}

/** A year's tax with the way less without it, as the tax engine has both. */
function taxPart(year: PricedYear, given: ExitCase): { readonly value: Money; readonly trace: Trace } {
  const label = `Tax of ${year.year}, due ${dateText(year.due)}`;
  return today(label, addedTax(year, given.currency), year.added, year.due, given);
}

function today(
  label: string,
  why: Trace,
  amount: Money,
  date: LocalDate,
  { asOf, costs, currency }: ExitCase,
): { readonly value: Money; readonly trace: Trace } {
  const days = daysBetween(asOf, date);
  const factor = discountFactor(costs.discountPerYear, days);
  const value = moneyTimes(amount, factor, 'half-even');
  return {
    value,
    trace: node(label, value, currency, 'product', [
      why,
      leaf(`What 1 in ${days} days is worth today`, factor, 'rate'),
    ]),
  };
}
