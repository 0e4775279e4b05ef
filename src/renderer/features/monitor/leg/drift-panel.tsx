import { Text, Title } from '@mantine/core';
import type { ReactNode } from 'react';
import { CauseBars } from '../../../charts/cause-bars.tsx';
import { ChartOrTable } from '../../../charts/chart-or-table.tsx';
import { compareDecimal, compareText } from '../../../ui/compare.ts';
import { DataTable } from '../../../ui/data-table.tsx';
import { Explain } from '../../../ui/explain.tsx';
import { Sentence } from '../../../ui/hide-amounts.tsx';
import { MoneyText, QuantityText } from '../../../ui/numbers.tsx';
import type { Column } from '../../../ui/table-model.ts';
import { driftCauses, type DriftCause, type Row } from '../view-model.ts';

export interface DriftPanelProps {
  readonly drift: NonNullable<Row['drift']>;
  readonly row: Row;
  readonly currency: string;
}

/** Why the hedge does not fit as it did: the causes add up from the gap at plan to the gap now. */
export function DriftPanel({ drift, row, currency }: DriftPanelProps): ReactNode {
  const causes = driftCauses(drift);
  return (
    <section>
      <Title order={3} mb="xs">
        <Explain id={`${row.explain}/drift`} of="drift of the hedge">
          Why it drifted
        </Explain>
      </Title>
      {causes.length === 0 ? (
        <Text size="sm">
          <Sentence>{drift.words}</Sentence>
        </Text>
      ) : (
        <ChartOrTable
          of="causes of drift"
          summary={<Sentence>{drift.words}</Sentence>}
          chart={
            <CauseBars
              from={{ name: 'Gap to target at plan', amount: drift.gapAtPlan }}
              causes={causes}
              to={{ name: 'Gap to target now', amount: drift.gapNow }}
              figure={(amount, signed) => (
                <QuantityText
                  value={amount}
                  unit={row.asset}
                  decimals={5}
                  {...(signed ? { signed: 'plain' as const } : {})}
                />
              )}
            />
          }
          table={
            <DataTable
              label="Causes of drift"
              rows={causes}
              rowKey={({ name }) => name}
              columns={columns(row.asset, currency)}
              footer={[
                'All of them',
                <QuantityText key="coins" value={drift.gapNow} unit={row.asset} signed="plain" />,
                '',
                'The gap to the target now, with the gap there was at plan',
              ]}
            />
          }
        />
      )}
    </section>
  );
}

function columns(asset: string, currency: string): readonly Column<DriftCause>[] {
  return [
    {
      key: 'name',
      header: 'Cause',
      cell: ({ name }) => name,
      compare: (a, b) => compareText(a.name, b.name),
    },
    {
      key: 'coins',
      header: 'Coins',
      align: 'right',
      cell: ({ amount }) => <QuantityText value={amount} unit={asset} signed="plain" />,
      compare: (a, b) => compareDecimal(a.amount, b.amount),
    },
    {
      key: 'value',
      header: 'Worth',
      align: 'right',
      cell: ({ value }) => <MoneyText value={value} currency={currency} signed="plain" />,
      compare: (a, b) => compareDecimal(a.value, b.value),
    },
    {
      key: 'words',
      header: 'What happened',
      cell: ({ words }) => <Sentence>{words}</Sentence>,
    },
  ];
}
