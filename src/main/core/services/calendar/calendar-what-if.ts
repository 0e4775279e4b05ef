import type { CallAnswer } from '../../../../shared/contract/contract.ts';
import type { Trace } from '../../../../shared/domain/trace.ts';
import { ok } from '../../../../shared/errors/failure.ts';
import type { Result } from '../../../../shared/errors/failure.ts';
import { discountFactor } from '../../../../shared/num/approximate.ts';
import { absolute, isNegative, isZero, subtract, sum } from '../../../../shared/num/arithmetic.ts';
import { moneyTimes } from '../../../../shared/num/products.ts';
import { zeroMoney } from '../../../../shared/num/types.ts';
import type { Money } from '../../../../shared/num/types.ts';
import { dateText, daysBetween } from '../../../../shared/time/local-date.ts';
import type { LocalDate } from '../../../../shared/time/local-date.ts';
import { leaf, node } from '../../../engine/explain/trace-nodes.ts';
import { jurisdictions } from '../../../engine/tax/assess-year.ts';
import type { TaxYears } from '../../../engine/tax/tax-years.ts';
import { moneyText, percentText } from '../../../engine/words.ts';
import type { Handler } from '../../call-context.ts';
import { derivedOf } from '../../derived.ts';
import type { Derived } from '../../derived.ts';
import { DEFAULT_RATES, YEARS_AHEAD, projectionBase } from '../projection/projection-base.ts';
import { scenarioView } from '../projection/read-projection.ts';
import { traceText } from '../trace-text.ts';
import { everyEntry } from './calendar-entries.ts';
import { exitPlanWhatIf } from './exit-plan-what-if.ts';
import { exitDayMoves, movedEntries } from './move-steps.ts';
import type { MovedEntry } from './move-steps.ts';
import { amounts } from './what-if-amounts.ts';

/**
 * Planned steps on other days, beside the plan as it stands: of hedge plans the tax of the projection, of an exit plan all its
 * costs. Nothing is stored.
 * Errors: those of `movedEntries`, of the projection's what-if and of `exitPlanWhatIf`.
 */
export const calendarWhatIf: Handler<'calendar.whatIf'> = async ({ moves }, context) => {
  const derived = await derivedOf(context);
  if (!derived.ok) return derived;
  const { asOf, facts } = derived.value;
  const moved = movedEntries(moves, everyEntry(derived.value), asOf);
  if (!moved.ok) return moved;
  const ofExitPlan = exitDayMoves(moved.value);
  if (!ofExitPlan.ok) return ofExitPlan;
  const found =
    ofExitPlan.value === null
      ? projected(moved.value, derived.value)
      : await exitPlanWhatIf(ofExitPlan.value, derived.value, context);
  if (!found.ok) return found;
  const said = moved.value.map(({ entry, to }) => ({
    title: entry.title,
    from: dateText(entry.date),
    to: dateText(to),
  }));
  return ok({ asOf: dateText(asOf), currency: facts.currency, moved: said, ...found.value });
};

/** By the projection: what saved hedge plans do with futures and coins, and the tax of it. */
function projected(
  moved: readonly MovedEntry[],
  derived: Derived,
): Result<Omit<CallAnswer<'calendar.whatIf'>, 'asOf' | 'currency' | 'moved'>> {
  const { asOf, facts } = derived;
  const base = projectionBase(derived, YEARS_AHEAD);
  const scenario = { moves: moved.map(({ step, to }) => ({ step, date: dateText(to) })) };
  const view = scenarioView(scenario, base, derived);
  if (!view.ok) return view;
  const years = yearsOf(base.planned.years, view.value.view.years, asOf);
  const cost = costOf(years, facts.currency);
  return ok({
    years: years.map(({ year, due, before, after }) => ({
      year,
      due: dateText(due),
      ...amounts(before, after),
    })),
    tax: amounts(totalOf(years, 'before'), totalOf(years, 'after')),
    cost: { ...amounts(cost.before, cost.after), trace: traceText(cost.trace) },
    words: wordsOf(years, cost, facts.currency),
  });
}

interface Year {
  readonly year: number;
  readonly due: LocalDate;
  readonly before: Money;
  readonly after: Money;
  /** Days from today until it is due. */
  readonly days: number;
}

/** Years from the running one on, and earlier ones that the move changes by a loss carried back. */
function yearsOf(planned: TaxYears, moved: TaxYears, asOf: LocalDate): readonly Year[] {
  const after = new Map(moved.years.map(({ input, assessment }) => [input.year, assessment.totalTax]));
  return planned.years.flatMap(({ input: { year }, jurisdiction, assessment }): Year[] => {
    const other = after.get(year);
    const due = jurisdictions[jurisdiction].taxDue(year);
    const differs = other !== undefined && other !== assessment.totalTax;
    if (other === undefined || (due < asOf && !differs)) return [];
    return [
      { year, due, before: assessment.totalTax, after: other, days: Math.max(0, daysBetween(asOf, due)) },
    ];
  });
}

function totalOf(years: readonly Year[], side: 'before' | 'after'): Money {
  return sum(
    years.map((year) => year[side]),
    zeroMoney,
  );
}

interface Cost {
  readonly before: Money;
  readonly after: Money;
  /** Re-adds to after less before. */
  readonly trace: Trace;
}

function costOf(years: readonly Year[], currency: string): Cost {
  const side = (
    name: 'before' | 'after',
    label: string,
  ): { readonly total: Money; readonly trace: Trace } => {
    const parts = years.map((year) => {
      const factor = discountFactor(DEFAULT_RATES.discountPerYear, year.days);
      const value = moneyTimes(year[name], factor, 'half-even');
      const trace = node(
        `Tax of ${year.year}, due ${dateText(year.due)}, today`,
        value,
        currency,
        'product',
        [
          leaf(`Tax of ${year.year}`, year[name], currency),
          leaf(`What 1 in ${year.days} days is worth today`, factor, 'rate'),
        ],
      );
      return { value, trace };
    });
    const total = sum(
      parts.map(({ value }) => value),
      zeroMoney,
    );
    return {
      total,
      trace: node(
        label,
        total,
        currency,
        'sum',
        parts.map(({ trace }) => trace),
      ),
    };
  };
  const after = side('after', 'Tax with the steps moved, in today’s money');
  const before = side('before', 'Tax as planned, in today’s money');
  const trace = node(
    'What the move costs in today’s money',
    subtract(after.total, before.total),
    currency,
    'difference',
    [after.trace, before.trace],
  );
  return { before: before.total, after: after.total, trace };
}

function wordsOf(years: readonly Year[], cost: Cost, currency: string): string[] {
  const rest = [
    `Tax is counted on the day it is due, at ${percentText(DEFAULT_RATES.discountPerYear)} a year. Funding, fees and what margin would earn in the days between are not in it: an exit plan counts them.`,
    'Nothing is stored: it is a question, not a plan.',
  ];
  if (years.length === 0)
    return ['Without tax details for these years nothing can be said about their tax.', ...rest];
  const difference = subtract(totalOf(years, 'after'), totalOf(years, 'before'));
  const present = subtract(cost.after, cost.before);
  const amount = (money: Money): string => moneyText(absolute(money), currency);
  const total = isZero(difference)
    ? 'The move leaves the tax of all these years together as it is'
    : `The move makes the tax of these years ${amount(difference)} ${isNegative(difference) ? 'less' : 'more'} in all`;
  const today = isZero(present)
    ? '; in today’s money nothing changes.'
    : `; in today’s money it ${isNegative(present) ? 'saves' : 'costs'} ${amount(present)}.`;
  return [`${total}${today}`, ...rest];
}
