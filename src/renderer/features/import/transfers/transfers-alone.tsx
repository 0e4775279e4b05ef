import { Text } from '@mantine/core';
import { useMemo, type ReactNode } from 'react';
import { DataTable } from '../../../ui/data-table.tsx';
import { Panel } from '../../../ui/panel.tsx';
import type { Column } from '../../../ui/table-model.ts';
import { SayCost } from './say-cost.tsx';
import { JoinMenu, SideCell } from './transfer-cells.tsx';
import {
  arrivalsByNeed,
  type Arrival,
  type Departure,
  type Transfers,
  type Verdict,
} from './transfer-rows.ts';

export interface AloneProps {
  readonly transfers: Transfers;
  give(verdict: Verdict): void;
  readonly busy: boolean;
}

/** Rows that left or arrived and have no other side, with what they could be joined with. */
export function Alone({ transfers, give, busy }: AloneProps): ReactNode {
  const arrivalColumns = useMemo(() => columnsOfArrivals(give, busy), [give, busy]);
  const departureColumns = useMemo(() => columnsOfDepartures(give, busy), [give, busy]);
  const arrivals = useMemo(() => arrivalsByNeed(transfers.arrivals), [transfers]);
  return (
    <>
      {arrivals.length > 0 && (
        <Panel
          title="Arrived from nowhere that your files show"
          about="Coins need the file of the account they came from, or their cost; money from your bank needs nothing."
        >
          <DataTable
            label="Arrivals without another side"
            rows={arrivals}
            columns={arrivalColumns}
            rowKey={({ event, asset }) => `${event} ${asset}`}
          />
        </Panel>
      )}
      {transfers.departures.length > 0 && (
        <Panel
          title="Left for nowhere that your files show"
          about="Import the file of the account they went to; until then they are in none of your balances. Money to your bank needs nothing."
        >
          <DataTable
            label="Departures without another side"
            rows={transfers.departures}
            columns={departureColumns}
            rowKey={({ event, asset }) => `${event} ${asset}`}
          />
        </Panel>
      )}
    </>
  );
}

function columnsOfArrivals(give: AloneProps['give'], busy: boolean): readonly Column<Arrival>[] {
  return [
    { key: 'what', header: 'Arrived', cell: (arrival) => <SideCell side={arrival} /> },
    {
      key: 'needs',
      header: 'What it needs',
      cell: ({ isCoin, couldBe }) => (
        <Text size="sm">
          {isCoin
            ? couldBe.length > 0
              ? 'Its other side may be among your rows'
              : 'The file it left from, or its cost'
            : 'Nothing: money and stablecoins need no cost'}
        </Text>
      ),
    },
    {
      key: 'join',
      header: 'Other side',
      cell: (arrival) => (
        <JoinMenu
          of={arrival}
          couldBe={arrival.couldBe}
          busy={busy}
          onJoin={({ event }) =>
            give({ departure: event, arrival: arrival.event, asset: arrival.asset, verdict: 'same' })
          }
        />
      ),
    },
    {
      key: 'cost',
      header: 'Cost',
      cell: (arrival) => (arrival.isCoin ? <SayCost arrival={arrival} /> : null),
    },
  ];
}

function columnsOfDepartures(give: AloneProps['give'], busy: boolean): readonly Column<Departure>[] {
  return [
    { key: 'what', header: 'Left', cell: (departure) => <SideCell side={departure} /> },
    {
      key: 'join',
      header: 'Other side',
      cell: (departure) => (
        <JoinMenu
          of={departure}
          couldBe={departure.couldBe}
          busy={busy}
          onJoin={({ event }) =>
            give({ departure: departure.event, arrival: event, asset: departure.asset, verdict: 'same' })
          }
        />
      ),
    },
  ];
}
