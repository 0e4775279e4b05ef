import { Badge, Button, Paper, Text, Title } from '@mantine/core';
import { useId, useState, type ReactNode } from 'react';
import { compareDecimal, compareText } from '../../../ui/compare.ts';
import { DataTable } from '../../../ui/data-table.tsx';
import { Sentence } from '../../../ui/hide-amounts.tsx';
import { DateText, MoneyText, QuantityText } from '../../../ui/numbers.tsx';
import type { Column } from '../../../ui/table-model.ts';
import {
  heldBackWords,
  clocksWords,
  clockWords,
  knownFirst,
  longTermIf,
  taxDifference,
  type HedgeTax,
  type TaxedLot,
} from './hedge-tax.ts';

export interface TaxedLotsProps {
  readonly tax: HedgeTax;
  readonly currency: string;
}

/** Lot by lot: its clock, its long-term day, what happens to losses, and the tax; the one that is opened in words. */
export function TaxedLots({ tax, currency }: TaxedLotsProps): ReactNode {
  const [open, setOpen] = useState(false);
  const [told, setTold] = useState<string | null>(null);
  const id = useId();
  const lots = knownFirst(tax.lots);
  const inWords = lots.find((lot) => keyOf(lot) === told) ?? lots[0];
  return (
    <div>
      <Title order={4} size="h5" mb={4}>
        Lot by lot
      </Title>
      <Text size="sm" mb="sm">
        {clocksWords(tax.lots)}
      </Text>
      <Button
        variant="default"
        size="compact-sm"
        aria-expanded={open}
        aria-controls={id}
        onClick={() => setOpen((now) => !now)}
      >
        {open ? 'Hide the tax of each lot' : `Show the tax of each lot (${tax.lots.length})`}
      </Button>
      <div id={id} hidden={!open}>
        {open && (
          <>
            {inWords !== undefined && (
              <Paper withBorder p="sm" mt="sm" role="status">
                <Text size="sm">
                  <Sentence>{inWords.sentence}</Sentence>
                </Text>
                <Text size="xs" c="dimmed" mt={4}>
                  Press a row, or Enter on it, to read that lot in words.
                </Text>
              </Paper>
            )}
            <DataTable
              label="Tax of each hedged lot"
              rows={lots}
              columns={lotColumns(tax, currency)}
              rowKey={keyOf}
              onOpen={(lot) => setTold(keyOf(lot))}
              maxHeight={420}
            />
          </>
        )}
      </div>
    </div>
  );
}

/** Two shorts can cover parts of one lot. */
function keyOf({ lot, contract, accountName }: TaxedLot): string {
  return `${lot} ${contract} ${accountName}`;
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
      header: 'Gain today',
      align: 'right',
      cell: ({ gain, asset, loss }) => (
        <>
          {gain === null ? 'not known' : <MoneyText value={gain} currency={currency} signed="plain" />}
          <Small>{heldBackWords(loss, asset)}</Small>
        </>
      ),
      compare: (a, b) => compareDecimal(a.gain, b.gain),
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
            else <LongTermFrom date={clock.longTermFrom} />
          </Small>
        </>
      ),
      compare: (a, b) => compareText(a.clock.effect, b.clock.effect),
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
            unknown="not worked out for this lot"
          />
          <Small>
            <LongTermFrom date={longTermIf(lot, when)} />
          </Small>
        </>
      ),
      compare: (a, b) => compareDecimal(taxDifference(a, when), taxDifference(b, when)),
    })),
  ];
}

/** A clock that another short holds has no day: it stands still. */
function LongTermFrom({ date }: { readonly date: string | null }): ReactNode {
  if (date === null) return 'clock stands still';
  return (
    <>
      long-term from <DateText value={date} />
    </>
  );
}

function Small({ children }: { readonly children: ReactNode }): ReactNode {
  return (
    <Text component="div" size="xs" c="dimmed">
      {children}
    </Text>
  );
}
