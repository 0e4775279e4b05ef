import { Table, Text } from '@mantine/core';
import { lazy, Suspense, type ReactNode } from 'react';
import { ChartOrTable } from '../../../charts/chart-or-table.tsx';
import type { YearBarColor } from '../../../charts/year-bars.tsx';
import { Sentence } from '../../../ui/hide-amounts.tsx';
import { MoneyText } from '../../../ui/numbers.tsx';
import { Loading } from '../../../ui/states.tsx';
import { LineFigure } from './line-figure.tsx';
import {
  changeOfTotal,
  totalOf,
  totalTaxLine,
  viewWords,
  yearIn,
  type ProjectedYear,
  type View,
} from './projection.ts';
import classes from './years.module.css';

/** The chart library is large: it comes when a chart is first looked at. */
const YearBars = lazy(async () => ({ default: (await import('../../../charts/year-bars.tsx')).YearBars }));

const colors: Readonly<Record<View, YearBarColor>> = { realised: 'leaf', planned: 'sky', scenario: 'sand' };

export interface SideBySideProps {
  readonly years: readonly ProjectedYear[];
  readonly views: readonly View[];
  readonly currency: string;
  /** What the chart says. */
  readonly summary: string;
}

/** All tax by year, one bar a view; the table behind it has the exact figures and their sums. */
export function SideBySide({ years, views, currency, summary }: SideBySideProps): ReactNode {
  const assessed = years.filter(({ realised }) => realised !== null);
  return (
    <ChartOrTable
      of="tax by year"
      summary={<Sentence>{summary}</Sentence>}
      chart={
        <div style={{ minHeight: 240 }}>
          <Suspense fallback={<Loading what="Drawing the years" />}>
            <YearBars
              currency={currency}
              series={views.map((view) => ({ name: viewWords[view], color: colors[view] }))}
              years={assessed.map((year) => ({
                year: year.year,
                amounts: Object.fromEntries(
                  views.map((view) => [viewWords[view], yearIn(year, view)?.totalTax ?? '0']),
                ),
              }))}
            />
          </Suspense>
        </div>
      }
      table={<TotalsTable years={assessed} views={views} />}
    />
  );
}

function TotalsTable({ years, views }: Pick<SideBySideProps, 'years' | 'views'>): ReactNode {
  return (
    <div className={classes.scroller}>
      <Table aria-label="All tax by year" className={classes.table}>
        <Table.Thead>
          <Table.Tr>
            <Table.Th className={classes.line} scope="col">
              All tax
            </Table.Th>
            {years.map(({ year }) => (
              <Table.Th key={year} scope="col" className={classes.year}>
                {year}
              </Table.Th>
            ))}
            <Table.Th scope="col" className={classes.year}>
              Together
            </Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {views.map((view) => (
            <Table.Tr key={view}>
              <Table.Th scope="row" className={classes.line}>
                {viewWords[view]}
              </Table.Th>
              {years.map((year) => (
                <Table.Td key={year.year} className={classes.figure}>
                  <LineFigure line={totalTaxLine} view={yearIn(year, view)} year={year.year} />
                </Table.Td>
              ))}
              <Table.Td className={classes.figure}>
                <Text span size="xs" fw={650}>
                  <MoneyText value={totalOf(years, view)} />
                </Text>
                {view !== 'realised' && <Difference value={changeOfTotal(years, view, 'realised')} />}
              </Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </div>
  );
}

function Difference({ value }: { readonly value: string | null }): ReactNode {
  if (value === null) return null;
  return (
    <span className={classes.change}>
      <MoneyText value={value} signed="plain" />
    </span>
  );
}
