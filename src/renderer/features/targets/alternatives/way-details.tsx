import { List, Stack, Tabs, Text, Title } from '@mantine/core';
import { useState, type ReactNode } from 'react';
import { DataTable } from '../../../ui/data-table.tsx';
import { Sentence } from '../../../ui/hide-amounts.tsx';
import { Term } from '../../../ui/term.tsx';
import { bestOf, wayNames, type Answer, type Way } from './view-model.ts';
import { hedgeColumns, purchaseColumns, saleColumns, weightColumns, yearColumns } from './way-columns.tsx';

/** Each way in full: its steps, its tax year by year, what straddle rules do, lots, purchases and futures. */
export function WayDetails({ answer }: { readonly answer: Answer }): ReactNode {
  const ways = answer.alternatives.filter(({ possible }) => possible);
  const [chosen, setChosen] = useState<string | null>(bestOf(answer)?.kind ?? null);
  const first = ways[0]?.kind ?? null;
  const value = ways.some(({ kind }) => kind === chosen) ? chosen : first;
  if (ways.length === 0) return null;
  return (
    <section>
      <Title order={3} mb="sm">
        Each way in full
      </Title>
      <Tabs value={value} onChange={setChosen} keepMounted={false} variant="outline">
        <Tabs.List>
          {ways.map(({ kind }) => (
            <Tabs.Tab key={kind} value={kind}>
              {wayNames[kind]}
            </Tabs.Tab>
          ))}
        </Tabs.List>
        {ways.map((way) => (
          <Tabs.Panel key={way.kind} value={way.kind} pt="md">
            <OneWay way={way} currency={answer.currency} />
          </Tabs.Panel>
        ))}
      </Tabs>
    </section>
  );
}

function OneWay({ way, currency }: { readonly way: Way; readonly currency: string }): ReactNode {
  const name = wayNames[way.kind];
  return (
    <Stack gap="lg">
      <Part title="What is done">
        {way.steps.length === 0 ? <None>Nothing.</None> : <Sentences of={way.steps} ordered />}
      </Part>
      {way.liquidation.length > 0 && (
        <Part title="Forced closing">
          <Sentences of={way.liquidation.map(({ words }) => words)} />
        </Part>
      )}
      <Part
        title={
          <>
            What the <Term id="straddle" /> rules do
          </>
        }
      >
        {way.straddle.length === 0 ? (
          <None>Nothing: no loss waits and no clock starts anew.</None>
        ) : (
          <Sentences of={way.straddle} />
        )}
      </Part>
      <Part title="Tax by year">
        {way.taxByYear.length === 0 ? (
          <None>It changes no year’s tax.</None>
        ) : (
          <DataTable
            label={`Tax by year: ${name}`}
            rows={way.taxByYear}
            rowKey={({ year }) => String(year)}
            columns={yearColumns(way, currency)}
          />
        )}
      </Part>
      {way.hedges.length > 0 && (
        <Part title="Futures">
          <DataTable
            label={`Futures: ${name}`}
            rows={way.hedges}
            rowKey={({ contract, side, isOpen }) => `${contract} ${side} ${isOpen}`}
            columns={hedgeColumns(currency)}
          />
        </Part>
      )}
      {way.sales.length > 0 && (
        <Part
          title={
            way.sales.length === 1 ? 'The lot that is sold' : `The ${way.sales.length} lots that are sold`
          }
        >
          <DataTable
            label={`Lots sold: ${name}`}
            rows={way.sales}
            rowKey={({ date, lot, quantity }) => `${date} ${lot} ${quantity}`}
            columns={saleColumns(currency)}
            maxHeight={360}
          />
        </Part>
      )}
      {way.purchases.length > 0 && (
        <Part title="Purchases">
          <DataTable
            label={`Purchases: ${name}`}
            rows={way.purchases}
            rowKey={({ date, asset }) => `${date} ${asset}`}
            columns={purchaseColumns(currency)}
          />
        </Part>
      )}
      {way.weights.length > 0 && (
        <Part title="Shares right after today’s trades">
          <DataTable
            label={`Shares after today: ${name}`}
            rows={way.weights}
            rowKey={({ asset }) => asset}
            columns={weightColumns}
          />
        </Part>
      )}
    </Stack>
  );
}

function Part({ title, children }: { readonly title: ReactNode; readonly children: ReactNode }): ReactNode {
  return (
    <div>
      <Title order={4} size="h5" mb={6}>
        {title}
      </Title>
      {children}
    </div>
  );
}

function None({ children }: { readonly children: string }): ReactNode {
  return (
    <Text size="sm" c="dimmed">
      {children}
    </Text>
  );
}

function Sentences({
  of,
  ordered = false,
}: {
  readonly of: readonly string[];
  readonly ordered?: boolean;
}): ReactNode {
  return (
    <List size="sm" spacing={4} type={ordered ? 'ordered' : 'unordered'}>
      {of.map((sentence, index) => (
        <List.Item key={`${index} ${sentence}`}>
          <Sentence>{sentence}</Sentence>
        </List.Item>
      ))}
    </List>
  );
}
