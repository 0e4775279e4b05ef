import { Box } from '@mantine/core';
import { useEffect, useMemo, useRef, type ReactNode } from 'react';
import {
  lookOf,
  monthName,
  monthsOf,
  monthWords,
  type CoveredMonth,
  type CoverageRow,
  type MonthLook,
} from './coverage-rows.ts';
import classes from './coverage.module.css';

const marks: Readonly<Record<MonthLook, string>> = {
  covered: '',
  nothing: '',
  compared: '',
  gap: '!',
  outside: '',
};

const legend: readonly (readonly [look: MonthLook, words: string])[] = [
  ['covered', 'rows that count'],
  ['nothing', 'covered, and nothing happened'],
  ['compared', 'only compared with a better file'],
  ['gap', 'gap: no file covers the month'],
];

/** Months to the right, accounts and subjects below each other; the newest months are in view first. */
export function CoverageGrid({ rows }: { readonly rows: readonly CoverageRow[] }): ReactNode {
  const months = useMemo(() => monthsOf(rows), [rows]);
  const scroller = useRef<HTMLDivElement>(null);
  useEffect(() => {
    scroller.current?.scrollTo({ left: scroller.current.scrollWidth });
  }, [months]);
  return (
    <>
      <Box
        ref={scroller}
        className={classes.scroller}
        role="group"
        aria-label="Coverage drawn by month; the table beside it says the same"
        tabIndex={0}
      >
        <table className={classes.grid} aria-hidden="true">
          <thead>
            <tr>
              <td className={classes.name} />
              {yearsOf(months).map(({ year, count }) => (
                <th key={year} colSpan={count} className={classes.year}>
                  {count > 1 ? year : ''}
                </th>
              ))}
            </tr>
            <tr>
              <td className={classes.name} />
              {months.map((month) => (
                <th key={month} className={classes.letter}>
                  {monthName(month).charAt(0)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <GridRow key={row.key} row={row} months={months} />
            ))}
          </tbody>
        </table>
      </Box>
      <ul className={classes.legend} aria-hidden="true">
        {legend.map(([look, words]) => (
          <li key={look}>
            <span className={classes.month} data-look={look}>
              {marks[look]}
            </span>
            {words}
          </li>
        ))}
      </ul>
    </>
  );
}

function GridRow({
  row,
  months,
}: {
  readonly row: CoverageRow;
  readonly months: readonly string[];
}): ReactNode {
  const byMonth = new Map(row.months.map((month) => [month.month, month]));
  return (
    <tr>
      <th className={classes.name}>
        <b>{row.account}</b>
        <br />
        {row.subject}
      </th>
      {months.map((month) => (
        <Cell key={month} of={byMonth.get(month)} />
      ))}
    </tr>
  );
}

function Cell({ of }: { readonly of: CoveredMonth | undefined }): ReactNode {
  const look = lookOf(of);
  return (
    <td className={classes.month} data-look={look} title={of === undefined ? undefined : monthWords(of)}>
      {marks[look]}
    </td>
  );
}

function yearsOf(months: readonly string[]): readonly { readonly year: string; readonly count: number }[] {
  return [...Map.groupBy(months, (month) => month.slice(0, 4))].map(([year, { length: count }]) => ({
    year,
    count,
  }));
}
