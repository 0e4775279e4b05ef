import { Button, Group, Stack, Switch, Text } from '@mantine/core';
import { IconDownload, IconTag } from '@tabler/icons-react';
import { useState, type ReactNode } from 'react';
import type { CallAnswer } from '../../../../shared/contract/contract.ts';
import type { Failure as FailureValue } from '../../../../shared/errors/failure.ts';
import { callCore } from '../../../rpc/client.ts';
import { useCall } from '../../../rpc/use-call.ts';
import { useCommand } from '../../../rpc/use-command.ts';
import { compareText } from '../../../ui/compare.ts';
import { DataTable } from '../../../ui/data-table.tsx';
import { Sentence } from '../../../ui/hide-amounts.tsx';
import { useNavigation } from '../../../ui/navigation.tsx';
import { formatCount } from '../../../ui/number-format.ts';
import { DateText } from '../../../ui/numbers.tsx';
import { Panel } from '../../../ui/panel.tsx';
import { saveFile } from '../../../ui/save-file.ts';
import { Answer, EmptyState, Failure } from '../../../ui/states.tsx';
import type { Column } from '../../../ui/table-model.ts';

type Prices = CallAnswer<'prices.read'>;
type Missing = Prices['missingAt'][number];

/** What could not be valued for want of a price, as a list to fill in and import back. */
export function MissingPricesTab(): ReactNode {
  const prices = useCall('prices.read', {});
  return (
    <Answer of={prices} what="Looking for prices that are missing">
      {(answer) => (
        <Stack gap="xl">
          <MissingPanel prices={answer} />
          <StablecoinsPanel atPar={answer.stablecoinsAtPar} />
        </Stack>
      )}
    </Answer>
  );
}

function MissingPanel({ prices: { missing, missingAt } }: { readonly prices: Prices }): ReactNode {
  const { go } = useNavigation();
  const isNone = missing.length + missingAt.length === 0;
  return (
    <Panel
      title="Prices that are missing"
      about="Hedgerow fetches no prices and guesses none. Fill the list in and drop it under “Files”, or import a price history of the exchange."
      aside={isNone ? undefined : <Download />}
    >
      {isNone ? (
        <EmptyState title="No price is missing" icon={<IconTag size={28} aria-hidden="true" />}>
          Everything that you hold, traded, paid or earned could be valued.
        </EmptyState>
      ) : (
        <Stack gap="md">
          {missing.length > 0 && (
            <Group gap="sm">
              <Text size="sm">
                Held, and without any price: <b>{missing.join(', ')}</b>
              </Text>
              <Button size="compact-sm" variant="default" onClick={() => go('holdings', { prices: 'open' })}>
                Type today’s prices
              </Button>
            </Group>
          )}
          {missingAt.length > 0 && (
            <>
              <Text size="sm">
                {missingAt.length === 1
                  ? 'One row could not be valued.'
                  : `${formatCount(missingAt.length)} rows could not be valued.`}
              </Text>
              <DataTable
                label="Prices that are missing"
                rows={missingAt}
                columns={columns}
                rowKey={({ event, asset }) => `${event} ${asset}`}
              />
            </>
          )}
        </Stack>
      )}
    </Panel>
  );
}

const columns: readonly Column<Missing>[] = [
  {
    key: 'asset',
    header: 'Price of',
    cell: ({ asset }) => asset,
    compare: (a, b) => compareText(a.asset, b.asset),
  },
  {
    key: 'time',
    header: 'At',
    cell: ({ time }) => <DateText value={time} time />,
    compare: (a, b) => compareText(a.time, b.time),
  },
  { key: 'words', header: 'Needed for', cell: ({ words }) => <Sentence>{words}</Sentence> },
];

function Download(): ReactNode {
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<FailureValue | null>(null);
  const download = async (): Promise<void> => {
    setBusy(true);
    const result = await callCore('prices.missingFile', {});
    setBusy(false);
    setFailure(result.ok ? null : result.failure);
    if (result.ok) saveFile(result.value.name, 'text/csv', new TextEncoder().encode(result.value.content));
  };
  return (
    <div>
      <Button
        leftSection={<IconDownload size={16} aria-hidden="true" />}
        loading={busy}
        onClick={() => void download()}
      >
        Download the list as CSV
      </Button>
      {failure !== null && <Failure failure={failure} />}
    </div>
  );
}

function StablecoinsPanel({ atPar }: { readonly atPar: boolean }): ReactNode {
  const { run, busy, failure } = useCommand('prices.assume');
  return (
    <Panel
      title="Stablecoins"
      about="An assumption, named in every figure that rests on it. A price that you import or type goes before it."
    >
      <Switch
        checked={atPar}
        disabled={busy}
        onChange={(event) => void run({ stablecoinsAtPar: event.currentTarget.checked })}
        label="Take a stablecoin without a price for the money it stands for"
        description="USDT for one dollar. Without this, every trade against one needs its price."
      />
      {failure !== null && <Failure failure={failure} />}
    </Panel>
  );
}
