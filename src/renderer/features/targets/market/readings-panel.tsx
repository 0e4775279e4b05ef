import { Badge, Select, Text } from '@mantine/core';
import { useState, type ReactNode } from 'react';
import { useCall } from '../../../rpc/use-call.ts';
import { DataTable } from '../../../ui/data-table.tsx';
import { DateText, RateText } from '../../../ui/numbers.tsx';
import { Panel } from '../../../ui/panel.tsx';
import { Answer, NoMatch } from '../../../ui/states.tsx';
import type { Column } from '../../../ui/table-model.ts';
import { Term } from '../../../ui/term.tsx';
import { ageWords, assetsOf, historyMark, readingRows, type ReadingRow } from './view-model.ts';

/** The latest of each kind of figure, against its own past and against usual thresholds. */
export function ReadingsPanel(): ReactNode {
  const call = useCall('market.readings', {});
  const [asset, setAsset] = useState<string | null>(null);
  const subjects = call.data?.subjects ?? [];
  return (
    <Panel
      title="What the market says"
      about="Each figure against its own last year. Extremes are marked, never acted on."
      aside={
        <Select
          aria-label="Coin"
          placeholder="All coins"
          data={assetsOf(subjects)}
          value={asset}
          onChange={setAsset}
          clearable
          clearButtonProps={{ 'aria-label': 'All coins' }}
          w={140}
        />
      }
    >
      <Answer of={call} what="Reading the market data">
        {(answer) => {
          const rows = readingRows(answer.subjects, asset);
          return rows.length === 0 ? (
            <NoMatch what="readings of this coin" onClear={() => setAsset(null)} />
          ) : (
            <DataTable label="Readings" rows={rows} rowKey={({ key }) => key} columns={columns} />
          );
        }}
      </Answer>
    </Panel>
  );
}

const columns: readonly Column<ReadingRow>[] = [
  {
    key: 'title',
    header: 'Figure',
    width: '22%',
    cell: ({ title, of }) => (
      <>
        {title}
        <Text size="xs" c="dimmed">
          {of}
        </Text>
      </>
    ),
    compare: (a, b) => a.title.localeCompare(b.title),
  },
  {
    key: 'words',
    header: 'What it says',
    cell: ({ words, hedge }) => (
      <>
        {words}
        {hedge !== null && (
          <Text size="xs" c="dimmed">
            {hedge}
          </Text>
        )}
      </>
    ),
  },
  {
    key: 'history',
    header: 'Own history',
    headerNode: <Term id="percentile">Own history</Term>,
    width: '20%',
    cell: ({ history }) => <History history={history} />,
  },
  {
    key: 'threshold',
    header: 'Usual thresholds',
    onlyWide: true,
    width: '17%',
    cell: ({ threshold }) =>
      threshold === null ? (
        <Text size="sm" c="dimmed">
          none known
        </Text>
      ) : (
        <>
          {threshold.words}
          {threshold.confidence !== 'verified' && (
            <Text size="xs" c="dimmed">
              from general knowledge
            </Text>
          )}
        </>
      ),
  },
  {
    key: 'age',
    header: 'As of',
    width: '150px',
    cell: ({ time, ageHours, stale, source }) => (
      <>
        <DateText value={time} />
        <Text size="xs" c="dimmed" style={{ overflowWrap: 'anywhere' }}>
          {source}
        </Text>
        {stale && (
          <Badge variant="light" color="yellow" tt="none" size="sm">
            {ageWords(ageHours)} old
          </Badge>
        )}
      </>
    ),
    compare: (a, b) => b.ageHours - a.ageHours,
  },
];

function History({ history }: { readonly history: ReadingRow['history'] }): ReactNode {
  const mark = historyMark(history);
  if (mark === null)
    return (
      <Text size="xs" c="dimmed">
        {history.words}
      </Text>
    );
  return (
    <>
      <Badge variant="light" color={mark.color} tt="none">
        {mark.text}
      </Badge>
      <Text size="xs" c="dimmed" mt={2}>
        higher than <RateText value={history.percentile} decimals={0} /> of {history.sample} observations
      </Text>
    </>
  );
}
