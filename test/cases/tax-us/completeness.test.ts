/** On the day before and the day of every date on which a rule begins or ends, a small ledger is assessed whole. */
import { expect, test } from 'vitest';
import { defaultTaxElections } from '../../../src/shared/domain/tax-elections.ts';
import type { TaxElectionValues } from '../../../src/shared/domain/tax-elections.ts';
import { money, price, quantity, rate } from '../../../src/shared/num/parse.ts';
import { zeroMoney } from '../../../src/shared/num/types.ts';
import { addDays, addYears, dateText, localDate, yearOf } from '../../../src/shared/time/local-date.ts';
import type { LocalDate } from '../../../src/shared/time/local-date.ts';
import { FILING_STATUSES } from '../../../src/shared/domain/profile.ts';
import { utc } from '../../../src/shared/time/time-zone.ts';
import { ruleDates } from '../../../src/main/engine/tax/jurisdictions/us/rule-dates.ts';
import { publishedParameters } from '../../../src/main/engine/tax/jurisdictions/us/parameters/parameters-for.ts';
import {
  bookOf,
  factsOn,
  idOf,
  lotOf,
  micro,
  positionOf,
  usd,
} from '../../../src/main/engine/tax/jurisdictions/us/actions/us-facts.fixture.ts';
import { withActions } from '../../../src/main/engine/tax/jurisdictions/us/actions/with-actions.ts';
import { taxYearsOf } from '../../../src/main/engine/tax/tax-years.ts';

/** The switches for laws to come stand on a day of their own. */
const switched = localDate('2027-01-01');
const days: readonly (readonly [string, LocalDate, string])[] = [
  ...ruleDates.map(({ date, what }) => [dateText(date), date, what] as const),
  [dateText(switched), switched, 'wash sales and constructive sales of coins, if they become law'] as const,
].flatMap(([, date, what]) => [
  [dateText(addDays(date, -1)), addDays(date, -1), `the day before ${what}`] as const,
  [dateText(date), date, what] as const,
]);

function assessedOn(day: LocalDate, elections: Partial<TaxElectionValues>) {
  const bought = addYears(day, -2);
  const lots = [
    lotOf('old', '1', '20000', dateText(bought)),
    lotOf('new', '1', '30000', dateText(addDays(day, -30))),
  ];
  const book = bookOf(lots, { [dateText(day)]: '60000', [dateText(addYears(day, 1))]: '70000' });
  const short = positionOf('short');
  const facts = withActions(
    factsOn(dateText(day), elections),
    [
      {
        kind: 'open',
        date: day,
        position: short,
        spec: micro,
        side: 'short',
        coins: quantity('2'),
        price: price('60000'),
        offsets: [
          { long: idOf('old'), quantity: quantity('1') },
          { long: idOf('new'), quantity: quantity('1') },
        ],
      },
      { kind: 'sell', date: day, lot: idOf('old'), quantity: quantity('0.5'), price: price('60000') },
      { kind: 'close', date: addYears(day, 1), position: short, price: price('70000') },
      {
        kind: 'sell',
        date: addYears(day, 1),
        lot: idOf('new'),
        quantity: quantity('1'),
        price: price('70000'),
      },
    ],
    book,
    yearOf(day) + 2,
  );
  const years = FILING_STATUSES.map((filingStatus) =>
    taxYearsOf({
      facts,
      currentYear: yearOf(day),
      lastYear: yearOf(day) + 2,
      profile: {
        jurisdiction: 'us',
        currency: usd,
        timeZone: utc,
        carryforward: { shortTerm: money('100'), longTerm: zeroMoney },
        inflation: rate('0.02'),
        history: [],
        waiting: [],
        years: [
          {
            year: yearOf(day),
            filingStatus,
            ordinaryIncome: money('90000'),
            deduction: 'standard',
            otherInvestmentIncome: zeroMoney,
            qualifiedDividends: zeroMoney,
            otherShortTermGain: zeroMoney,
            otherLongTermGain: zeroMoney,
            stateRate: rate('0.05'),
            seniors: 1,
            blind: 0,
          },
        ],
      },
    }),
  );
  return { facts, years };
}

const FIRST = publishedParameters[0]?.year ?? 0;

test.each(days)('%s', (_, day) => {
  for (const elections of [
    {},
    { washSalesFrom: switched, constructiveSalesFrom: switched },
    { carrybackYears: new Set([yearOf(day), yearOf(day) + 1]) },
  ] satisfies Partial<TaxElectionValues>[]) {
    for (const { years, issues } of assessedOn(day, { ...defaultTaxElections, ...elections }).years) {
      const covered = [0, 1, 2].map((more) => yearOf(day) + more).filter((year) => year >= FIRST);
      expect(years.map(({ assessment }) => assessment.year)).toEqual(covered);
      const errors = issues.filter(({ severity }) => severity === 'error');
      expect(errors.map(({ code }) => code)).toEqual(
        Array.from({ length: 3 - covered.length }, () => 'tax/year-not-covered'),
      );
      expect(errors.every(({ message }) => message.includes('are shown all the same'))).toBe(true);
    }
  }
});

test('every published year, the account basis and the years for age are among the dates', () => {
  const known = ruleDates.map(({ date }) => dateText(date));
  for (const { year } of publishedParameters) expect(known).toContain(`${year}-01-01`);
  expect(known).toEqual(expect.arrayContaining(['2025-01-01', '2027-01-01', '2029-01-01']));
  expect(known).toEqual(known.toSorted());
});
