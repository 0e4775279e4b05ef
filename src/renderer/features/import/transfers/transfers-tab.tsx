import { Badge, Button, Stack, Text } from '@mantine/core';
import { IconArrowsLeftRight } from '@tabler/icons-react';
import { useMemo, type ReactNode } from 'react';
import { useCall } from '../../../rpc/use-call.ts';
import { AmountText } from '../../../ui/amount-text.tsx';
import { compareText } from '../../../ui/compare.ts';
import { DataTable } from '../../../ui/data-table.tsx';
import { Panel } from '../../../ui/panel.tsx';
import { Answer, EmptyState, Failure } from '../../../ui/states.tsx';
import type { Column } from '../../../ui/table-model.ts';
import { Alone } from './transfers-alone.tsx';
import { SideCell } from './transfer-cells.tsx';
import { keptDecisions, pairByWords, type KeptApart, type Pair, type Verdict } from './transfer-rows.ts';
import { useTransferVerdict } from './use-transfer-verdict.ts';

/** What moved between own accounts, and the rows without another side. */
export function TransfersTab(): ReactNode {
  const transfers = useCall('transfers.read', {});
  const { give, busy, failure } = useTransferVerdict();
  return (
    <Answer of={transfers} what="Looking for moves between your accounts">
      {(answer) => (
        <Stack gap="xl">
          {failure !== null && <Failure failure={failure} />}
          <Pairs pairs={answer.pairs} give={give} busy={busy} />
          <Alone transfers={answer} give={give} busy={busy} />
          <Kept kept={keptDecisions(answer)} give={give} busy={busy} />
        </Stack>
      )}
    </Answer>
  );
}

interface Giving {
  give(verdict: Verdict): void;
  readonly busy: boolean;
}

function Pairs({ pairs, give, busy }: Giving & { readonly pairs: readonly Pair[] }): ReactNode {
  const columns = useMemo(() => pairColumns(give, busy), [give, busy]);
  return (
    <Panel
      title="Moves between your accounts"
      about="A move is no sale: the coins keep their dates and their cost. Where two rows are not one move, say so."
    >
      {pairs.length === 0 ? (
        <EmptyState title="No move found" icon={<IconArrowsLeftRight size={28} aria-hidden="true" />}>
          Where coins leave one of your accounts and arrive in another, the two rows stand here as one move.
        </EmptyState>
      ) : (
        <DataTable
          label="Moves between your accounts"
          rows={pairs}
          columns={columns}
          rowKey={({ departure, arrival, asset }) => `${departure.event} ${arrival.event} ${asset}`}
        />
      )}
    </Panel>
  );
}

function pairColumns(give: Giving['give'], busy: boolean): readonly Column<Pair>[] {
  return [
    {
      key: 'left',
      header: 'Left',
      cell: ({ departure }) => <SideCell side={departure} />,
      compare: (a, b) => compareText(a.departure.time, b.departure.time),
    },
    { key: 'arrived', header: 'Arrived', cell: ({ arrival }) => <SideCell side={arrival} /> },
    {
      key: 'fee',
      header: 'Lost on the way',
      align: 'right',
      cell: ({ fee, asset }) => <AmountText value={fee} asset={asset} />,
    },
    {
      key: 'why',
      header: 'Why',
      cell: ({ by, why }) => (
        <>
          <Badge variant="light" color={by === 'guess' ? 'yellow' : 'teal'} tt="none">
            {pairByWords[by]}
          </Badge>
          <Text size="xs">{why}</Text>
        </>
      ),
      compare: (a, b) => compareText(a.by, b.by),
    },
    { key: 'part', header: 'Is it?', cell: (pair) => <Part pair={pair} give={give} busy={busy} /> },
  ];
}

/** A pair that somebody said is forgotten; one that was found is parted. */
function Part({ pair, give, busy }: Giving & { readonly pair: Pair }): ReactNode {
  const { departure, arrival, asset, by } = pair;
  const rows = { departure: departure.event, arrival: arrival.event, asset };
  const words = by === 'said' ? 'Forget what I said' : 'Not one move';
  return (
    <Button
      size="compact-sm"
      variant="default"
      disabled={busy}
      aria-label={`${words}: ${departure.where} and ${arrival.where}`}
      onClick={() => give({ ...rows, verdict: by === 'said' ? null : 'apart' })}
    >
      {words}
    </Button>
  );
}

function Kept({ kept, give, busy }: Giving & { readonly kept: readonly KeptApart[] }): ReactNode {
  const columns = useMemo(() => keptColumns(give, busy), [give, busy]);
  if (kept.length === 0) return null;
  return (
    <Panel
      title="What you said"
      about="Kept with the ledger. Taking it back lets amounts and times decide again."
    >
      <DataTable
        label="What you said of transfers"
        rows={kept}
        columns={columns}
        rowKey={({ verdict }) => `${verdict.departure} ${verdict.arrival} ${verdict.asset}`}
      />
    </Panel>
  );
}

function keptColumns(give: Giving['give'], busy: boolean): readonly Column<KeptApart>[] {
  return [
    { key: 'said', header: 'You said', cell: ({ words }) => words },
    { key: 'asset', header: 'Asset', cell: ({ verdict }) => verdict.asset },
    { key: 'left', header: 'Left', cell: ({ departure }) => departure },
    { key: 'arrived', header: 'Arrived', cell: ({ arrival }) => arrival },
    {
      key: 'back',
      header: 'Take back',
      cell: ({ verdict, departure }) => (
        <Button
          size="compact-sm"
          variant="default"
          disabled={busy}
          aria-label={`Forget what you said of ${departure}`}
          onClick={() => give(verdict)}
        >
          Forget it
        </Button>
      ),
    },
  ];
}
