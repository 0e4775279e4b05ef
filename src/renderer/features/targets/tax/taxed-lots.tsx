import { Badge, Button, List, Text, Title } from '@mantine/core';
import { useId, useState, type ReactNode } from 'react';
import { compareDecimal, compareText } from '../../../ui/compare.ts';
import { DataTable } from '../../../ui/data-table.tsx';
import { Sentence } from '../../../ui/hide-amounts.tsx';
import { DateText, MoneyText, QuantityText } from '../../../ui/numbers.tsx';
import type { Column } from '../../../ui/table-model.ts';
import {
  characterWords,
  clockWords,
  longTermIf,
  lotsByWeight,
  lotsTold,
  taxDifference,
  type HedgeTax,
  type TaxedLot,
} from './hedge-tax.ts';

export interface TaxedLotsProps {
  readonly tax: HedgeTax;
  readonly currency: string;
}

/** Lot by lot: its clock, its long-term day, what happens to losses, and the tax. The first in sentences, all in a table. */
export function TaxedLots({ tax, currency }: TaxedLotsProps): ReactNode {
  const [open, setOpen] = useState(false);
  const id = useId();
  const lots = lotsByWeight(tax.lots);
  const columns = lotColumns(tax, currency);
  const told = lots.slice(0, lotsTold);
  return (
    <div>
      <Title order={4} size="h5" mb="xs">
        Lot by lot
      </Title>
      <List size="sm" spacing="xs" mb="sm">
        {told.map((lot) => (
          <List.Item key={`${lot.lot} ${lot.contract}`}>
            <Sentence>{lot.sentence}</Sentence>
          </List.Item>
        ))}
      </List>
      {lots.length > told.length && (
        <Text size="sm" c="dimmed" mb="sm">
          And {lots.length - told.length} more {lots.length - told.length === 1 ? 'lot' : 'lots'}, in the
          table.
        </Text>
      )}
      <Button
        variant="default"
        size="compact-sm"
        aria-expanded={open}
        aria-controls={id}
        onClick={() => setOpen((now) => !now)}
      >
        {open ? 'Hide the tax of each lot' : `Show the tax of each lot (${lots.length})`}
      </Button>
      <div id={id} hidden={!open}>
        {open && (
          <DataTable
            label="Tax of each hedged lot"
            rows={lots}
            columns={columns}
            rowKey={({ lot, contract }) => `${lot} ${contract}`}
            maxHeight={420}
          />
        )}
      </div>
    </div>
  );
}

function lotColumns({ closings }: HedgeTax, currency: string): readonly Column<TaxedLot>[] {
  return [
    {
      key: 'lot',
      header: 'Bought',
      cell: ({ acquiredDate, accountName, quantity, asset }) => (
        <>
          <DateText value={acquiredDate} />
          <Small>
            <QuantityText value={quantity} unit={asset} />, {accountName}
          </Small>
        </>
      ),
      compare: (a, b) => compareText(a.acquiredDate, b.acquiredDate),
    },
    {
      key: 'gain',
      header: 'Gain not taxed yet',
      align: 'right',
      cell: ({ unrecognisedGain }) => <MoneyText value={unrecognisedGain} currency={currency} />,
      compare: (a, b) => compareDecimal(a.unrecognisedGain, b.unrecognisedGain),
    },
    {
      key: 'clock',
      header: 'Its clock',
      cell: ({ clock }) => (
        <>
          <Badge variant="light" color={clockWords[clock.effect].color} tt="none">
            {clockWords[clock.effect].words}
          </Badge>
          <Small>
            long-term from <DateText value={clock.longTermFrom} /> without the hedge
          </Small>
        </>
      ),
      compare: (a, b) => compareText(a.clock.effect, b.clock.effect),
    },
    {
      key: 'loss',
      header: 'Losses of the short',
      cell: ({ loss }) => (
        <>
          wait up to <MoneyText value={loss.waitsUpTo} currency={currency} />
          <Small>count as {characterWords[loss.character]}</Small>
        </>
      ),
      compare: (a, b) => compareDecimal(a.loss.waitsUpTo, b.loss.waitsUpTo),
    },
    ...closings.map(({ when, title }): Column<TaxedLot> => ({
      key: when,
      header: `Closed ${title.toLowerCase()}`,
      align: 'right',
      cell: (lot) => (
        <>
          <MoneyText
            value={taxDifference(lot, when)}
            currency={currency}
            signed="plain"
            unknown="not known"
          />
          <Small>
            long-term from <DateText value={longTermIf(lot, when)} />
          </Small>
        </>
      ),
      compare: (a, b) => compareDecimal(taxDifference(a, when), taxDifference(b, when)),
    })),
  ];
}

function Small({ children }: { readonly children: ReactNode }): ReactNode {
  return (
    <Text component="div" size="xs" c="dimmed">
      {children}
    </Text>
  );
}
