import { Badge, Button, Table, Text } from '@mantine/core';
import type { ReactNode } from 'react';
import type { LotMethod } from '../../../../shared/domain/lot.ts';
import { AssumedCost } from '../../../ui/assumed-cost.tsx';
import { Sentence } from '../../../ui/hide-amounts.tsx';
import { MoneyText } from '../../../ui/numbers.tsx';
import { Term } from '../../../ui/term.tsx';
import { wordsOfMethod } from '../lot-words.ts';
import {
  chanceWords,
  isRecord,
  orderable,
  rowsInOrder,
  type MethodRow,
  type Methods,
} from './method-rows.ts';
import classes from './methods.module.css';

export interface MethodsTableProps {
  readonly methods: Methods;
  onOrder(method: LotMethod): void;
}

/** One row a method; the one on record stands out. */
export function MethodsTable({ methods: { year, rows, currency }, onOrder }: MethodsTableProps): ReactNode {
  const hasTax = rows.some(({ tax }) => tax !== null);
  return (
    <div className={classes.scroller}>
      <Table
        aria-label={`Methods for ${year}`}
        horizontalSpacing="xs"
        verticalSpacing="sm"
        className={classes.table}
      >
        <Head hasTax={hasTax} />
        <Table.Tbody>
          {rowsInOrder(rows).map((row) => (
            <Row key={row.method} row={row} currency={currency} hasTax={hasTax} onOrder={onOrder} />
          ))}
        </Table.Tbody>
      </Table>
    </div>
  );
}

function Head({ hasTax }: { readonly hasTax: boolean }): ReactNode {
  return (
    <Table.Thead className={classes.head}>
      <Table.Tr>
        <Table.Th scope="col">Method</Table.Th>
        <Table.Th scope="col" ta="right">
          <Term id="short-term">Short-term</Term>
        </Table.Th>
        <Table.Th scope="col" ta="right">
          <Term id="long-term">Long-term</Term>
        </Table.Th>
        <Table.Th scope="col" ta="right">
          Gain
        </Table.Th>
        <Table.Th scope="col" ta="right">
          Against the record
        </Table.Th>
        {hasTax && (
          <Table.Th scope="col" ta="right">
            Tax of the year
          </Table.Th>
        )}
        <Table.Th scope="col">Can it still be chosen?</Table.Th>
      </Table.Tr>
    </Table.Thead>
  );
}

interface RowProps {
  readonly row: MethodRow;
  readonly currency: string;
  readonly hasTax: boolean;
  onOrder(method: LotMethod): void;
}

function Row({ row, currency, hasTax, onOrder }: RowProps): ReactNode {
  const recorded = isRecord(row);
  const chance = chanceWords(row);
  const method = orderable(row);
  return (
    <Table.Tr className={classes.row} data-recorded={recorded || undefined}>
      <Table.Th scope="row" className={classes.method}>
        <Text size="sm" fw={600}>
          <MethodName row={row} />
        </Text>
        {row.basisUnknown && <AssumedCost />}
      </Table.Th>
      <Table.Td ta="right">
        <MoneyText value={row.shortTermGain} currency={currency} signed="gain" />
      </Table.Td>
      <Table.Td ta="right">
        <MoneyText value={row.longTermGain} currency={currency} signed="gain" />
      </Table.Td>
      <Table.Td ta="right" fw={600}>
        <MoneyText value={row.gain} currency={currency} signed="gain" />
      </Table.Td>
      <Table.Td ta="right">
        {recorded ? (
          <Text span size="sm" c="dimmed">
            the record
          </Text>
        ) : (
          <MoneyText value={row.difference} currency={currency} signed="plain" />
        )}
      </Table.Td>
      {hasTax && (
        <Table.Td ta="right">
          <MoneyText value={row.tax} currency={currency} unknown="not known without your tax details" />
        </Table.Td>
      )}
      <Table.Td className={classes.possible}>
        <Badge variant="light" color={chance.color} tt="none">
          {chance.words}
        </Badge>
        <Text size="xs" mt={4}>
          <Sentence>{row.why}</Sentence>{' '}
          <Text span size="xs" c="dimmed">
            {row.law}
          </Text>
        </Text>
        {method !== null && (
          <Button variant="default" size="xs" mt={6} onClick={() => onOrder(method)}>
            Use it from now on
          </Button>
        )}
      </Table.Td>
    </Table.Tr>
  );
}

function MethodName({ row: { method, words } }: { readonly row: MethodRow }): ReactNode {
  const term = wordsOfMethod(method)?.term ?? null;
  return term === null ? words : <Term id={term}>{words}</Term>;
}
