import { Alert, Badge, Button, Text, Title } from '@mantine/core';
import { IconClockExclamation } from '@tabler/icons-react';
import { useId, useState, type ReactNode } from 'react';
import { compareDecimal, compareText } from '../../ui/compare.ts';
import { DataTable } from '../../ui/data-table.tsx';
import { DateText, QuantityText } from '../../ui/numbers.tsx';
import type { Column } from '../../ui/table-model.ts';
import { Term } from '../../ui/term.tsx';
import { hedgedWords, type HedgedLot } from './view-model.ts';

/** The lots that the shorts would stand against, and those whose clock that may set back. */
export function HedgedLots({ lots }: { readonly lots: readonly HedgedLot[] }): ReactNode {
  const [open, setOpen] = useState(false);
  const id = useId();
  if (lots.length === 0) return null;
  const restarts = lots.filter(({ clockRestarts }) => clockRestarts).length;
  return (
    <section>
      <Title order={3} mb={4}>
        Lots the short would hedge
      </Title>
      <Text size="sm" mb="sm">
        {hedgedWords(lots)} By the standing order, long-term lots come first, then those that cost most.
        Saving the plan records them with today’s date.
      </Text>
      {restarts > 0 && (
        <Alert
          color="yellow"
          icon={<IconClockExclamation aria-hidden="true" />}
          mb="sm"
          title={restartWords(restarts)}
        >
          They have not been held for a year. A hedge against them can be a <Term id="straddle" />, and then
          their year begins again when the hedge ends.
        </Alert>
      )}
      <Button
        variant="default"
        size="compact-sm"
        aria-expanded={open}
        aria-controls={id}
        onClick={() => setOpen((now) => !now)}
      >
        {open ? 'Hide the lots' : lots.length === 1 ? 'Show the lot' : `Show the ${lots.length} lots`}
      </Button>
      <div id={id} hidden={!open}>
        {open && (
          <DataTable
            label="Lots the short would hedge"
            rows={lots}
            rowKey={({ lot, asset }) => `${asset} ${lot}`}
            columns={columns}
            initialSort={{ column: 'clock', direction: 'descending' }}
            maxHeight={360}
          />
        )}
      </div>
    </section>
  );
}

function restartWords(count: number): string {
  return count === 1 ? 'The clock of one lot would restart' : `The clocks of ${count} lots would restart`;
}

const columns: readonly Column<HedgedLot>[] = [
  {
    key: 'asset',
    header: 'Asset',
    cell: ({ asset }) => asset,
    compare: (a, b) => compareText(a.asset, b.asset),
  },
  {
    key: 'quantity',
    header: 'Hedged quantity',
    align: 'right',
    cell: ({ quantity, asset }) => <QuantityText value={quantity} unit={asset} />,
    compare: (a, b) => compareDecimal(a.quantity, b.quantity),
  },
  {
    key: 'acquired',
    header: 'Acquired',
    cell: ({ acquiredDate }) => <DateText value={acquiredDate} />,
    compare: (a, b) => compareText(a.acquiredDate, b.acquiredDate),
  },
  {
    key: 'long-term',
    header: 'Long-term from',
    cell: ({ longTermFrom }) => <DateText value={longTermFrom} />,
    compare: (a, b) => compareText(a.longTermFrom, b.longTermFrom),
  },
  {
    key: 'clock',
    header: 'Its clock',
    cell: ({ clockRestarts }) => (
      <Badge variant="light" color={clockRestarts ? 'yellow' : 'gray'} tt="none">
        {clockRestarts ? 'would restart' : 'stays'}
      </Badge>
    ),
    compare: (a, b) => Number(a.clockRestarts) - Number(b.clockRestarts),
  },
];
