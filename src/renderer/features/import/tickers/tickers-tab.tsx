import { Button, Stack, Text, TextInput } from '@mantine/core';
import { useMemo, useState, type ReactNode } from 'react';
import type { CallAnswer } from '../../../../shared/contract/contract.ts';
import { useCall } from '../../../rpc/use-call.ts';
import { useCommand } from '../../../rpc/use-command.ts';
import { compareText } from '../../../ui/compare.ts';
import { DataTable } from '../../../ui/data-table.tsx';
import { DateText } from '../../../ui/numbers.tsx';
import { Panel } from '../../../ui/panel.tsx';
import { Answer, Failure, NoMatch } from '../../../ui/states.tsx';
import type { Column } from '../../../ui/table-model.ts';
import { Term } from '../../../ui/term.tsx';
import { NameTicker } from './name-ticker.tsx';

type Tickers = CallAnswer<'tickers.read'>;
type Named = Tickers['named'][number];
type Known = Tickers['table'][number];
type InDoubt = Tickers['inDoubt'][number];

/** What short names of coins stand for: at which exchange, and when. */
export function TickersTab(): ReactNode {
  const tickers = useCall('tickers.read', {});
  return (
    <Answer of={tickers} what="Reading what tickers stand for">
      {({ named, table, inDoubt }) => (
        <Stack gap="xl">
          <Panel
            title="Name a ticker"
            about={
              <>
                The same <Term id="ticker">ticker</Term> can be another coin at another exchange. What you
                name counts for files that are read from now on.
              </>
            }
          >
            <Stack gap="lg">
              <NameTicker />
              {named.length > 0 && <NamedTable named={named} />}
            </Stack>
          </Panel>
          {inDoubt.length > 0 && (
            <Panel
              title="In doubt"
              about="Rows with these are kept back until you name them: the exchange’s own file does not tell."
            >
              <DataTable
                label="Tickers in doubt"
                rows={inDoubt}
                columns={doubtColumns}
                rowKey={({ ticker }) => ticker}
              />
            </Panel>
          )}
          <KnownTable table={table} />
        </Stack>
      )}
    </Answer>
  );
}

function NamedTable({ named }: { readonly named: readonly Named[] }): ReactNode {
  const { run, busy, failure } = useCommand('tickers.name');
  const columns = useMemo<readonly Column<Named>[]>(
    () => [
      { key: 'exchange', header: 'At', cell: ({ exchange }) => exchange },
      { key: 'ticker', header: 'Ticker', cell: ({ ticker }) => ticker },
      { key: 'asset', header: 'Stands for', cell: ({ asset }) => asset },
      {
        key: 'back',
        header: 'Take back',
        cell: ({ exchange, ticker }) => (
          <Button
            size="compact-sm"
            variant="default"
            disabled={busy}
            aria-label={`Take the name of ${ticker} at ${exchange} back`}
            onClick={() => void run({ exchange, ticker, asset: null })}
          >
            Take back
          </Button>
        ),
      },
    ],
    [run, busy],
  );
  return (
    <>
      {failure !== null && <Failure failure={failure} />}
      <DataTable
        label="Tickers that you named"
        rows={named}
        columns={columns}
        rowKey={({ exchange, ticker }) => `${exchange} ${ticker}`}
      />
    </>
  );
}

const doubtColumns: readonly Column<InDoubt>[] = [
  { key: 'ticker', header: 'Ticker', cell: ({ ticker }) => ticker },
  {
    key: 'could',
    header: 'Can be',
    cell: ({ couldBe }) => couldBe.map(({ asset, words }) => <div key={asset}>{`${asset}: ${words}`}</div>),
  },
];

const knownColumns: readonly Column<Known>[] = [
  {
    key: 'exchange',
    header: 'At',
    cell: ({ exchange }) => exchange ?? 'every other exchange',
    compare: (a, b) => compareText(a.exchange ?? '', b.exchange ?? ''),
  },
  {
    key: 'ticker',
    header: 'Ticker',
    cell: ({ ticker }) => ticker,
    compare: (a, b) => compareText(a.ticker, b.ticker),
  },
  {
    key: 'asset',
    header: 'Stands for',
    cell: ({ asset }) => asset,
    compare: (a, b) => compareText(a.asset, b.asset),
  },
  { key: 'from', header: 'From', cell: ({ from }) => (from === null ? 'always' : <DateText value={from} />) },
  {
    key: 'until',
    header: 'Until',
    cell: ({ until }) => (until === null ? 'today' : <DateText value={until} />),
  },
  {
    key: 'source',
    header: 'Where it is written',
    onlyWide: true,
    cell: ({ source }) => (
      <Text size="xs" c="dimmed" style={{ overflowWrap: 'anywhere' }}>
        {source}
      </Text>
    ),
  },
];

function KnownTable({ table }: { readonly table: readonly Known[] }): ReactNode {
  const [text, setText] = useState('');
  const wanted = text.trim().toUpperCase();
  const shown = table.filter(({ exchange, ticker, asset }) =>
    [exchange ?? '', ticker, asset].some((word) => word.toUpperCase().includes(wanted)),
  );
  return (
    <Panel
      title="Known to Hedgerow"
      about="Tickers that stand for another coin than their letters say, with dates and sources. Every other ticker is taken as it is written."
      aside={
        <TextInput
          label="Find"
          placeholder="LUNA"
          value={text}
          onChange={(event) => setText(event.currentTarget.value)}
        />
      }
    >
      {shown.length === 0 ? (
        <NoMatch what={`ticker with "${text.trim()}"`} onClear={() => setText('')} />
      ) : (
        <DataTable
          label="Tickers known to Hedgerow"
          rows={shown}
          columns={knownColumns}
          rowKey={({ exchange, ticker, from }) => `${exchange} ${ticker} ${from}`}
        />
      )}
    </Panel>
  );
}
