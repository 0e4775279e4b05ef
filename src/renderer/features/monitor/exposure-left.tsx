import type { ReactNode } from 'react';
import { ChartOrTable } from '../../charts/chart-or-table.tsx';
import { ExposureWaterfall, type ExposureRow } from '../../charts/exposure-waterfall.tsx';
import { useCall } from '../../rpc/use-call.ts';
import { DataTable } from '../../ui/data-table.tsx';
import { Sentence } from '../../ui/hide-amounts.tsx';
import { MoneyText } from '../../ui/numbers.tsx';
import { Panel } from '../../ui/panel.tsx';
import { Answer } from '../../ui/states.tsx';
import type { Column } from '../../ui/table-model.ts';
import { Term } from '../../ui/term.tsx';
import { exposureLeft, exposureLeftSentence } from './exposure-left-rows.ts';

/** What still moves with the price of each hedged coin. */
export function ExposureLeft({ assets }: { readonly assets: readonly string[] }): ReactNode {
  const call = useCall('holdings.read', {});
  return (
    <Panel
      title="What the hedges leave open"
      about={
        <>
          Your <Term id="effective-exposure" /> to each coin: what you hold, and futures on it.
        </>
      }
    >
      <Answer of={call} what="Adding up your exposure">
        {(holdings) => {
          const rows = exposureLeft(holdings, assets);
          return (
            <ChartOrTable
              of="exposure left open"
              summary={<Sentence>{exposureLeftSentence(rows, holdings.currency)}</Sentence>}
              chart={<ExposureWaterfall rows={rows} currency={holdings.currency} />}
              table={
                <DataTable
                  label="Exposure left open"
                  rows={rows}
                  rowKey={({ name }) => name}
                  columns={columns(holdings.currency)}
                />
              }
            />
          );
        }}
      </Answer>
    </Panel>
  );
}

function columns(currency: string): readonly Column<ExposureRow>[] {
  const part = (key: 'coins' | 'futures' | 'net', header: string): Column<ExposureRow> => ({
    key,
    header,
    align: 'right',
    cell: (row) => (
      <MoneyText
        value={row[key]}
        currency={currency}
        {...(key === 'futures' ? { signed: 'plain' as const } : {})}
      />
    ),
  });
  return [
    { key: 'name', header: 'Coin', cell: ({ name }) => name },
    part('coins', 'Coins'),
    part('futures', 'Futures'),
    part('net', 'Left open'),
  ];
}
