import { Title } from '@mantine/core';
import type { ReactNode } from 'react';
import { AmountBars } from '../../../charts/amount-bars.tsx';
import { ChartOrTable } from '../../../charts/chart-or-table.tsx';
import { DataTable } from '../../../ui/data-table.tsx';
import { ExplainFigure } from '../../../ui/explain.tsx';
import { MoneyText, RateText } from '../../../ui/numbers.tsx';
import type { Column } from '../../../ui/table-model.ts';
import { largestFirst, sumsOf, type Drift } from './drift-lines.ts';

type Whole = Drift['whole'][number];

/** Everything held as effective shares, whatever the policy says of it: they add up to 100%. */
export function WholeShares({
  whole,
  currency,
}: {
  readonly whole: Drift['whole'];
  readonly currency: string;
}): ReactNode {
  if (whole.length === 0) return null;
  const rows = largestFirst(whole);
  const totals = sumsOf(rows);
  return (
    <section>
      <Title order={3} size="h5" mb="xs">
        Everything you hold
      </Title>
      <ChartOrTable
        of="everything held"
        summary="Effective shares of all that is held, with a target or without: futures on coins are taken from cash, or added to it, so that all shares add up to 100%."
        chart={
          <AmountBars
            rows={rows.map(({ asset, effectiveWeight }) => ({
              key: asset,
              name: asset,
              amount: effectiveWeight,
            }))}
            figure={(share) => <RateText value={share} decimals={1} />}
          />
        }
        table={
          <DataTable
            label="Everything held"
            rows={rows}
            rowKey={({ asset }) => asset}
            columns={columns(currency)}
            footer={[
              'All',
              <MoneyText key="spot" value={totals.spotValue} currency={currency} />,
              <MoneyText key="futures" value={totals.futuresValue} currency={currency} signed="plain" />,
              <MoneyText key="effective" value={totals.effectiveValue} currency={currency} />,
              <RateText key="share" value={totals.effectiveWeight} />,
            ]}
          />
        }
      />
    </section>
  );
}

function columns(currency: string): readonly Column<Whole>[] {
  return [
    { key: 'asset', header: 'Asset', cell: ({ asset }) => asset },
    {
      key: 'spot',
      header: 'Coins and money',
      align: 'right',
      cell: ({ asset, spotValue }) => (
        <ExplainFigure quiet id={`holding:${asset}/value`} of={`coins and money, ${asset}`}>
          <MoneyText value={spotValue} currency={currency} />
        </ExplainFigure>
      ),
    },
    {
      key: 'futures',
      header: 'Futures',
      align: 'right',
      cell: ({ asset, isMoney, futuresValue }) => {
        const figure = <MoneyText value={futuresValue} currency={currency} signed="plain" />;
        return isMoney || !/[1-9]/u.test(futuresValue) ? (
          figure
        ) : (
          <ExplainFigure quiet id={`holding:${asset}/futuresValue`} of={`futures, ${asset}`}>
            {figure}
          </ExplainFigure>
        );
      },
    },
    {
      key: 'effective',
      header: 'Effective',
      align: 'right',
      cell: ({ effectiveValue }) => <MoneyText value={effectiveValue} currency={currency} />,
    },
    {
      key: 'share',
      header: 'Share',
      align: 'right',
      cell: ({ effectiveWeight }) => <RateText value={effectiveWeight} />,
    },
  ];
}
