/** Days on which tax is due: of the year, and estimated payments as information. */
import { isZero } from '../../../../shared/num/arithmetic.ts';
import type { Money } from '../../../../shared/num/types.ts';
import { dateOf, dateText, yearOf } from '../../../../shared/time/local-date.ts';
import type { LocalDate } from '../../../../shared/time/local-date.ts';
import { leaf } from '../../explain/trace-nodes.ts';
import { jurisdictions } from '../../tax/assess-year.ts';
import type { TaxYear, TaxYears } from '../../tax/tax-years.ts';
import { entryOf } from './calendar-entry.ts';
import type { CalendarAmount, CalendarEntry } from './calendar-entry.ts';
import { closedWords, nextBusinessDay } from './us-legal-holidays.ts';

export interface PaymentInput {
  readonly asOf: LocalDate;
  readonly to: LocalDate;
  readonly currency: string;
  /** As planned; empty without tax details: then nothing is due here. */
  readonly years: TaxYears;
  /** What saved exit plans add to a year's tax, as it was when each was saved: those plans are no part of `years`. */
  readonly exitTaxes: readonly ExitTax[];
}

export interface ExitTax {
  readonly planName: string;
  readonly year: number;
  readonly added: Money;
}

/** The fifteenth of these months; the last of the year after. Law: 26 U.S.C. 6654(c)(2). */
const INSTALMENTS = [
  { month: 4, later: 0 },
  { month: 6, later: 0 },
  { month: 9, later: 0 },
  { month: 1, later: 1 },
] as const;

/** Payments from today to the calendar's end. */
export function paymentEntries(input: PaymentInput): readonly CalendarEntry[] {
  const due = input.years.years.flatMap((year) => [taxDue(year, input), ...estimated(year.input.year)]);
  return due.filter(({ date }) => date >= input.asOf && date <= input.to);
}

function taxDue({ input: { year }, jurisdiction, assessment }: TaxYear, given: PaymentInput): CalendarEntry {
  const date = jurisdictions[jurisdiction].taxDue(year);
  const amount: CalendarAmount = {
    words: `Tax of ${year}${yearOf(given.asOf) > year ? '' : ', with saved hedge plans'}`,
    value: assessment.totalTax,
    unit: given.currency,
    trace: assessment.trace,
  };
  return entryOf({
    id: `payment:tax:${year}`,
    date,
    kind: 'payment',
    title: `Tax of ${year} is due`,
    text: `The return and the tax of ${year} are due${movedWords(date)}.`,
    why: `What was withheld or paid during the year is not known here: the amount is the whole tax of the year. What saved exit plans add stands apart. More time for the return is no more time for the money.`,
    law: '26 U.S.C. 6072(a), 6151(a), 7503',
    amounts: [
      amount,
      ...given.exitTaxes
        .filter((one) => one.year === year && !isZero(one.added))
        .map((one) => added(one, given)),
    ],
    of: [{ kind: 'year', id: String(year) }],
    planned: yearOf(given.asOf) <= year,
  });
}

function added({ planName, added: value }: ExitTax, { currency }: PaymentInput): CalendarAmount {
  const words = `Added by the exit plan “${planName}”, as saved`;
  return { words, value, unit: currency, trace: leaf(words, value, currency) };
}

function estimated(year: number): readonly CalendarEntry[] {
  return INSTALMENTS.map(({ month, later }, place) => {
    const date = dateOf(year + later, month, 15);
    return entryOf({
      id: `payment:estimated:${year}:${place + 1}`,
      date,
      kind: 'payment',
      title: `Estimated tax of ${year}, payment ${place + 1} of 4`,
      text: `The ${['first', 'second', 'third', 'last'][place] ?? ''} estimated payment of ${year} is due${movedWords(date)}.`,
      why: 'For your information: how much is to be paid in instalments depends on what is withheld and on the tax of the year before, which are not known here. Too little during the year costs interest.',
      law: '26 U.S.C. 6654(c)(2), 7503',
      of: [{ kind: 'year', id: String(year) }],
    });
  });
}

/** The day itself stays: it is the one that figures count on, and never too late. */
function movedWords(date: LocalDate): string {
  const closed = closedWords(date);
  return closed === null
    ? ''
    : `; this day is ${closed}, so that it is in time until ${dateText(nextBusinessDay(date))}`;
}
