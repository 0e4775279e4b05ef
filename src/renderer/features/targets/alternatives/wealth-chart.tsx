import { SegmentedControl, Stack, Title } from '@mantine/core';
import { useState, type ReactNode } from 'react';
import { ChartOrTable } from '../../../charts/chart-or-table.tsx';
import { PathDots } from '../../../charts/path-dots.tsx';
import { DataTable } from '../../../ui/data-table.tsx';
import { ExplainTrace } from '../../../ui/explain-trace.tsx';
import { Sentence } from '../../../ui/hide-amounts.tsx';
import { DateText, MoneyText } from '../../../ui/numbers.tsx';
import type { Column } from '../../../ui/table-model.ts';
import { Term } from '../../../ui/term.tsx';
import { wayNames, wealthByPath, type Answer, type Wealth, type WayKind } from './view-model.ts';

type Shown = 'wealth' | 'afterLatentTax';

interface Row {
  readonly kind: WayKind;
  readonly words: string;
  readonly wealth: Wealth;
}

/** What one would own after tax at the horizon, along each price path. */
export function WealthChart({ answer }: { readonly answer: Answer }): ReactNode {
  const [shown, setShown] = useState<Shown>('afterLatentTax');
  const { currency, horizon } = answer;
  const paths = wealthByPath(answer, shown);
  if (paths.every(({ rows }) => rows.length === 0)) return null;
  return (
    <section>
      <Title order={3} mb="sm">
        What you would own after tax
      </Title>
      <Stack gap="sm">
        <SegmentedControl
          aria-label="Coins that are left"
          style={{ alignSelf: 'flex-start' }}
          value={shown}
          onChange={(next) => setShown(next === 'wealth' ? 'wealth' : 'afterLatentTax')}
          data={[
            { value: 'afterLatentTax', label: 'All sold that day' },
            { value: 'wealth', label: 'Coins kept' },
          ]}
        />
        <ChartOrTable
          of="wealth after tax"
          summary={
            <>
              On <DateText value={horizon} />, along each <Term id="price-path" />: further right is more,
              each path on its own scale; the star marks the most.
            </>
          }
          chart={
            <PathDots
              groups={paths.map(({ path, words, rows }) => ({
                key: path,
                title: <Sentence>{words}</Sentence>,
                rows: rows.map(({ name, wealth, isBest }) => ({ name, amount: wealth[shown], isBest })),
              }))}
              figure={(amount) => <MoneyText value={amount} currency={currency} />}
            />
          }
          table={
            <DataTable<Row>
              label="Wealth after tax"
              rows={paths.flatMap(({ words, rows }) =>
                rows.map(({ kind, wealth }) => ({ kind, words, wealth })),
              )}
              rowKey={({ kind, wealth }) => `${wealth.path} ${kind}`}
              columns={columns(currency)}
            />
          }
        />
      </Stack>
    </section>
  );
}

function columns(currency: string): readonly Column<Row>[] {
  const part = (key: Exclude<keyof Wealth, 'path' | 'trace'>, header: string): Column<Row> => ({
    key,
    header,
    align: 'right',
    cell: ({ wealth }) => <MoneyText value={wealth[key]} currency={currency} />,
  });
  return [
    { key: 'path', header: 'Prices', cell: ({ words }) => <Sentence>{words}</Sentence> },
    { key: 'way', header: 'Way', cell: ({ kind }) => wayNames[kind] },
    part('coins', 'Coins left'),
    part('cash', 'Cash'),
    part('futures', 'Futures'),
    part('fees', 'Fees'),
    part('tax', 'Tax paid'),
    {
      ...part('wealth', 'After tax'),
      cell: ({ kind, words, wealth }) => (
        <ExplainTrace trace={wealth.trace} of={`wealth after tax, ${wayNames[kind]}, ${words}`}>
          <MoneyText value={wealth.wealth} currency={currency} />
        </ExplainTrace>
      ),
    },
    part('latentTax', 'Tax if all is sold'),
    part('afterLatentTax', 'After that too'),
  ];
}
