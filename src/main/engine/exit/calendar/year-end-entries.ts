/** Where one tax year ends and the next begins, and the marks of section 1256 contracts before that. */
import {
  addDays,
  dateText,
  lastBusinessDayOfYear,
  lastDayOfYear,
  yearOf,
} from '../../../../shared/time/local-date.ts';
import type { LocalDate } from '../../../../shared/time/local-date.ts';
import { straddleRules } from '../../tax/jurisdictions/us/straddles/straddle-rules.ts';
import { listText } from '../../words.ts';
import { entryOf } from './calendar-entry.ts';
import type { CalendarEntry, CalendarLink } from './calendar-entry.ts';

/** A section 1256 contract that is open, or is meant to be. */
export interface MarkedContract {
  readonly symbol: string;
  readonly of: CalendarLink;
  /** From when it is open: today or earlier, or the day it is meant to be opened. */
  readonly from: LocalDate;
  /** When a plan closes it; null where none does. */
  readonly until: LocalDate | null;
  /** Its own last day; null for a perpetual one. A planned one that ends before is rolled. */
  readonly expiry: LocalDate | null;
  readonly planned: boolean;
}

export interface YearEndInput {
  readonly asOf: LocalDate;
  readonly to: LocalDate;
  readonly marked: readonly MarkedContract[];
}

/** The ends of the years until the calendar's end, each with its mark where a section 1256 contract is open on it. */
export function yearEndEntries(input: YearEndInput): readonly CalendarEntry[] {
  const years: CalendarEntry[] = [];
  for (let year = yearOf(input.asOf); year <= yearOf(input.to); year++) {
    years.push(yearEnd(year));
    const mark = markOf(year, input);
    if (mark !== null) years.push(mark);
  }
  return years;
}

function yearEnd(year: number): CalendarEntry {
  const date = lastDayOfYear(year);
  return entryOf({
    id: `year-end:${year}`,
    date,
    kind: 'year-end',
    title: `The tax year ${year} ends`,
    text: `The tax year ${year} ends: what is sold from ${dateText(addDays(date, 1))} on falls into the next.`,
    why: 'Gains and losses are netted by year. A sale on the next day is taxed a year later, with the income of that year.',
    law: '26 U.S.C. 441(b), 451(a)',
    of: [{ kind: 'year', id: String(year) }],
  });
}

/** Of one that a plan closes on that very day nothing is left to be marked. */
function markOf(year: number, { asOf, marked }: YearEndInput): CalendarEntry | null {
  const date = lastBusinessDayOfYear(year);
  const open = marked.filter(({ from, until }) => from <= date && (until === null || until > date));
  if (date < asOf || open.length === 0) return null;
  const symbols = [...new Set(open.map((one) => nameOn(one, date)))];
  const isOnlyMeant = open.every(({ planned }) => planned);
  return entryOf({
    id: `mark:${year}`,
    date,
    kind: 'mark',
    title: `Section 1256 contracts are marked: ${listText(symbols)}`,
    text: `${listText(symbols)}: section 1256 contracts ${isOnlyMeant ? 'that are open by plan ' : ''}are marked to market.`,
    why: 'What is open at the end of the last business day of the year is taxed as if it were sold at that day’s settlement price, 60 % long-term and 40 % short-term. Enter that price. Whether the contract is closed or kept makes no difference to this tax.',
    law: straddleRules.mark.law,
    of: open.map(({ of }) => of),
    planned: isOnlyMeant,
  });
}

function nameOn({ symbol, expiry }: MarkedContract, date: LocalDate): string {
  return expiry !== null && expiry < date ? `what ${symbol} is rolled into` : symbol;
}
