import { List, Text } from '@mantine/core';
import type { ReactNode } from 'react';
import { compareDecimal } from '../../ui/compare.ts';
import { DataTable } from '../../ui/data-table.tsx';
import { Sentence, useHideAmounts } from '../../ui/hide-amounts.tsx';
import { MoneyText, PriceText, QuantityText, RateText } from '../../ui/numbers.tsx';
import type { Column } from '../../ui/table-model.ts';
import { Term } from '../../ui/term.tsx';
import { orderWords, section1256Words, usWords, type Leg } from './view-model.ts';

/** One row an order, and what is to be known about each below. */
export function LegsTable({
  legs,
  currency,
}: {
  readonly legs: readonly Leg[];
  readonly currency: string;
}): ReactNode {
  const notes = legs.flatMap(({ asset, notes: each }) => each.map((note) => ({ asset, note })));
  return (
    <>
      <DataTable
        label="Orders of the hedge"
        rows={legs}
        rowKey={({ asset, contract }) => `${asset} ${contract}`}
        columns={columns(currency)}
      />
      {notes.length > 0 && (
        <List size="sm" mt="sm" spacing={2}>
          {notes.map(({ asset, note }) => (
            <List.Item key={`${asset} ${note}`}>
              {asset}: <Sentence>{note}</Sentence>
            </List.Item>
          ))}
        </List>
      )}
    </>
  );
}

function columns(currency: string): readonly Column<Leg>[] {
  return [
    {
      key: 'order',
      header: 'Order',
      cell: (leg) => (
        <span style={{ whiteSpace: 'nowrap' }}>
          <Text span size="sm" fw={600}>
            <Order leg={leg} />
          </Text>
          {leg.unit !== 'base' && (
            <Text size="xs" c="dimmed">
              <QuantityText value={leg.coins} unit={leg.asset} signed="plain" />
            </Text>
          )}
        </span>
      ),
    },
    {
      key: 'contract',
      header: 'Contract',
      width: '32%',
      cell: (leg) => (
        <>
          <Sentence>{leg.contractName}</Sentence>
          <Text size="xs" c="dimmed">
            {usWords(leg)}; {section1256Words({ ...leg, section1256Settled: true }).toLowerCase()}
          </Text>
        </>
      ),
    },
    {
      key: 'notional',
      header: 'Notional',
      headerNode: <Term id="notional">Notional</Term>,
      align: 'right',
      cell: ({ notional, price }) => (
        <>
          <MoneyText value={notional} currency={currency} />
          <Text size="xs" c="dimmed">
            at <PriceText value={price} currency={currency} />
          </Text>
        </>
      ),
      compare: (a, b) => compareDecimal(a.notional, b.notional),
    },
    {
      key: 'residual',
      header: 'Left over',
      align: 'right',
      cell: ({ residual, residualRate, asset }) => (
        <>
          <QuantityText value={residual} unit={asset} signed="plain" />
          <Text size="xs" c="dimmed">
            <RateText value={residualRate} /> of it
          </Text>
        </>
      ),
      compare: (a, b) => compareDecimal(a.residual, b.residual),
    },
    {
      key: 'margin',
      header: 'First margin',
      headerNode: (
        <>
          First <Term id="margin">margin</Term>
        </>
      ),
      align: 'right',
      cell: ({ initialMargin }) => (
        <MoneyText value={initialMargin} currency={currency} unknown="set by your broker" />
      ),
      compare: (a, b) => compareDecimal(a.initialMargin, b.initialMargin),
    },
    {
      key: 'fee',
      header: 'Fee',
      align: 'right',
      cell: ({ fee }) => <MoneyText value={fee} currency={currency} unknown="not in the catalogue" />,
      compare: (a, b) => compareDecimal(a.fee, b.fee),
    },
  ];
}

function Order({ leg }: { readonly leg: Leg }): ReactNode {
  const { hidden } = useHideAmounts();
  const words = orderWords(leg);
  return hidden ? words.split(' ', 1) : words;
}
