import { Badge, Stack, Text } from '@mantine/core';
import type { ReactNode } from 'react';
import { BandSteps, type BandAsset } from '../../../charts/band-steps.tsx';
import { ChartOrTable } from '../../../charts/chart-or-table.tsx';
import { DataTable } from '../../../ui/data-table.tsx';
import { Sentence } from '../../../ui/hide-amounts.tsx';
import { DateText, QuantityText } from '../../../ui/numbers.tsx';
import { Panel } from '../../../ui/panel.tsx';
import type { Column } from '../../../ui/table-model.ts';
import { Term } from '../../../ui/term.tsx';
import { Fold } from '../fold.tsx';
import type { ExitDay, ExitPlan } from './exit-model.ts';

/** Is exposure where it should be all the way, and which days were weighed? */
export function ExposurePart({ plan }: { readonly plan: ExitPlan }): ReactNode {
  return (
    <Stack gap="lg">
      <Panel
        title="Exposure on the way"
        about="Coins held and futures together, after each day, within the band that you allow."
      >
        {plan.days.length === 0 ? (
          <Text size="sm">Nothing is done, so it stays as it is.</Text>
        ) : (
          <ChartOrTable
            of="exposure on the way"
            summary="The line is what you are exposed to, the shaded band what is allowed around the aim."
            chart={<BandSteps assets={bandsOf(plan)} />}
            table={<ExposureTable plan={plan} />}
          />
        )}
      </Panel>
      <Candidates plan={plan} />
    </Stack>
  );
}

function bandsOf({ goals, days }: ExitPlan): readonly BandAsset[] {
  return goals.flatMap(({ asset }) => {
    const points = days.flatMap(({ date, exposure }) =>
      exposure.filter((each) => each.asset === asset).map((each) => ({ ...each, date, coins: each.net })),
    );
    const [first] = points;
    return first === undefined ? [] : [{ asset, points, meant: first.wanted, tolerance: first.tolerance }];
  });
}

type ExposureRow = ExitDay['exposure'][number] & { readonly date: string };

function ExposureTable({ plan }: { readonly plan: ExitPlan }): ReactNode {
  const rows = plan.days.flatMap(({ date, exposure }) => exposure.map((each) => ({ ...each, date })));
  return (
    <DataTable
      label="Exposure after each day"
      rows={rows}
      rowKey={({ date, asset }) => `${date} ${asset}`}
      columns={exposureColumns}
    />
  );
}

const coins = (value: string): ReactNode => <QuantityText value={value} />;

const exposureColumns: readonly Column<ExposureRow>[] = [
  { key: 'date', header: 'After', cell: ({ date }) => <DateText value={date} /> },
  { key: 'asset', header: 'Coin', cell: ({ asset }) => asset },
  { key: 'spot', header: 'Held', align: 'right', cell: ({ spot }) => coins(spot) },
  { key: 'futures', header: 'Futures', align: 'right', cell: ({ futures }) => coins(futures) },
  { key: 'net', header: 'Together', align: 'right', cell: ({ net }) => coins(net) },
  { key: 'wanted', header: 'Aim', align: 'right', cell: ({ wanted }) => coins(wanted) },
  { key: 'tolerance', header: 'Allowed ±', align: 'right', cell: ({ tolerance }) => coins(tolerance) },
];

type Candidate = ExitPlan['candidates'][number];

const candidateColumns: readonly Column<Candidate>[] = [
  { key: 'date', header: 'Day', width: '130px', cell: ({ date }) => <DateText value={date} /> },
  { key: 'why', header: 'Why it was weighed', cell: ({ why }) => <Sentence>{why.join('; ')}</Sentence> },
  {
    key: 'used',
    header: 'In the plan',
    width: '120px',
    cell: ({ used }) =>
      used ? (
        <Badge variant="light" color="teal" tt="none">
          Used
        </Badge>
      ) : (
        'Not used'
      ),
  },
];

function Candidates({ plan: { candidates, leftOut } }: { readonly plan: ExitPlan }): ReactNode {
  return (
    <Panel
      title="Days that were weighed"
      about={
        <>
          <Term id="candidate-date">Days</Term> that the facts suggest, and yours.
        </>
      }
    >
      <DataTable
        label="Days that were weighed"
        rows={candidates}
        rowKey={({ date }) => date}
        columns={candidateColumns}
      />
      {leftOut.length > 0 && (
        <Fold title={`${leftOut.length} more days were left out, to keep the search short`}>
          <DataTable
            label="Days left out"
            rows={leftOut.map((day) => ({ ...day, used: false }))}
            rowKey={({ date }) => date}
            columns={candidateColumns.slice(0, 2)}
          />
        </Fold>
      )}
    </Panel>
  );
}
