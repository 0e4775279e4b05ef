import { Checkbox, Group, SegmentedControl, Stack, Text } from '@mantine/core';
import { useState, type ReactNode } from 'react';
import type { CallAnswer } from '../../../../shared/contract/contract.ts';
import { useCall } from '../../../rpc/use-call.ts';
import { DataTable } from '../../../ui/data-table.tsx';
import { Sentence } from '../../../ui/hide-amounts.tsx';
import { Issues } from '../../../ui/issues.tsx';
import { MoneyText, QuantityText } from '../../../ui/numbers.tsx';
import { Answer } from '../../../ui/states.tsx';
import type { Column } from '../../../ui/table-model.ts';
import { WhatIf } from '../../../ui/what-if.tsx';
import { ChecksList } from '../checks-list.tsx';
import classes from '../monitor.module.css';

type Close = CallAnswer<'hedge.close'>;
type Step = Close['steps'][number];

export interface ClosePanelProps {
  readonly leg: string;
  readonly asset: string;
  readonly currency: string;
}

/** How to close the leg so that the exposure on the way stays smallest. Nothing is ordered. */
export function ClosePanel({ leg, asset, currency }: ClosePanelProps): ReactNode {
  const [slices, setSlices] = useState('1');
  const [withSpot, setWithSpot] = useState(false);
  const call = useCall('hedge.close', { leg, slices: Number(slices), withSpot }, { keepPrevious: true });
  return (
    <WhatIf title="Closing it" about="What you would do, in which order. Nothing is ordered.">
      <Stack gap="lg">
        <Group gap="xl" align="center">
          <Group gap="sm">
            <Text size="sm" id="close-in">
              In how many parts
            </Text>
            <SegmentedControl
              aria-labelledby="close-in"
              data={['1', '2', '4', '8']}
              value={slices}
              onChange={setSlices}
            />
          </Group>
          <Checkbox
            label={`Sell or buy the ${asset} along with it`}
            checked={withSpot}
            onChange={(event) => setWithSpot(event.currentTarget.checked)}
          />
        </Group>
        <Answer of={call} what="Working out the order">
          {(answer) => <Filled answer={answer} asset={asset} currency={currency} />}
        </Answer>
      </Stack>
    </WhatIf>
  );
}

function Filled({
  answer,
  asset,
  currency,
}: { readonly answer: Close } & Omit<ClosePanelProps, 'leg'>): ReactNode {
  return (
    <Stack gap="md">
      <Text className={classes.answer} role="status">
        <Sentence>{answer.sentence}</Sentence>
      </Text>
      {answer.steps.length > 0 && (
        <DataTable
          label="Steps of closing"
          rows={answer.steps}
          rowKey={({ number }) => String(number)}
          columns={columns(asset, currency)}
        />
      )}
      {answer.largest.map(({ asset: of, words }) => (
        <Text key={of} size="sm">
          <Sentence>{words}</Sentence>
        </Text>
      ))}
      <ChecksList checks={answer.checks} />
      {answer.issues.length > 0 && <Issues issues={answer.issues} />}
    </Stack>
  );
}

function columns(asset: string, currency: string): readonly Column<Step>[] {
  return [
    { key: 'number', header: 'Step', cell: ({ number }) => number },
    { key: 'words', header: 'What to do', cell: ({ words }) => <Sentence>{words}</Sentence> },
    {
      key: 'net',
      header: 'Then open',
      align: 'right',
      cell: ({ netCoins, netValue }) => (
        <>
          <QuantityText value={netCoins} unit={asset} signed="plain" />
          <Text size="xs" c="dimmed">
            <MoneyText value={netValue} currency={currency} signed="plain" />
          </Text>
        </>
      ),
    },
  ];
}
