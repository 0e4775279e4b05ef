import { Group, List, SegmentedControl, Text, Title } from '@mantine/core';
import { useMemo, useState, type ReactNode } from 'react';
import { DataTable } from '../../../ui/data-table.tsx';
import { ExplainTrace } from '../../../ui/explain-trace.tsx';
import { Sentence } from '../../../ui/hide-amounts.tsx';
import { formatRate } from '../../../ui/number-format.ts';
import { DateText, MoneyText } from '../../../ui/numbers.tsx';
import type { Column } from '../../../ui/table-model.ts';
import { closedAt, firstChange, priceChangesOf, type Closed, type HedgeTax } from './hedge-tax.ts';

export interface IfClosedProps {
  readonly tax: HedgeTax;
  readonly currency: string;
}

/** Tax of closing the hedge today, at the year's end, next year; at today's price or another. */
export function IfClosed({ tax, currency }: IfClosedProps): ReactNode {
  const changes = priceChangesOf(tax);
  const [chosen, setChosen] = useState<string | null>(null);
  const change = chosen !== null && changes.includes(chosen) ? chosen : firstChange(changes);
  const columns = useMemo(() => closedColumns(tax, currency), [tax, currency]);
  if (change === null) return null;
  return (
    <div>
      <Group justify="space-between" mb="xs">
        <Title order={4} size="h5">
          If you close the hedge
        </Title>
        <Group gap="xs">
          <Text size="sm" id="price-then">
            Prices by then
          </Text>
          <SegmentedControl
            size="xs"
            aria-labelledby="price-then"
            value={change}
            onChange={setChosen}
            data={changes.map((each) => ({ value: each, label: changeWords(each) }))}
          />
        </Group>
      </Group>
      <DataTable
        label="Tax if the hedge is closed"
        rows={closedAt(tax, change)}
        columns={columns}
        rowKey={({ when, priceChange }) => `${when} ${priceChange}`}
      />
      <List size="sm" spacing={2} mt="sm">
        {closedAt(tax, change).map(({ when, sentence }) => (
          <List.Item key={when}>
            <Sentence>{sentence}</Sentence>
          </List.Item>
        ))}
      </List>
    </div>
  );
}

function changeWords(change: string): string {
  const text = formatRate(change, { signed: true });
  return text === '0%' ? 'as today' : text;
}

function closedColumns({ closings }: HedgeTax, currency: string): readonly Column<Closed>[] {
  const titleOf = ({ when }: Closed): string => closings.find((each) => each.when === when)?.title ?? when;
  return [
    {
      key: 'day',
      header: 'Closed',
      cell: (row) => (
        <>
          <Text span size="sm" fw={600} display="block">
            {titleOf(row)}
          </Text>
          <Text span size="xs" c="dimmed">
            <DateText value={row.date} />
          </Text>
        </>
      ),
    },
    {
      key: 'profit',
      header: 'Futures bring',
      align: 'right',
      cell: ({ futuresProfit }) => <MoneyText value={futuresProfit} currency={currency} signed="gain" />,
    },
    {
      key: 'kept',
      header: 'More tax, coins kept',
      align: 'right',
      cell: (row) => (
        <Traced trace={row.traceKept} of={`tax of the hedge closed ${titleOf(row)}, coins kept`}>
          <MoneyText
            value={row.taxKept}
            currency={currency}
            signed="plain"
            unknown="enter your tax details"
          />
        </Traced>
      ),
    },
    {
      key: 'waits',
      header: 'Loss that waits',
      align: 'right',
      cell: ({ waits }) => <MoneyText value={waits} currency={currency} />,
    },
    {
      key: 'sold',
      header: 'Coins sold that day: tax',
      align: 'right',
      cell: (row) => (
        <Traced trace={row.traceSold} of={`tax of the hedge closed ${titleOf(row)}, coins sold`}>
          <MoneyText value={row.taxSold} currency={currency} unknown="enter your tax details" />
        </Traced>
      ),
    },
    {
      key: 'without',
      header: 'Sold without the hedge',
      align: 'right',
      cell: ({ taxSoldWithout }) => (
        <MoneyText value={taxSoldWithout} currency={currency} unknown="enter your tax details" />
      ),
    },
  ];
}

interface TracedProps {
  readonly trace: Closed['traceKept'];
  readonly of: string;
  readonly children: ReactNode;
}

function Traced({ trace, of, children }: TracedProps): ReactNode {
  return trace === null ? (
    children
  ) : (
    <ExplainTrace trace={trace} of={of}>
      {children}
    </ExplainTrace>
  );
}
