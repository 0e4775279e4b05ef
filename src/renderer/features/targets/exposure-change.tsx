import { SegmentedControl, Stack } from '@mantine/core';
import { useState, type ReactNode } from 'react';
import { ChartOrTable } from '../../charts/chart-or-table.tsx';
import { ExposureWaterfall } from '../../charts/exposure-waterfall.tsx';
import { DataTable } from '../../ui/data-table.tsx';
import { MoneyText, QuantityText } from '../../ui/numbers.tsx';
import type { Column } from '../../ui/table-model.ts';
import { Term } from '../../ui/term.tsx';
import { waterfallRows, type Overlay } from './view-model.ts';

type Row = Overlay['exposure'][number];
type When = 'before' | 'after';

export interface ExposureChangeProps {
  readonly overlay: Overlay;
  readonly currency: string;
}

/** Coins, long futures, short futures, net: now and with the hedge. */
export function ExposureChange({ overlay, currency }: ExposureChangeProps): ReactNode {
  const [when, setWhen] = useState<When>('after');
  return (
    <Stack gap="sm">
      <SegmentedControl
        aria-label="When"
        style={{ alignSelf: 'flex-start' }}
        value={when}
        onChange={(next) => setWhen(next as When)}
        data={[
          { value: 'before', label: 'Now' },
          { value: 'after', label: 'With the hedge' },
        ]}
      />
      <ChartOrTable
        of="exposure"
        summary={
          <>
            Your <Term id="effective-exposure">effective exposure</Term>: coins, plus long futures, less short
            futures.
          </>
        }
        chart={<ExposureWaterfall rows={waterfallRows(overlay, when)} currency={currency} />}
        table={
          <DataTable
            label="Exposure by asset"
            rows={overlay.exposure}
            rowKey={({ asset }) => asset}
            columns={columns(when, currency)}
          />
        }
      />
    </Stack>
  );
}

function columns(when: When, currency: string): readonly Column<Row>[] {
  const part = (key: keyof Row['after']['value'], header: string): Column<Row> => ({
    key,
    header,
    align: 'right',
    cell: (row) => (
      <>
        <MoneyText value={row[when].value[key]} currency={currency} signed="plain" />
        {!row.isMoney && (
          <div>
            <QuantityText value={row[when].coins[key]} unit={row.asset} signed="plain" />
          </div>
        )}
      </>
    ),
  });
  return [
    { key: 'asset', header: 'Asset', cell: ({ asset }) => asset },
    part('spot', 'Coins'),
    part('longFutures', 'Long futures'),
    part('shortFutures', 'Short futures'),
    part('net', 'Net'),
  ];
}
