import { Spoiler, Stack, Text } from '@mantine/core';
import { IconListCheck } from '@tabler/icons-react';
import { useMemo, useState, type ReactNode } from 'react';
import { usePages } from '../../../rpc/use-pages.ts';
import { AmountText } from '../../../ui/amount-text.tsx';
import { formatCount } from '../../../ui/number-format.ts';
import { DateText } from '../../../ui/numbers.tsx';
import { PagedTable } from '../../../ui/paged-table.tsx';
import { Panel } from '../../../ui/panel.tsx';
import { RawRow } from '../../../ui/raw-row.tsx';
import { Answer, EmptyState, Failure } from '../../../ui/states.tsx';
import type { Column } from '../../../ui/table-model.ts';
import { Term } from '../../../ui/term.tsx';
import { useDecideRows } from '../decisions/use-decide-rows.ts';
import { placeWords } from '../row-place.ts';
import { SayMore, type HalfSaid } from './say-more.tsx';
import { SayWhatItIs } from './say-what-it-is.tsx';
import { useClassify, type ReviewRow } from './use-classify.ts';

/** Rows that count, although nobody knows what they mean. */
export function ReviewTab(): ReactNode {
  const pages = usePages('imports.review', {}, ({ total, rows }) => ({ total, rows }));
  const classify = useClassify();
  const decisions = useDecideRows();
  const busy = classify.busy || decisions.busy;
  const [halfSaid, setHalfSaid] = useState<HalfSaid | null>(null);
  const { say } = classify;
  const { decide } = decisions;
  const columns = useMemo(
    () =>
      columnsOf((row) => (
        <SayWhatItIs
          row={row}
          busy={busy}
          onChoose={(choice) => {
            if (choice.asks === 'nothing') void say(row.event, choice);
            else setHalfSaid({ row, choice });
          }}
          onLeaveOut={() => decide([{ event: row.event, choice: 'out' }])}
        />
      )),
    [busy, say, decide],
  );
  const failure = classify.failure ?? decisions.failure;
  return (
    <Panel
      title="Rows to review"
      about={
        <>
          What they change is in your <Term id="computed-balance">balances</Term> already. Say what each is,
          so that its tax is right, too.
        </>
      }
    >
      {failure !== null && halfSaid === null && <Failure failure={failure} />}
      {halfSaid !== null && (
        <SayMore
          of={halfSaid}
          classify={classify}
          onClose={() => {
            setHalfSaid(null);
            classify.reset();
          }}
        />
      )}
      <Answer of={pages.first} what="Looking for rows that nobody knows">
        {({ total }) =>
          total === 0 ? (
            <EmptyState title="Nothing to review" icon={<IconListCheck size={28} aria-hidden="true" />}>
              What every imported row means is known. A row of a kind that Hedgerow has never seen would stand
              here.
            </EmptyState>
          ) : (
            <Stack gap="sm">
              <Text size="sm">
                {total === 1 ? 'One row waits.' : `${formatCount(total)} rows wait, the latest first.`}
              </Text>
              <PagedTable
                label="Rows to review"
                pages={pages}
                columns={columns}
                rowKey={({ event }) => event}
                of="review"
              />
            </Stack>
          )
        }
      </Answer>
    </Panel>
  );
}

function columnsOf(action: (row: ReviewRow) => ReactNode): readonly Column<ReviewRow>[] {
  return [
    {
      key: 'time',
      header: 'When',
      width: '120px',
      cell: ({ time, accountName }) => (
        <>
          <DateText value={time} />
          <Text size="xs" c="dimmed">
            {accountName}
          </Text>
        </>
      ),
    },
    {
      key: 'word',
      header: 'What is known of it',
      width: '30%',
      cell: ({ operation, whyWords }) => (
        <>
          {operation ?? whyWords}
          {operation !== null && (
            <Text size="xs" c="dimmed" component="div">
              <Spoiler maxHeight={50} showLabel="Read on" hideLabel="Less" fz="xs">
                {whyWords}
              </Spoiler>
            </Text>
          )}
        </>
      ),
    },
    {
      key: 'effect',
      header: 'What it changes',
      align: 'right',
      cell: ({ effect }) =>
        effect.map(({ account, asset, quantity }) => (
          <div key={`${account} ${asset}`}>
            <AmountText value={quantity} asset={asset} signed="plain" />
          </div>
        )),
    },
    {
      key: 'raw',
      header: 'In the file',
      width: '25%',
      cell: (row) => (
        <>
          <Text size="xs" c="dimmed">
            {placeWords(row)}
          </Text>
          <RawRow raw={row.raw} />
        </>
      ),
    },
    { key: 'say', header: 'What it is', cell: action },
  ];
}
