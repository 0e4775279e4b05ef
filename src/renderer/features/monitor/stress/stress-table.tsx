import { Badge, List, Text, UnstyledButton } from '@mantine/core';
import type { ReactNode } from 'react';
import { compareDecimal, compareText } from '../../../ui/compare.ts';
import { DataTable } from '../../../ui/data-table.tsx';
import { Sentence } from '../../../ui/hide-amounts.tsx';
import { MoneyText, QuantityText, RateText } from '../../../ui/numbers.tsx';
import type { Column } from '../../../ui/table-model.ts';
import { OutcomeBadge } from '../level-badge.tsx';
import { changedDeltas, heldVenues, lossWords, scenarioName, type StressResult } from './stress-rows.ts';
import classes from '../monitor.module.css';

export interface StressTableProps {
  readonly results: readonly StressResult[];
  readonly currency: string;
  onOpen(result: StressResult): void;
}

export function StressTable({ results, currency, onOpen }: StressTableProps): ReactNode {
  return (
    <DataTable
      label="Scenarios, the worst first"
      rows={results}
      rowKey={({ scenario }) => scenario.id}
      columns={[state, scenario(onOpen), wealth(currency), venues(currency), cash(currency), closes, delta]}
      onOpen={onOpen}
      maxHeight={760}
    />
  );
}

const state: Column<StressResult> = {
  key: 'state',
  header: 'Outcome',
  cell: (row) => <OutcomeBadge state={row.state} />,
};

function scenario(onOpen: StressTableProps['onOpen']): Column<StressResult> {
  return {
    key: 'scenario',
    header: 'Scenario',
    width: '30%',
    cell: (row) => (
      <>
        <UnstyledButton
          className={classes.opens}
          style={{ whiteSpace: 'normal' }}
          onClick={() => onOpen(row)}
        >
          {scenarioName(row)}
        </UnstyledButton>
        {row.scenario.own && (
          <Badge size="sm" variant="light" color="gray" tt="none" ms={6}>
            yours
          </Badge>
        )}
        <Text size="xs" c="dimmed">
          <Sentence>{row.sentence}</Sentence>
        </Text>
      </>
    ),
    compare: (a, b) => compareText(a.scenario.name, b.scenario.name),
  };
}

function wealth(currency: string): Column<StressResult> {
  return {
    key: 'wealth',
    header: 'Wealth after, change',
    align: 'right',
    cell: ({ wealthAfter, change, changeRate }) => (
      <>
        <MoneyText value={wealthAfter} currency={currency} short />
        <Text size="xs" component="div">
          <MoneyText value={change} currency={currency} short signed="gain" />
        </Text>
        <Text size="xs" c="dimmed" component="div">
          <RateText value={changeRate} decimals={1} signed="plain" />
        </Text>
      </>
    ),
    compare: (a, b) => compareDecimal(a.change, b.change),
  };
}

function venues(currency: string): Column<StressResult> {
  return {
    key: 'venues',
    header: 'Left at each venue',
    onlyWide: true,
    cell: (row) => (
      <List listStyleType="none" size="xs">
        {heldVenues(row).map(({ venue, after }) => (
          <List.Item key={venue}>
            {venue} <MoneyText value={after} currency={currency} short />
          </List.Item>
        ))}
      </List>
    ),
  };
}

function cash(currency: string): Column<StressResult> {
  return {
    key: 'cash',
    header: 'Cash needed',
    align: 'right',
    cell: ({ cashNeeded }) => <MoneyText value={cashNeeded} currency={currency} short />,
    compare: (a, b) => compareDecimal(a.cashNeeded, b.cashNeeded),
  };
}

const closes: Column<StressResult> = {
  key: 'closes',
  header: 'Hedges lost',
  cell: (row) => {
    const gone = lossWords(row);
    return gone.length === 0 ? 'none' : gone.map((words) => <div key={words}>{words}</div>);
  },
};

const delta: Column<StressResult> = {
  key: 'delta',
  header: 'Then moves with',
  align: 'right',
  cell: (row) => {
    const changed = changedDeltas(row);
    if (changed.length === 0) return 'the same coins';
    return changed.map(({ asset, after }) => (
      <Text key={asset} size="xs" component="div">
        <QuantityText value={after} unit={asset} decimals={4} />
      </Text>
    ));
  },
};
