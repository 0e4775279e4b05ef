import { Button, Stack, Text } from '@mantine/core';
import { IconStack2 } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useCall } from '../../rpc/use-call.ts';
import { AsOf } from '../../ui/as-of.tsx';
import { Sentence } from '../../ui/hide-amounts.tsx';
import { Issues } from '../../ui/issues.tsx';
import { useNavigation } from '../../ui/navigation.tsx';
import { Panel } from '../../ui/panel.tsx';
import { Answer, EmptyState } from '../../ui/states.tsx';
import { Term } from '../../ui/term.tsx';
import { HoldingsTable } from './holdings-table.tsx';
import { ClosedPositions, OpenPositions } from './positions-table.tsx';
import type { Holdings } from './view-model.ts';

/** Every asset with its lots behind it, and the futures beside it. */
export function HoldingsTab({ asset }: { readonly asset: string | null }): ReactNode {
  const call = useCall('holdings.read', {});
  return (
    <Answer of={call} what="Reading your holdings">
      {(answer) =>
        answer.holdings.length === 0 && answer.positions.length === 0 ? (
          <NothingHeld />
        ) : (
          <Filled holdings={answer} asset={asset} />
        )
      }
    </Answer>
  );
}

function NothingHeld(): ReactNode {
  const { go } = useNavigation();
  return (
    <EmptyState
      title="Nothing is held yet"
      icon={<IconStack2 aria-hidden="true" />}
      action={<Button onClick={() => go('import')}>Import your exports</Button>}
    >
      Once an export is imported, each asset stands here with the purchases that it is made of.
    </EmptyState>
  );
}

function Filled({
  holdings,
  asset,
}: {
  readonly holdings: Holdings;
  readonly asset: string | null;
}): ReactNode {
  const open = holdings.positions.filter(({ side }) => side !== 'flat');
  const closed = holdings.positions.filter(({ side }) => side === 'flat');
  return (
    <Stack gap="lg">
      <Panel
        title="Holdings"
        about={
          <>
            Open a row to see the <Term id="lot">lots</Term> that it is made of.
          </>
        }
        aside={<AsOf pricesDay={holdings.pricesDay} today={holdings.asOf} />}
      >
        <HoldingsTable key={asset} holdings={holdings} opened={asset} />
        {holdings.assumptions.length > 0 && (
          <Text size="xs" c="dimmed" mt="md">
            Assumed: <Sentence>{holdings.assumptions.join(' ')}</Sentence>
          </Text>
        )}
      </Panel>
      {open.length > 0 && (
        <Panel title="Open futures" about="What your fills add up to, contract by contract.">
          <OpenPositions positions={open} />
        </Panel>
      )}
      {closed.length > 0 && (
        <Panel title="Closed futures" about="Contracts that you traded and no longer hold.">
          <ClosedPositions positions={closed} />
        </Panel>
      )}
      {holdings.issues.length > 0 && (
        <Panel title="What may be wrong with these figures">
          <Issues issues={holdings.issues} />
        </Panel>
      )}
    </Stack>
  );
}
