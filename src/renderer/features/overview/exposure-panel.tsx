import { Text } from '@mantine/core';
import type { ReactNode } from 'react';
import { ChartOrTable } from '../../charts/chart-or-table.tsx';
import { ExposureWaterfall } from '../../charts/exposure-waterfall.tsx';
import { DataTable } from '../../ui/data-table.tsx';
import { compareDecimal, compareText } from '../../ui/compare.ts';
import { Explain } from '../../ui/explain.tsx';
import { Sentence } from '../../ui/hide-amounts.tsx';
import { MoneyText, QuantityText, RateText } from '../../ui/numbers.tsx';
import { Panel } from '../../ui/panel.tsx';
import type { Column } from '../../ui/table-model.ts';
import { Term } from '../../ui/term.tsx';
import { exposureRows, exposureSentence, type Holdings } from './view-model.ts';

type Holding = Holdings['holdings'][number];

/** Coins plus futures: what really moves with each price. */
export function ExposurePanel({ holdings }: { readonly holdings: Holdings }): ReactNode {
  const rows = exposureRows(holdings.holdings);
  return (
    <Panel
      title="What you really hold"
      about={
        <>
          Your <Term id="effective-exposure" />: coins you hold plus futures on them.
        </>
      }
    >
      <ChartOrTable
        of="exposure"
        summary={<Sentence>{exposureSentence(rows, holdings)}</Sentence>}
        chart={<ExposureWaterfall rows={rows} currency={holdings.currency} />}
        table={<ExposureTable holdings={holdings} />}
      />
    </Panel>
  );
}

function ExposureTable({ holdings: { holdings, currency } }: { readonly holdings: Holdings }): ReactNode {
  return (
    <DataTable
      label="Effective exposure by asset"
      rows={holdings}
      rowKey={({ asset }) => asset}
      columns={columns(currency)}
    />
  );
}

function columns(currency: string): readonly Column<Holding>[] {
  return [
    {
      key: 'asset',
      header: 'Asset',
      cell: ({ asset, explain }) => (
        <Explain id={explain} of={`exposure to ${asset}`}>
          {asset}
        </Explain>
      ),
      compare: (a, b) => compareText(a.asset, b.asset),
    },
    {
      key: 'coins',
      header: 'Coins',
      align: 'right',
      cell: ({ value }) => <MoneyText value={value} currency={currency} unknown="no price" />,
      compare: (a, b) => compareDecimal(a.value, b.value),
    },
    {
      key: 'futures',
      header: 'Futures',
      align: 'right',
      cell: ({ futuresValue }) => <MoneyText value={futuresValue} currency={currency} signed="plain" />,
      compare: (a, b) => compareDecimal(a.futuresValue, b.futuresValue),
    },
    {
      key: 'net',
      header: 'Effective',
      align: 'right',
      cell: ({ effectiveValue, effectiveQuantity, asset, assetClass }) => (
        <>
          <MoneyText value={effectiveValue} currency={currency} unknown="no price" />
          {assetClass === 'coin' && (
            <Text size="xs" c="dimmed">
              <QuantityText value={effectiveQuantity} unit={asset} />
            </Text>
          )}
        </>
      ),
      compare: (a, b) => compareDecimal(a.effectiveValue, b.effectiveValue),
    },
    {
      key: 'share',
      header: 'Share',
      align: 'right',
      cell: ({ effectiveWeight }) => <RateText value={effectiveWeight} decimals={1} unknown="no price" />,
      compare: (a, b) => compareDecimal(a.effectiveWeight, b.effectiveWeight),
    },
  ];
}
