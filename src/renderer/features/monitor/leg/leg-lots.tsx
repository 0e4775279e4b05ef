import { List, Stack, Text, Title } from '@mantine/core';
import type { ReactNode } from 'react';
import { compareDecimal, compareText } from '../../../ui/compare.ts';
import { DataTable } from '../../../ui/data-table.tsx';
import { Explain } from '../../../ui/explain.tsx';
import { Sentence } from '../../../ui/hide-amounts.tsx';
import { Issues } from '../../../ui/issues.tsx';
import { DateText, QuantityText } from '../../../ui/numbers.tsx';
import { EmptyState } from '../../../ui/states.tsx';
import type { Column } from '../../../ui/table-model.ts';
import { Term } from '../../../ui/term.tsx';
import type { Leg } from '../view-model.ts';
import classes from './leg.module.css';

/** Which coins the leg hedges, and where that stands on record. */
export function LegLots({ leg }: { readonly leg: Leg }): ReactNode {
  return (
    <Stack gap="xl">
      <Records leg={leg} />
      {leg.issues.length > 0 && <Issues issues={leg.issues} />}
      <section>
        <Title order={3} mb="xs">
          <Term id="lot">Lots</Term> it hedges
        </Title>
        {leg.lots.length === 0 ? (
          <EmptyState title="No lots">
            {leg.side === 'buy'
              ? 'A long leg hedges no coins: it stands in for coins that you do not hold yet.'
              : 'No lot was identified when the leg was saved. Linking its trades identifies them.'}
          </EmptyState>
        ) : (
          <DataTable
            label="Lots it hedges"
            rows={leg.lots}
            rowKey={({ lot }) => lot}
            columns={lotColumns(leg.asset)}
          />
        )}
      </section>
    </Stack>
  );
}

function Records({ leg: { records } }: { readonly leg: Leg }): ReactNode {
  return (
    <section>
      <Title order={3} mb="xs">
        <Term id="identification-record">On record</Term>
      </Title>
      {records.length === 0 ? (
        <Text size="sm">Nothing is on record for this leg yet.</Text>
      ) : (
        <List listStyleType="none" spacing="sm">
          {records.map(({ sequence, recordedAt, words, hash }) => (
            <List.Item key={sequence}>
              <Text size="sm" fw={600}>
                Record {sequence}, <DateText value={recordedAt} time />
              </Text>
              <Text size="sm">
                <Sentence>{words}</Sentence>
              </Text>
              <Text size="xs" c="dimmed" className={classes.hash}>
                Seal {hash}
              </Text>
            </List.Item>
          ))}
        </List>
      )}
    </section>
  );
}

function lotColumns(asset: string): readonly Column<Leg['lots'][number]>[] {
  return [
    {
      key: 'acquired',
      header: 'Bought',
      cell: ({ acquiredDate, explain }) =>
        acquiredDate === null ? (
          'not held any more'
        ) : (
          <Explain id={explain} of={`lot of ${acquiredDate}`}>
            <DateText value={acquiredDate} />
          </Explain>
        ),
      compare: (a, b) => compareText(a.acquiredDate, b.acquiredDate),
    },
    {
      key: 'quantity',
      header: 'Hedged',
      align: 'right',
      cell: ({ quantity }) => <QuantityText value={quantity} unit={asset} />,
      compare: (a, b) => compareDecimal(a.quantity, b.quantity),
    },
    {
      key: 'held',
      header: 'Still held',
      align: 'right',
      cell: ({ held }) => <QuantityText value={held} unit={asset} />,
      compare: (a, b) => compareDecimal(a.held, b.held),
    },
    {
      key: 'long',
      header: 'Long-term from',
      headerNode: (
        <>
          <Term id="long-term">Long-term</Term> from
        </>
      ),
      cell: ({ longTermFrom }) => <DateText value={longTermFrom} />,
      compare: (a, b) => compareText(a.longTermFrom, b.longTermFrom),
    },
  ];
}
