/**
 * Futures results by tax year.
 *
 * dated results (profit, fees, funding) + year-end marks of open section 1256 contracts → one figure a year and kind
 *
 * Issues: tax/no-year-end-mark, prices/missing.
 */
import type { Issue } from '../../../../../shared/domain/issue.ts';
import { add, isNegative, negate, subtract } from '../../../../../shared/num/arithmetic.ts';
import { zeroMoney } from '../../../../../shared/num/types.ts';
import type { Money } from '../../../../../shared/num/types.ts';
import { lastBusinessDayOfYear, yearOf } from '../../../../../shared/time/local-date.ts';
import type { LocalDate } from '../../../../../shared/time/local-date.ts';
import type { FuturesResult } from '../../../futures/position.ts';
import { valuerOf } from '../../../valuation/valuer.ts';
import { localDateOf } from '../../../../../shared/time/time-zone.ts';
import type { FuturesYearsInput } from './futures-years-input.ts';
import { yearEndMark } from './year-end-mark.ts';
import type { YearEndMark } from './year-end-mark.ts';

export interface FuturesYear {
  readonly year: number;
  /** Results of the year, plus its year-end mark, less the mark of the year before. Before the 60/40 split. */
  readonly section1256Gain: Money;
  /** Other futures: what was received and paid in the year. */
  readonly otherGain: Money;
  /** The dated rows behind both. */
  readonly rows: readonly ValuedResult[];
  readonly mark: YearEndMark | null;
}

export interface ValuedResult {
  readonly result: FuturesResult;
  /** In the reporting currency, signed. */
  readonly value: Money;
  readonly section1256: boolean;
}

export interface FuturesYears {
  readonly years: readonly FuturesYear[];
  readonly issues: readonly Issue[];
}

/**
 * What futures gained and lost, by tax year.
 * Law: section 1256 contracts are marked on the last business day of the year, and what comes after that day belongs
 * to the next (26 U.S.C. 1256(a)); other futures by what was received and paid in the year (no authority: our default).
 */
export function futuresYears(input: FuturesYearsInput): FuturesYears {
  const { values, issues } = valuedResults(input);
  const [firstYear, lastYear] = yearRange(input, values);
  const years: FuturesYear[] = [];
  const found = [...issues];
  let carried = zeroMoney;
  for (let year = firstYear; year <= lastYear; year++) {
    const rows = values.filter((value) => value.year === year).map(({ row }) => row);
    const mark = lastBusinessDayOfYear(year) <= input.asOf ? yearEndMark(year, input) : null;
    if (mark !== null) found.push(...mark.issues);
    const unrealised = mark?.unrealised ?? zeroMoney;
    const section1256 = sumWhere(rows, true);
    years.push({
      year,
      section1256Gain: subtract(add(section1256, unrealised), carried),
      otherGain: sumWhere(rows, false),
      rows,
      mark,
    });
    carried = unrealised;
  }
  return { years, issues: found };
}

/** From the first fill or row, which may be a year before anything is realised, to the day asked about. */
function yearRange(
  { events, timeZone, asOf }: FuturesYearsInput,
  values: readonly { readonly year: number }[],
): readonly [first: number, last: number] {
  const firstFill = events.find((event) => event.fill !== undefined);
  let first = firstFill === undefined ? Infinity : yearOf(localDateOf(firstFill.time, timeZone));
  let last = yearOf(asOf);
  for (const { year } of values) {
    first = Math.min(first, year);
    last = Math.max(last, year);
  }
  return [first, last];
}

function sumWhere(rows: readonly ValuedResult[], section1256: boolean): Money {
  return rows.reduce(
    (total, row) => (row.section1256 === section1256 ? add(total, row.value) : total),
    zeroMoney,
  );
}

/** Each result at its value in the reporting currency, with the tax year that it belongs to. */
function valuedResults(input: FuturesYearsInput): {
  values: readonly { readonly row: ValuedResult; readonly year: number }[];
  issues: readonly Issue[];
} {
  const valuer = valuerOf(input.prices, input.timeZone);
  const values = input.results.flatMap((result) => {
    const { asset, quantity, event, time } = result;
    const at = { id: event, time };
    const worth = valuer.booked(asset, quantity, at);
    if (worth === null) valuer.reportMissing(asset, at);
    if (worth === null) return [];
    const spec = result.contract === null ? undefined : input.specOf(result.contract);
    const section1256 = spec?.section1256.status ?? false;
    const row = { result, value: isNegative(quantity) ? negate(worth) : worth, section1256 };
    return [{ row, year: taxYearOf(localDateOf(time, input.timeZone), section1256) }];
  });
  return { values, issues: valuer.issues };
}

function taxYearOf(date: LocalDate, section1256: boolean): number {
  const year = yearOf(date);
  return section1256 && date > lastBusinessDayOfYear(year) ? year + 1 : year;
}
