import { Text } from '@mantine/core';
import { lazy, Suspense, type ReactNode } from 'react';
import { ChartOrTable } from '../../../charts/chart-or-table.tsx';
import { DataTable } from '../../../ui/data-table.tsx';
import { ExplainTrace } from '../../../ui/explain-trace.tsx';
import { Sentence } from '../../../ui/hide-amounts.tsx';
import { formatMoney } from '../../../ui/number-format.ts';
import { DateText, MoneyText } from '../../../ui/numbers.tsx';
import { Panel } from '../../../ui/panel.tsx';
import { Loading } from '../../../ui/states.tsx';
import type { Column } from '../../../ui/table-model.ts';
import { Term } from '../../../ui/term.tsx';
import type { ExitPlan } from './exit-model.ts';

/** The chart library is large: it comes when a chart is first looked at. */
const YearBars = lazy(async () => ({ default: (await import('../../../charts/year-bars.tsx')).YearBars }));

/** Tax of each year with the plan and without, by the tax engine. */
export function TaxPart({ plan }: { readonly plan: ExitPlan }): ReactNode {
  const { taxByYear, currency, tax, lossesWaiting, lossesCarried, gainLeft } = plan;
  const rows = taxByYear.map((year, index) => ({ ...year, trace: plan.taxTraces[index] ?? null }));
  return (
    <Panel
      title="Tax with the plan and without"
      about="The tax engine’s own figures: as your tax years would be."
    >
      {taxByYear.length === 0 ? (
        <Text size="sm">No tax year is touched.</Text>
      ) : (
        <ChartOrTable
          of="tax by year"
          summary={
            <Sentence>
              {`The plan adds ${formatMoney(tax, currency)} of tax, spread over ${rows.filter(({ added }) => /[1-9]/u.test(added)).length} years.`}
            </Sentence>
          }
          chart={
            <div style={{ minHeight: 240 }}>
              <Suspense fallback={<Loading what="Drawing the years" />}>
                <YearBars
                  currency={currency}
                  series={[
                    { name: 'Without the plan', color: 'pale' },
                    { name: 'With the plan', color: 'leaf' },
                  ]}
                  years={taxByYear.map(({ year, taxWith, taxWithout }) => ({
                    year,
                    amounts: { 'Without the plan': taxWithout, 'With the plan': taxWith },
                  }))}
                />
              </Suspense>
            </div>
          }
          table={<TaxTable rows={rows} currency={currency} />}
        />
      )}
      <Text size="sm" mt="md">
        <Waits what="Losses that still wait after the last year" amount={lossesWaiting} currency={currency} />
        <Waits what="Losses carried to later years" amount={lossesCarried} currency={currency} />
        <Waits
          what="Gain left in coins that could be sold, taxed another day"
          amount={gainLeft}
          currency={currency}
        />
      </Text>
    </Panel>
  );
}

interface WaitsProps {
  readonly what: string;
  readonly amount: string;
  readonly currency: string;
}

function Waits({ what, amount, currency }: WaitsProps): ReactNode {
  return (
    <span style={{ display: 'block' }}>
      {what}: <MoneyText value={amount} currency={currency} />
    </span>
  );
}

type Row = ExitPlan['taxByYear'][number] & { readonly trace: ExitPlan['trace'] | null };

function TaxTable({
  rows,
  currency,
}: {
  readonly rows: readonly Row[];
  readonly currency: string;
}): ReactNode {
  return (
    <DataTable
      label="Tax with the plan and without"
      rows={rows}
      rowKey={({ year }) => String(year)}
      columns={columnsOf(currency)}
    />
  );
}

function columnsOf(currency: string): readonly Column<Row>[] {
  const amount = (value: string): ReactNode => <MoneyText value={value} currency={currency} />;
  const signed = (value: string): ReactNode => <MoneyText value={value} currency={currency} signed="plain" />;
  return [
    { key: 'year', header: 'Year', cell: ({ year }) => year },
    { key: 'due', header: 'Paid by', cell: ({ due }) => <DateText value={due} /> },
    { key: 'short', header: 'Short-term', align: 'right', cell: (row) => signed(row.shortTermGain) },
    { key: 'long', header: 'Long-term', align: 'right', cell: (row) => signed(row.longTermGain) },
    {
      key: '1256',
      header: 'Section 1256',
      headerNode: <Term id="section-1256">Section 1256</Term>,
      align: 'right',
      cell: (row) => signed(row.section1256Gain),
    },
    { key: 'without', header: 'Tax without', align: 'right', cell: (row) => amount(row.taxWithout) },
    { key: 'with', header: 'Tax with', align: 'right', cell: (row) => amount(row.taxWith) },
    {
      key: 'added',
      header: 'Added',
      align: 'right',
      cell: ({ year, added, trace }) =>
        trace === null ? (
          signed(added)
        ) : (
          <ExplainTrace trace={trace} of={`tax added in ${year}`}>
            {signed(added)}
          </ExplainTrace>
        ),
    },
    { key: 'today', header: 'In today’s money', align: 'right', cell: (row) => signed(row.addedToday) },
  ];
}
