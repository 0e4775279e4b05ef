import { Button, Drawer, Group, List, Stack, Text, Title } from '@mantine/core';
import type { ReactNode } from 'react';
import { CauseBars } from '../../../charts/cause-bars.tsx';
import { ChartOrTable } from '../../../charts/chart-or-table.tsx';
import { useCommand } from '../../../rpc/use-command.ts';
import { DataTable } from '../../../ui/data-table.tsx';
import { Sentence } from '../../../ui/hide-amounts.tsx';
import { useLayer } from '../../../ui/layers.ts';
import { MoneyText, QuantityText } from '../../../ui/numbers.tsx';
import { Failure } from '../../../ui/states.tsx';
import { TraceTree } from '../../../ui/trace-tree.tsx';
import { OutcomeBadge } from '../level-badge.tsx';
import { accountColumns, legColumns, needColumns, stepColumns, venueColumns } from './result-columns.tsx';
import { changedDeltas, changeParts, scenarioName, type StressResult } from './stress-rows.ts';

export interface ResultDrawerProps {
  readonly result: StressResult | null;
  readonly currency: string;
  onClose(): void;
}

/** One scenario played through: what it takes, where money is needed and when, and what is left. */
export function ResultDrawer({ result, currency, onClose }: ResultDrawerProps): ReactNode {
  const isTop = useLayer(result !== null);
  return (
    <Drawer
      opened={result !== null}
      onClose={onClose}
      closeOnEscape={isTop}
      position="right"
      size="min(860px, 100%)"
      title={result === null ? 'Scenario' : `What if: ${scenarioName(result)}`}
    >
      {result !== null && (
        <Stack gap="xl">
          <Result result={result} currency={currency} />
          {result.scenario.own && <Remove name={result.scenario.name} onDone={onClose} />}
        </Stack>
      )}
    </Drawer>
  );
}

interface ResultProps {
  readonly result: StressResult;
  readonly currency: string;
}

function Result({ result, currency }: ResultProps): ReactNode {
  return (
    <Stack gap="xl">
      <div>
        <OutcomeBadge state={result.state} />
        <Text size="sm" mt={6}>
          <Sentence>{result.scenario.words}</Sentence>
        </Text>
        <Text size="sm" fw={600} mt={6}>
          <Sentence>{result.sentence}</Sentence>
        </Text>
      </div>
      <WealthBars result={result} currency={currency} />
      <Part title="Step by step">
        <DataTable
          label="Step by step"
          rows={result.steps}
          rowKey={({ label, hour }) => `${label} ${hour}`}
          columns={stepColumns(currency)}
        />
      </Part>
      {result.needs.length > 0 && (
        <Part title="Money that must come in, by venue">
          <DataTable
            label="Money that must come in"
            rows={result.needs}
            rowKey={({ venue }) => venue}
            columns={needColumns(currency)}
          />
        </Part>
      )}
      <Part title="What stands at each venue">
        <DataTable
          label="What stands at each venue"
          rows={result.venues}
          rowKey={({ venue }) => venue}
          columns={venueColumns(currency)}
        />
      </Part>
      {result.legs.length > 0 && (
        <Part title="Your futures">
          <DataTable
            label="Futures at the end"
            rows={result.legs}
            rowKey={({ id }) => id}
            columns={legColumns}
          />
        </Part>
      )}
      {result.accounts.length > 0 && (
        <Part title="Margin accounts">
          <DataTable
            label="Margin accounts"
            rows={result.accounts}
            rowKey={({ id }) => id}
            columns={accountColumns}
          />
        </Part>
      )}
      <Deltas result={result} />
      <Unknown words={result.unknown} />
      <Part title="How the change came about">
        <TraceTree trace={result.trace} />
      </Part>
    </Stack>
  );
}

function Part({ title, children }: { readonly title: string; readonly children: ReactNode }): ReactNode {
  return (
    <section>
      <Title order={3} mb="xs">
        {title}
      </Title>
      {children}
    </section>
  );
}

function WealthBars({ result, currency }: ResultProps): ReactNode {
  const parts = changeParts(result);
  return (
    <ChartOrTable
      of="what the scenario takes"
      summary="What you hold before, what each part adds or takes, and what is left."
      chart={
        <CauseBars
          from={{ name: 'Wealth now', amount: result.wealthBefore }}
          causes={parts}
          to={{ name: 'Wealth after', amount: result.wealthAfter }}
          figure={(amount, signed) => (
            <MoneyText value={amount} currency={currency} {...(signed ? { signed: 'plain' as const } : {})} />
          )}
        />
      }
      table={
        <DataTable
          label="What the scenario takes"
          rows={[
            { name: 'Wealth now', amount: result.wealthBefore },
            ...parts,
            { name: 'Wealth after', amount: result.wealthAfter },
          ]}
          rowKey={({ name }) => name}
          columns={[
            { key: 'name', header: 'Part', cell: ({ name }) => name },
            {
              key: 'amount',
              header: 'Amount',
              align: 'right',
              cell: ({ amount }) => <MoneyText value={amount} currency={currency} signed="plain" />,
            },
          ]}
        />
      }
    />
  );
}

function Deltas({ result }: { readonly result: StressResult }): ReactNode {
  const changed = changedDeltas(result);
  return (
    <Part title="What then moves with each price">
      {changed.length === 0 ? (
        <Text size="sm">The same coins as before: no hedge was lost.</Text>
      ) : (
        <List size="sm" spacing={4}>
          {changed.map(({ asset, before, after }) => (
            <List.Item key={asset}>
              <QuantityText value={after} unit={asset} /> instead of{' '}
              <QuantityText value={before} unit={asset} />
            </List.Item>
          ))}
        </List>
      )}
    </Part>
  );
}

function Unknown({ words }: { readonly words: readonly string[] }): ReactNode {
  if (words.length === 0) return null;
  return (
    <Part title="What is not in the figures">
      <List size="sm" spacing={4}>
        {words.map((each) => (
          <List.Item key={each}>
            <Sentence>{each}</Sentence>
          </List.Item>
        ))}
      </List>
    </Part>
  );
}

function Remove({ name, onDone }: { readonly name: string; onDone(): void }): ReactNode {
  const remove = useCommand('stress.removeScenario');
  return (
    <Stack gap="xs">
      <Group>
        <Button
          variant="default"
          size="xs"
          loading={remove.busy}
          onClick={() => void remove.run({ name }).then((result) => result?.ok === true && onDone())}
        >
          Remove this scenario of yours
        </Button>
      </Group>
      {remove.failure !== null && <Failure failure={remove.failure} />}
    </Stack>
  );
}
