/** Days on which offices of the United States are closed: what moves the day on which a tax is due. */
import { addDays, dateOf, dayOfWeek, yearOf } from '../../../../shared/time/local-date.ts';
import type { LocalDate } from '../../../../shared/time/local-date.ts';

const SATURDAY = 6;
const SUNDAY = 7;

interface Holiday {
  readonly name: string;
  readonly date: LocalDate;
}

/**
 * The first day from a given one on that is no Saturday, Sunday or legal holiday in the District of Columbia.
 * Law: 26 U.S.C. 7503 (an act due on such a day is in time on the next that is none); holidays of 5 U.S.C. 6103 and
 * D.C. Code 28-2701.
 */
export function nextBusinessDay(date: LocalDate): LocalDate {
  let day = date;
  while (closedWords(day) !== null) day = addDays(day, 1);
  return day;
}

/** Why offices are closed on a day: "a Saturday", "Labor Day"; null where they are open. */
export function closedWords(date: LocalDate): string | null {
  const holiday = holidaysAround(yearOf(date)).find((one) => observedOn(one.date) === date);
  if (holiday !== undefined) return holiday.name;
  const weekday = dayOfWeek(date);
  return weekday === SATURDAY ? 'a Saturday' : weekday === SUNDAY ? 'a Sunday' : null;
}

/** On a Saturday it is kept on the Friday before, on a Sunday on the Monday after. */
function observedOn(date: LocalDate): LocalDate {
  const weekday = dayOfWeek(date);
  return addDays(date, weekday === SATURDAY ? -1 : weekday === SUNDAY ? 1 : 0);
}

/** Those of the year, and the next New Year's Day, which may be kept on 31 December. */
function holidaysAround(year: number): readonly Holiday[] {
  const fixed = (name: string, month: number, day: number, of = year): Holiday => ({
    name,
    date: dateOf(of, month, day),
  });
  return [
    fixed('New Year’s Day', 1, 1),
    { name: 'Martin Luther King, Jr. Day', date: nth(MONDAY, year, 1, 3) },
    { name: 'Washington’s Birthday', date: nth(MONDAY, year, 2, 3) },
    ...(year >= 2005 ? [fixed('Emancipation Day', 4, 16)] : []),
    { name: 'Memorial Day', date: lastMonday(year, 5) },
    ...(year >= 2021 ? [fixed('Juneteenth', 6, 19)] : []),
    fixed('Independence Day', 7, 4),
    { name: 'Labor Day', date: nth(MONDAY, year, 9, 1) },
    { name: 'Columbus Day', date: nth(MONDAY, year, 10, 2) },
    fixed('Veterans Day', 11, 11),
    { name: 'Thanksgiving Day', date: nth(THURSDAY, year, 11, 4) },
    fixed('Christmas Day', 12, 25),
    fixed('New Year’s Day', 1, 1, year + 1),
  ];
}

const MONDAY = 1;
const THURSDAY = 4;

/** The n-th of a weekday in a month, 1 to 5. */
function nth(weekday: number, year: number, month: number, n: number): LocalDate {
  const first = dateOf(year, month, 1);
  return addDays(first, ((weekday + 7 - dayOfWeek(first)) % 7) + (n - 1) * 7);
}

function lastMonday(year: number, month: number): LocalDate {
  const last = addDays(dateOf(year, month + 1, 1), -1);
  return addDays(last, MONDAY - dayOfWeek(last));
}
