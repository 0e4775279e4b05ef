import { Badge, Group, Stack, Text, Title } from '@mantine/core';
import type { ReactNode } from 'react';
import { ChartOrTable } from '../../../charts/chart-or-table.tsx';
import { LineChart } from '../../../charts/line-chart.tsx';
import type { CallAnswer } from '../../../../shared/contract/contract.ts';
import { DataTable } from '../../../ui/data-table.tsx';
import { ExplainTrace } from '../../../ui/explain-trace.tsx';
import { Sentence } from '../../../ui/hide-amounts.tsx';
import { MoneyText, RateText } from '../../../ui/numbers.tsx';
import type { Column } from '../../../ui/table-model.ts';

type Series = CallAnswer<'exit.sensitivity'>['series'][number];
type Point = Series['points'][number];

export interface SensitivityChartProps {
  readonly series: Series;
  readonly currency: string;
}

/** One assumption moved from less to more: what the plan costs then, and the cheapest simple rule beside it. */
export function SensitivityChart({ series, currency }: SensitivityChartProps): ReactNode {
  const { title, about, points, why, words, flips } = series;
  return (
    <Stack gap="xs" component="section" aria-label={title}>
      <Group gap="sm">
        <Title order={3} size="h5">
          {title}
        </Title>
        {points.length > 0 && (
          <Badge variant="light" color={flips ? 'orange' : 'teal'} tt="none">
            {flips ? 'Another plan becomes better' : 'The plan stands'}
          </Badge>
        )}
      </Group>
      {why !== null && (
        <Text size="sm">
          <Sentence>{why}</Sentence>
        </Text>
      )}
      {points.length > 0 && (
        <ChartOrTable
          of={title}
          summary={<Sentence>{words.length === 0 ? about : words.join(' ')}</Sentence>}
          chart={<Lines series={series} currency={currency} />}
          table={
            <DataTable
              label={title}
              rows={points}
              rowKey={({ value }) => value}
              columns={columnsOf(series, currency)}
            />
          }
        />
      )}
    </Stack>
  );
}

function Lines({ series: { points, unit }, currency }: SensitivityChartProps): ReactNode {
  const withRule = points.some(({ ruleCost }) => ruleCost !== null);
  return (
    <LineChart
      points={points.map(({ value, cost, ruleCost }) => ({
        x: value,
        ys: withRule ? [cost, ruleCost] : [cost],
      }))}
      series={withRule ? ['This plan', 'Cheapest simple rule'] : ['This plan']}
      now={points.find(({ isBase }) => isBase)?.value ?? null}
      nowWords="as assumed"
      amount={(text) => <MoneyText value={text} currency={currency} short />}
      at={(x) => <Value value={x} unit={unit} currency={currency} />}
    />
  );
}

interface ValueProps {
  readonly value: string;
  readonly unit: Series['unit'];
  readonly currency: string;
}

function Value({ value, unit, currency }: ValueProps): ReactNode {
  return unit === 'money' ? (
    <MoneyText value={value} currency={currency} short />
  ) : (
    <RateText value={value} decimals={1} />
  );
}

function columnsOf({ unit }: Series, currency: string): readonly Column<Point>[] {
  const amount = (value: string | null, unknown: string): ReactNode => (
    <MoneyText value={value} currency={currency} unknown={unknown} />
  );
  return [
    {
      key: 'value',
      header: 'If it is',
      cell: ({ value, isBase }) => (
        <>
          <Value value={value} unit={unit} currency={currency} />
          {isBase && ' (as assumed)'}
        </>
      ),
    },
    {
      key: 'cost',
      header: 'This plan',
      align: 'right',
      cell: ({ cost, trace, label }) =>
        trace === null ? (
          amount(cost, 'not possible')
        ) : (
          <ExplainTrace trace={trace} of={`cost of this plan at ${label}`}>
            {amount(cost, 'not possible')}
          </ExplainTrace>
        ),
    },
    {
      key: 'rule',
      header: 'Cheapest rule',
      align: 'right',
      cell: ({ ruleCost }) => amount(ruleCost, 'not possible'),
    },
    {
      key: 'best',
      header: 'A plan made for it',
      align: 'right',
      cell: ({ best }) => amount(best, 'only at the ends'),
    },
    { key: 'tax', header: 'Tax of the plan', align: 'right', cell: ({ tax }) => amount(tax, 'not possible') },
  ];
}
