import { Stack, Text } from '@mantine/core';
import { IconArrowsDiff } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import type { CallAnswer } from '../../../../shared/contract/contract.ts';
import { useCall } from '../../../rpc/use-call.ts';
import { compareText } from '../../../ui/compare.ts';
import { DataTable } from '../../../ui/data-table.tsx';
import { formatDate } from '../../../ui/date-format.ts';
import { formatCount } from '../../../ui/number-format.ts';
import { DateText, QuantityText } from '../../../ui/numbers.tsx';
import { Panel } from '../../../ui/panel.tsx';
import { Answer, EmptyState } from '../../../ui/states.tsx';
import type { Column } from '../../../ui/table-model.ts';
import { DecideRows } from '../decisions/decide-rows.tsx';
import { placesWords } from '../row-place.ts';

type Pair = CallAnswer<'imports.reconcile'>['pairs'][number];
type Difference = Pair['differences'][number];

/** What two files of one exchange state differently of the same things. Nothing is averaged. */
export function DifferencesTab(): ReactNode {
  const reconcile = useCall('imports.reconcile', {});
  return (
    <Answer of={reconcile} what="Comparing your files with each other">
      {({ pairs }) =>
        pairs.length === 0 ? (
          <Panel title="Files that tell of the same">
            <EmptyState
              title="No two files tell of the same things"
              icon={<IconArrowsDiff size={28} aria-hidden="true" />}
            >
              An exchange often has several exports of one account: trades, a statement, an income history.
              Where you import more than one, the best of them counts, and the others are compared with it
              here.
            </EmptyState>
          </Panel>
        ) : (
          <Stack gap="xl">
            {pairs.map((pair) => (
              <PairPanel key={keyOf(pair)} pair={pair} />
            ))}
          </Stack>
        )
      }
    </Answer>
  );
}

function keyOf({ account, subject, counts, compared }: Pair): string {
  return `${account} ${subject} ${counts.format} ${compared.format}`;
}

function PairPanel({ pair }: { readonly pair: Pair }): ReactNode {
  const { accountName, subjectWords, counts, compared, differences } = pair;
  return (
    <Panel
      title={`${accountName}: ${subjectWords}`}
      about={`${counts.formatName} counts. ${compared.formatName} is compared with it, ${formatDate(pair.from)} to ${formatDate(pair.to)}.`}
    >
      <Stack gap="md">
        <Text size="sm">{pairWords(pair)}</Text>
        {differences.length > 0 && (
          <DataTable
            label={`Differences: ${accountName}, ${subjectWords}`}
            rows={differences}
            columns={columns}
            rowKey={({ date, asset, contract, role }) => `${date} ${asset} ${contract} ${role}`}
          />
        )}
      </Stack>
    </Panel>
  );
}

/** "All 311 figures agree. 311 rows are left out, because …". */
function pairWords({ agreed, differences, leftOut, alone, filled }: Pair): string {
  const rows = (count: number): string => (count === 1 ? '1 row' : `${formatCount(count)} rows`);
  const agree = `${formatCount(agreed)} ${agreed === 1 ? 'figure agrees' : 'figures agree'}`;
  return [
    differences.length === 0
      ? `No difference: ${agree}.`
      : `${formatCount(differences.length)} of ${formatCount(agreed + differences.length)} figures differ; ${agree}.`,
    ...(leftOut > 0 ? [`${rows(leftOut)} of the compared file left out, so that nothing counts twice.`] : []),
    ...(alone > 0 ? [`${rows(alone)} of it counted, because the other has nothing like it.`] : []),
    ...(filled > 0 ? [`${rows(filled)} took a detail from it, such as the contract.`] : []),
  ].join(' ');
}

const columns: readonly Column<Difference>[] = [
  {
    key: 'date',
    header: 'Day',
    cell: ({ date }) => <DateText value={date} />,
    compare: (a, b) => compareText(a.date, b.date),
  },
  {
    key: 'what',
    header: 'Figure',
    cell: ({ asset, contract, roleWords }) => (
      <>
        {roleWords} in {asset}
        {contract !== null && (
          <Text size="xs" c="dimmed">
            {contract}
          </Text>
        )}
      </>
    ),
    compare: (a, b) => compareText(a.asset, b.asset),
  },
  {
    key: 'counted',
    header: 'What counts',
    cell: ({ counted, asset, countedRows }) => <Side value={counted} asset={asset} rows={countedRows} />,
  },
  {
    key: 'stated',
    header: 'What is compared',
    cell: ({ stated, asset, statedRows }) => <Side value={stated} asset={asset} rows={statedRows} />,
  },
  {
    key: 'difference',
    header: 'Difference',
    align: 'right',
    cell: ({ difference, asset }) => <QuantityText value={difference} unit={asset} signed="plain" />,
  },
  {
    key: 'decide',
    header: 'Your decision',
    cell: (difference) => (
      <DecideRows
        of={`${difference.roleWords} in ${difference.asset} on ${formatDate(difference.date)}`}
        counted={eventsOf(difference.countedRows)}
        compared={eventsOf(difference.statedRows)}
      />
    ),
  },
];

/** None where not every row is named: a decision about some of them would make it worse. */
function eventsOf({ first, count }: Difference['countedRows']): readonly string[] {
  return first.length === count ? first.map(({ event }) => event) : [];
}

function Side({
  value,
  asset,
  rows,
}: {
  readonly value: string;
  readonly asset: string;
  readonly rows: Difference['countedRows'];
}): ReactNode {
  return (
    <>
      <QuantityText value={value} unit={asset} />
      <Text size="xs" c="dimmed" style={{ overflowWrap: 'anywhere' }}>
        {rows.count === 0 ? 'no such row' : placesWords(rows.first, rows.count)}
      </Text>
    </>
  );
}
