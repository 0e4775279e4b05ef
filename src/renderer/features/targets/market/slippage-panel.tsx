import { Badge, Group, List, SegmentedControl, Select, Stack, Text, Title } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { useState, type ReactNode } from 'react';
import { useCall } from '../../../rpc/use-call.ts';
import { readEntry } from '../../../ui/decimal-entry.ts';
import { DecimalInput } from '../../../ui/decimal-input.tsx';
import { Panel } from '../../../ui/panel.tsx';
import { Answer } from '../../../ui/states.tsx';
import { TicketTable } from './ticket-table.tsx';
import type { Slippage } from './view-model.ts';
import { VenueTable } from './venue-table.tsx';

/** What an order would cost beyond the fee: walked through the book, or estimated, or not known and said so. */
export function SlippagePanel(): ReactNode {
  const contracts = useCall('targets.contracts', {});
  const [contract, setContract] = useState<string | null>(null);
  const [side, setSide] = useState<'buy' | 'sell'>('sell');
  const [typed, setTyped] = useState('10000');
  const [text] = useDebouncedValue(typed, 50);
  const entry = readEntry(text, { zero: false });
  const notional = entry.ok ? entry.value : null;
  return (
    <Panel
      title="What an order would cost"
      about="Beyond the fee: half the gap between bid and ask, and how far a large order moves the price."
    >
      <Stack gap="lg">
        <Group align="flex-end" gap="md">
          <Select
            label="Contract"
            data={(contracts.data?.contracts ?? []).map(({ id, name, venue }) => ({
              value: id,
              label: `${name} (${venue})`,
            }))}
            value={contract}
            onChange={setContract}
            searchable
            placeholder="Choose a contract"
            w={360}
          />
          <SegmentedControl
            aria-label="Side"
            value={side}
            onChange={(next) => setSide(next as 'buy' | 'sell')}
            data={[
              { value: 'sell', label: 'Sell' },
              { value: 'buy', label: 'Buy' },
            ]}
          />
          <DecimalInput
            label="Worth of the order"
            value={typed}
            onChange={setTyped}
            unit="USD"
            error={entry.ok ? null : entry.error}
            w={200}
          />
        </Group>
        {contract === null || notional === null ? (
          <Text size="sm" c="dimmed">
            Choose a contract and say how large the order is; what it would cost stands here.
          </Text>
        ) : (
          <Cost contract={contract} side={side} notional={notional} />
        )}
      </Stack>
    </Panel>
  );
}

interface CostProps {
  readonly contract: string;
  readonly side: 'buy' | 'sell';
  readonly notional: string;
}

function Cost(props: CostProps): ReactNode {
  const call = useCall('market.slippage', { ...props }, { keepPrevious: true });
  return (
    <Answer of={call} what="Walking through the book">
      {(answer) => (
        <Stack gap="lg">
          <Text fw={550} role="status">
            {answer.sentence}
          </Text>
          {answer.tickets.length > 0 && <TicketTable tickets={answer.tickets} />}
          <RestsOn answer={answer} />
          {answer.venues.length > 1 && <VenueTable venues={answer.venues} deepest={answer.deepest} />}
        </Stack>
      )}
    </Answer>
  );
}

function RestsOn({ answer: { inputs, missing } }: { readonly answer: Slippage }): ReactNode {
  if (inputs.length + missing.length === 0) return null;
  return (
    <section>
      <Title order={3} size="h5" mb={4}>
        What this rests on
      </Title>
      <List size="sm" spacing={2}>
        {inputs.map(({ name, words, source, stale }) => (
          <List.Item key={name}>
            {words} ({source}){' '}
            {stale && (
              <Badge variant="light" color="yellow" tt="none" size="sm">
                old
              </Badge>
            )}
          </List.Item>
        ))}
        {missing.map((words) => (
          <List.Item key={words}>{words}</List.Item>
        ))}
      </List>
    </section>
  );
}
