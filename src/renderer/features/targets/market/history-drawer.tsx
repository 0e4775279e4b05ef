import '@mantine/charts/styles.css';
import { LineChart } from '@mantine/charts';
import { Drawer } from '@mantine/core';
import type { ReactNode } from 'react';
import type { CallAnswer } from '../../../../shared/contract/contract.ts';
import { ChartOrTable } from '../../../charts/chart-or-table.tsx';
import { useCall } from '../../../rpc/use-call.ts';
import { DataTable } from '../../../ui/data-table.tsx';
import { useLayer } from '../../../ui/layers.ts';
import { formatCount, formatQuantity, formatRate } from '../../../ui/number-format.ts';
import { DateText } from '../../../ui/numbers.tsx';
import { Answer } from '../../../ui/states.tsx';
import type { Series } from './view-model.ts';

type History = CallAnswer<'market.history'>;

export interface HistoryDrawerProps {
  readonly series: Series;
  onClose(): void;
}

/** The course of one series: at most 500 points, the last of each piece of the time. */
export function HistoryDrawer({ series, onClose }: HistoryDrawerProps): ReactNode {
  const isTop = useLayer(true);
  const { measure, of, level, title } = series;
  const call = useCall('market.history', { measure, of, ...(level === '' ? {} : { level }) });
  return (
    <Drawer opened onClose={onClose} closeOnEscape={isTop} position="right" size="xl" title={title}>
      <Answer of={call} what="Reading its history">
        {(history) => <Course history={history} />}
      </Answer>
    </Drawer>
  );
}

function Course({ history }: { readonly history: History }): ReactNode {
  const { points, count, unit, title } = history;
  const write = (value: number | string): string =>
    unit === 'fraction' ? formatRate(String(value), { decimals: 4 }) : formatQuantity(String(value));
  const shown = points.length === count ? '' : `, ${formatCount(points.length)} of them drawn`;
  return (
    <ChartOrTable
      of={title}
      summary={`${formatCount(count)} observations${shown}.`}
      chart={
        <div aria-hidden="true">
          <LineChart
            h={320}
            data={points.map(({ time, value }) => ({ day: time.slice(0, 10), value: Number(value) }))}
            dataKey="day"
            series={[{ name: 'value', label: title, color: 'hedge.6' }]}
            withDots={false}
            curveType="linear"
            valueFormatter={write}
            yAxisProps={{ width: 90, domain: ['auto', 'auto'] }}
            xAxisProps={{ minTickGap: 60 }}
            lineChartProps={{ accessibilityLayer: false }}
          />
        </div>
      }
      table={
        <DataTable
          label={title}
          rows={points.toReversed()}
          rowKey={({ time }) => time}
          columns={[
            { key: 'time', header: 'Time', cell: ({ time }) => <DateText value={time} time /> },
            { key: 'value', header: 'Value', align: 'right', cell: ({ value }) => write(value) },
          ]}
        />
      }
    />
  );
}
