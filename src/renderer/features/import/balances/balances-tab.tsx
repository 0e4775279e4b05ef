import { Badge, Stack, Text } from '@mantine/core';
import { IconScale } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useCall } from '../../../rpc/use-call.ts';
import { compareText } from '../../../ui/compare.ts';
import { DataTable } from '../../../ui/data-table.tsx';
import { DateText, QuantityText } from '../../../ui/numbers.tsx';
import { Panel } from '../../../ui/panel.tsx';
import { Answer, EmptyState } from '../../../ui/states.tsx';
import type { Column } from '../../../ui/table-model.ts';
import { placeWords } from '../row-place.ts';
import {
  balancesWords,
  balanceState,
  byUrgency,
  type BalanceState,
  type CheckedBalance,
} from './balance-state.ts';

const looks: Readonly<Record<BalanceState, { readonly word: string; readonly color: string }>> = {
  'below-zero': { word: 'Below zero', color: 'red' },
  differs: { word: 'Differs', color: 'yellow' },
  'paid-from-outside': { word: 'Paid from outside', color: 'gray' },
  'as-stated': { word: 'As stated', color: 'teal' },
  'not-stated': { word: 'No file states it', color: 'gray' },
};

/** Is what is computed what the exchange says, and was there ever less than nothing? */
export function BalancesTab(): ReactNode {
  const check = useCall('holdings.balanceCheck', {});
  return (
    <Panel
      title="Balances: computed and stated"
      about="Computed is the sum of all rows that count. Stated is what the last row with a balance says in your file."
    >
      <Answer of={check} what="Adding up every balance">
        {({ balances }) =>
          balances.length === 0 ? (
            <EmptyState title="No balance yet" icon={<IconScale size={28} aria-hidden="true" />}>
              Import the exports of an account: its balances appear here.
            </EmptyState>
          ) : (
            <Stack gap="md">
              <Text size="sm">{balancesWords(balances)}</Text>
              <DataTable
                label="Balances"
                rows={byUrgency(balances)}
                columns={columns}
                rowKey={({ account, asset }) => `${account} ${asset}`}
              />
            </Stack>
          )
        }
      </Answer>
    </Panel>
  );
}

const columns: readonly Column<CheckedBalance>[] = [
  {
    key: 'account',
    header: 'Account',
    cell: ({ accountName }) => accountName,
    compare: (a, b) => compareText(a.accountName, b.accountName),
  },
  {
    key: 'asset',
    header: 'Asset',
    cell: ({ asset }) => asset,
    compare: (a, b) => compareText(a.asset, b.asset),
  },
  {
    key: 'computed',
    header: 'Computed',
    align: 'right',
    cell: ({ computed }) => <QuantityText value={computed} />,
  },
  { key: 'stated', header: 'Stated', align: 'right', cell: (balance) => <Stated of={balance} /> },
  {
    key: 'state',
    header: 'What it is',
    cell: (balance) => {
      const { word, color } = looks[balanceState(balance)];
      return (
        <Badge variant="light" color={color} tt="none">
          {word}
        </Badge>
      );
    },
  },
  { key: 'first', header: 'Where it first goes wrong', cell: (balance) => <FirstWrong of={balance} /> },
];

function Stated({ of: { stated } }: { readonly of: CheckedBalance }): ReactNode {
  if (stated === null) return <QuantityText value={null} unknown="nothing to compare with" />;
  return (
    <>
      <QuantityText value={stated.balance} />
      <Text size="xs" c="dimmed">
        on <DateText value={stated.time} />
      </Text>
    </>
  );
}

function FirstWrong({
  of: { belowZero, differs, paidFromOutside, asset },
}: {
  readonly of: CheckedBalance;
}): ReactNode {
  if (belowZero === null && differs === null && paidFromOutside === null) return null;
  return (
    <Stack gap={4} style={{ overflowWrap: 'anywhere', minWidth: 180 }}>
      {belowZero !== null && (
        <Text size="sm">
          <QuantityText value={belowZero.balance} unit={asset} /> after {placeWords(belowZero)},{' '}
          <DateText value={belowZero.time} time />
        </Text>
      )}
      {paidFromOutside !== null && (
        <Text size="sm">
          No fault: a bank or a card paid, and no file has a row of it. First below zero after{' '}
          {placeWords(paidFromOutside)}.
        </Text>
      )}
      {differs !== null && (
        <Text size="sm">
          {placeWords(differs)} states <QuantityText value={differs.stated} unit={asset} />, computed{' '}
          <QuantityText value={differs.computed} unit={asset} />: a difference of{' '}
          <QuantityText value={differs.difference} unit={asset} signed="plain" />,{' '}
          <DateText value={differs.time} time />
        </Text>
      )}
    </Stack>
  );
}
