import { Title } from '@mantine/core';
import type { ReactNode } from 'react';
import { ChartOrTable } from '../../../charts/chart-or-table.tsx';
import { CostStacks } from '../../../charts/cost-stacks.tsx';
import { DataTable } from '../../../ui/data-table.tsx';
import { MoneyText } from '../../../ui/numbers.tsx';
import type { Column } from '../../../ui/table-model.ts';
import { bestOf, costParts, partNames, stacksOf, wayNames, type Answer, type Way } from './view-model.ts';
import { WayFigure } from './way-figure.tsx';

/** What each way costs, made of its parts. */
export function CostsChart({ answer }: { readonly answer: Answer }): ReactNode {
  const { alternatives, currency } = answer;
  const ways = alternatives.filter(({ possible }) => possible);
  return (
    <section>
      <Title order={3} mb="sm">
        What each way costs
      </Title>
      <ChartOrTable
        of="cost of each way"
        summary="Each part as it is paid; the figure at the end is the whole in today’s money, in which later amounts are worth less. Left of the line is money that comes in."
        chart={
          <CostStacks
            stacks={stacksOf(alternatives)}
            totals={ways.map(({ kind, cost }) => (
              <MoneyText key={kind} value={cost} currency={currency} />
            ))}
          />
        }
        table={
          <DataTable
            label="Cost of each way"
            rows={ways}
            rowKey={({ kind }) => kind}
            columns={columns(bestOf(answer), currency)}
          />
        }
      />
    </section>
  );
}

function columns(best: Way | undefined, currency: string): readonly Column<Way>[] {
  const figure = (key: (typeof costParts)[number] | 'cost', header: string): Column<Way> => ({
    key,
    header,
    align: 'right',
    cell: (way) => (
      <WayFigure
        way={way}
        best={best}
        figure={key}
        of={header.toLowerCase()}
        currency={currency}
        compared={false}
      />
    ),
  });
  return [
    { key: 'way', header: 'Way', cell: ({ kind }) => wayNames[kind] },
    ...costParts.map((part) => figure(part, partNames[part])),
    figure('cost', 'In today’s money'),
  ];
}
