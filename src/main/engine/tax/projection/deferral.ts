/** What it is worth that the tax of planned sales is paid later. */
import type { Trace } from '../../../../shared/domain/trace.ts';
import { discountFactor } from '../../../../shared/num/approximate.ts';
import { isZero, subtract, sum } from '../../../../shared/num/arithmetic.ts';
import { moneyTimes } from '../../../../shared/num/products.ts';
import { oneRate, zeroMoney } from '../../../../shared/num/types.ts';
import type { Money, Rate } from '../../../../shared/num/types.ts';
import { dateText, daysBetween } from '../../../../shared/time/local-date.ts';
import type { LocalDate } from '../../../../shared/time/local-date.ts';
import { leaf, node } from '../../explain/trace-nodes.ts';
import { jurisdictions } from '../assess-year.ts';
import type { TaxYear } from '../tax-years.ts';

export interface DeferralInput {
  readonly asOf: LocalDate;
  readonly currency: string;
  readonly currentYear: number;
  readonly lastYear: number;
  /** The same years three times: the coins kept and the hedges closed today; the plan; the same lots sold today. */
  readonly kept: readonly TaxYear[];
  readonly later: readonly TaxYear[];
  readonly now: readonly TaxYear[];
  readonly discountPerYear: Rate;
  readonly returnPerYear: Rate;
}

export interface DeferralYear {
  readonly year: number;
  readonly due: LocalDate;
  /** More tax than if the coins were kept and the hedges closed today. */
  readonly later: Money;
  readonly now: Money;
}

export interface Deferral {
  readonly years: readonly DeferralYear[];
  readonly taxLater: Money;
  readonly taxNow: Money;
  readonly presentTaxLater: Money;
  readonly presentTaxNow: Money;
  /** Present tax now less present tax later. */
  readonly value: Money;
  readonly earned: Money;
  readonly earnedUntil: LocalDate;
  readonly trace: Trace;
  readonly earnedTrace: Trace;
}

/**
 * Tax later against tax now, both against keeping the coins: in today's money, and what the money not paid yet earns until
 * the last of these taxes is due. Discounting and earning are two ways to look at one thing: they are not added.
 * null where no year's tax differs. Rounds each product half-even to 18 decimals.
 */
export function deferralOf(given: DeferralInput): Deferral | null {
  const years = yearsOf(given);
  const last = years.at(-1);
  if (last === undefined) return null;
  const total = (read: (year: DeferralYear) => Money): Money => sum(years.map(read), zeroMoney);
  const presentOf = (read: (year: DeferralYear) => Money): Money =>
    total((year) => moneyTimes(read(year), presentFactor(year, given), 'half-even'));
  const presentTaxNow = presentOf(({ now }) => now);
  const presentTaxLater = presentOf(({ later }) => later);
  const earned = total((year) => earnedOf(year, last.due, given));
  return {
    years,
    taxLater: total(({ later }) => later),
    taxNow: total(({ now }) => now),
    presentTaxLater,
    presentTaxNow,
    value: subtract(presentTaxNow, presentTaxLater),
    earned,
    earnedUntil: last.due,
    trace: valueTrace(years, { presentTaxNow, presentTaxLater }, given),
    earnedTrace: node(
      `Earned until ${dateText(last.due)} on tax not paid yet`,
      earned,
      given.currency,
      'sum',
      years.map((year) => earnedTraceOf(year, last.due, given)),
    ),
  };
}

function yearsOf({ kept, later, now, currentYear, lastYear }: DeferralInput): DeferralYear[] {
  const years: DeferralYear[] = [];
  for (let year = currentYear; year <= lastYear; year++) {
    const [without, planned, today] = [kept, later, now].map((list) =>
      list.find(({ input }) => input.year === year),
    );
    if (without === undefined || planned === undefined || today === undefined) continue;
    const more = (one: TaxYear): Money => subtract(one.assessment.totalTax, without.assessment.totalTax);
    const row = { year, later: more(planned), now: more(today) };
    if (isZero(row.later) && isZero(row.now)) continue;
    years.push({ ...row, due: jurisdictions[without.jurisdiction].taxDue(year) });
  }
  return years;
}

function presentFactor({ due }: DeferralYear, { asOf, discountPerYear }: DeferralInput): Rate {
  return discountFactor(discountPerYear, daysBetween(asOf, due));
}

/** What one unit earns from the day a tax is due until the last one is. */
function earningFactor({ due }: DeferralYear, until: LocalDate, { returnPerYear }: DeferralInput): Rate {
  return subtract(discountFactor(returnPerYear, -daysBetween(due, until)), oneRate);
}

function earnedOf(year: DeferralYear, until: LocalDate, given: DeferralInput): Money {
  return moneyTimes(subtract(year.now, year.later), earningFactor(year, until, given), 'half-even');
}

function earnedTraceOf(year: DeferralYear, until: LocalDate, given: DeferralInput): Trace {
  const { currency } = given;
  const kept = node(
    `Tax of ${year.year} not paid yet`,
    subtract(year.now, year.later),
    currency,
    'difference',
    [
      leaf(`Tax of ${year.year} if sold today`, year.now, currency),
      leaf(`Tax of ${year.year} as planned`, year.later, currency),
    ],
  );
  return node(`Earned on it until ${dateText(until)}`, earnedOf(year, until, given), currency, 'product', [
    kept,
    leaf(`What 1 earns in ${daysBetween(year.due, until)} days`, earningFactor(year, until, given), 'rate'),
  ]);
}

function valueTrace(
  years: readonly DeferralYear[],
  { presentTaxNow, presentTaxLater }: Pick<Deferral, 'presentTaxNow' | 'presentTaxLater'>,
  given: DeferralInput,
): Trace {
  const { currency } = given;
  const side = (label: string, total: Money, read: (year: DeferralYear) => Money): Trace =>
    node(
      label,
      total,
      currency,
      'sum',
      years.map((year) => {
        const days = daysBetween(given.asOf, year.due);
        const factor = presentFactor(year, given);
        return node(
          `Tax of ${year.year}, due ${dateText(year.due)}, today`,
          moneyTimes(read(year), factor, 'half-even'),
          currency,
          'product',
          [
            leaf(`Tax of ${year.year} against keeping the coins`, read(year), currency),
            leaf(`What 1 in ${days} days is worth today`, factor, 'rate'),
          ],
        );
      }),
    );
  return node('Value of paying later', subtract(presentTaxNow, presentTaxLater), currency, 'difference', [
    side('Tax if sold today, in today’s money', presentTaxNow, ({ now }) => now),
    side('Tax as planned, in today’s money', presentTaxLater, ({ later }) => later),
  ]);
}
