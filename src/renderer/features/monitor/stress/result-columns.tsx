import { List, Text } from '@mantine/core';
import { AmountText } from '../../../ui/amount-text.tsx';
import { Sentence } from '../../../ui/hide-amounts.tsx';
import { MoneyText, PriceText, QuantityText } from '../../../ui/numbers.tsx';
import type { Column } from '../../../ui/table-model.ts';
import { accountStateWords, legStateWords, type StressResult } from './stress-rows.ts';

type Step = StressResult['steps'][number];
type Need = StressResult['needs'][number];
type Venue = StressResult['venues'][number];
type Leg = StressResult['legs'][number];
type Account = StressResult['accounts'][number];

export function stepColumns(currency: string): readonly Column<Step>[] {
  return [
    {
      key: 'label',
      header: 'Step',
      cell: ({ label, hour }) => (
        <>
          {label}
          <Text size="xs" c="dimmed">
            hour {hour}
          </Text>
        </>
      ),
    },
    {
      key: 'wealth',
      header: 'Wealth',
      align: 'right',
      cell: ({ wealth }) => <MoneyText value={wealth} currency={currency} />,
    },
    {
      key: 'cash',
      header: 'Cash needed then',
      align: 'right',
      cell: ({ cashNeeded }) => <MoneyText value={cashNeeded} currency={currency} />,
    },
    {
      key: 'events',
      header: 'What happens',
      width: '40%',
      cell: ({ events }) =>
        events.length === 0 ? (
          'nothing is closed'
        ) : (
          <List size="xs" listStyleType="none">
            {events.map((each) => (
              <List.Item key={each}>
                <Sentence>{each}</Sentence>
              </List.Item>
            ))}
          </List>
        ),
    },
  ];
}

export function needColumns(currency: string): readonly Column<Need>[] {
  return [
    { key: 'venue', header: 'Venue', cell: ({ venue }) => venue },
    {
      key: 'maintenance',
      header: 'So that nothing is closed',
      align: 'right',
      cell: ({ toMaintenance }) => <MoneyText value={toMaintenance} currency={currency} />,
    },
    {
      key: 'initial',
      header: 'As a broker asks it',
      align: 'right',
      cell: ({ toInitial }) => <MoneyText value={toInitial} currency={currency} />,
    },
    { key: 'when', header: 'When', cell: ({ step, hour }) => `${step}, hour ${hour}` },
  ];
}

export function venueColumns(currency: string): readonly Column<Venue>[] {
  return [
    { key: 'venue', header: 'Venue', cell: ({ venue }) => venue },
    {
      key: 'before',
      header: 'Now',
      align: 'right',
      cell: ({ before }) => <MoneyText value={before} currency={currency} />,
    },
    {
      key: 'after',
      header: 'After',
      align: 'right',
      cell: ({ after }) => <MoneyText value={after} currency={currency} />,
    },
  ];
}

export const legColumns: readonly Column<Leg>[] = [
  {
    key: 'contract',
    header: 'Futures',
    cell: ({ contractName, accountName, planned }) => (
      <>
        <Sentence>{contractName}</Sentence>
        <Text size="xs" c="dimmed">
          {accountName}
          {planned && ', only planned'}
        </Text>
      </>
    ),
  },
  {
    key: 'state',
    header: 'In the end',
    cell: ({ state, closeStep, closePrice }) => (
      <>
        {legStateWords[state]}
        {closeStep !== null && (
          <Text size="xs" c="dimmed">
            {closeStep}
            {closePrice !== null && (
              <>
                , at <PriceText value={closePrice} hideable />
              </>
            )}
          </Text>
        )}
      </>
    ),
  },
  {
    key: 'profit',
    header: 'Profit',
    align: 'right',
    cell: ({ profit, settleAsset }) => <AmountText value={profit} asset={settleAsset} signed="gain" />,
  },
  {
    key: 'delta',
    header: 'Moves, before and after',
    align: 'right',
    cell: ({ deltaBefore, deltaAfter, asset }) => (
      <>
        <QuantityText value={deltaBefore} unit={asset} signed="plain" />
        <Text size="xs" c="dimmed">
          <QuantityText value={deltaAfter} unit={asset} signed="plain" />
        </Text>
      </>
    ),
  },
];

export const accountColumns: readonly Column<Account>[] = [
  {
    key: 'account',
    header: 'Account',
    cell: ({ accountName, settleAsset, isolated }) => (
      <>
        {accountName}
        <Text size="xs" c="dimmed">
          {settleAsset}, {isolated === null ? 'cross margin' : 'isolated margin'}
        </Text>
      </>
    ),
  },
  { key: 'state', header: 'In the end', cell: ({ state }) => accountStateWords[state] },
  {
    key: 'least',
    header: 'Equity at the end',
    align: 'right',
    cell: ({ path, settleAsset }) => (
      <AmountText value={path.at(-1)?.equity ?? null} asset={settleAsset} signed="plain" />
    ),
  },
  {
    key: 'maintenance',
    header: 'Had to stay there',
    align: 'right',
    cell: ({ path, settleAsset }) => (
      <AmountText value={path.at(-1)?.maintenance ?? null} asset={settleAsset} />
    ),
  },
  {
    key: 'left',
    header: 'Left after the close',
    align: 'right',
    cell: ({ closed, settleAsset }) =>
      closed === null ? '' : <AmountText value={closed.left} asset={settleAsset} />,
  },
];
