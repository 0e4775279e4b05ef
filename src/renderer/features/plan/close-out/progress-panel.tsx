import { Stack, Text } from '@mantine/core';
import type { ReactNode } from 'react';
import { useCall } from '../../../rpc/use-call.ts';
import { DataTable } from '../../../ui/data-table.tsx';
import { Sentence } from '../../../ui/hide-amounts.tsx';
import { Issues } from '../../../ui/issues.tsx';
import { DateText, MoneyText } from '../../../ui/numbers.tsx';
import { Panel } from '../../../ui/panel.tsx';
import { Answer } from '../../../ui/states.tsx';
import type { Column } from '../../../ui/table-model.ts';
import { SentenceList } from '../exit/sentence-list.tsx';
import { ReplanPanel } from './replan-panel.tsx';
import type { ExitPlanKept, Progress } from './sheet-model.ts';
import { StepsPanel } from './steps-panel.tsx';

/** What was planned, what came in, and what that does to the tax. */
export function ProgressPanel({ plan }: { readonly plan: ExitPlanKept }): ReactNode {
  const call = useCall('exit.progress', { plan: plan.id });
  return (
    <Answer of={call} what="Comparing the plan with what came in">
      {(progress) => (
        <Stack gap="lg">
          <Panel title="How it stands">
            <Text>
              <Sentence>{progress.sentence}</Sentence>
            </Text>
            <SentenceList sentences={progress.deviations} />
          </Panel>
          <StepsPanel plan={plan} steps={progress.steps} title="All steps" />
          {progress.years.length > 0 && (
            <Panel title="Tax: planned and now" about="Now: with what came in, and the rest as planned.">
              <DataTable
                label="Tax, planned and now"
                rows={progress.years}
                rowKey={({ year }) => String(year)}
                columns={yearColumns(plan.currency)}
              />
            </Panel>
          )}
          {progress.outside.length > 0 && <Outside progress={progress} />}
          {progress.issues.length > 0 && <Issues issues={progress.issues} />}
          <ReplanPanel plan={plan} />
        </Stack>
      )}
    </Answer>
  );
}

function yearColumns(currency: string): readonly Column<Progress['years'][number]>[] {
  return [
    { key: 'year', header: 'Year', cell: ({ year }) => year },
    {
      key: 'planned',
      header: 'When it was saved',
      align: 'right',
      cell: ({ planned }) => <MoneyText value={planned} currency={currency} />,
    },
    {
      key: 'now',
      header: 'Now',
      align: 'right',
      cell: ({ now }) => <MoneyText value={now} currency={currency} />,
    },
    {
      key: 'difference',
      header: 'Difference',
      align: 'right',
      cell: ({ difference }) => <MoneyText value={difference} currency={currency} signed="plain" />,
    },
  ];
}

function Outside({ progress }: { readonly progress: Progress }): ReactNode {
  return (
    <Panel
      title="Trades that belong to no step"
      about="Of the plan’s coins and contracts, since it was saved."
    >
      <DataTable
        label="Trades that belong to no step"
        rows={progress.outside}
        rowKey={({ event }) => event}
        columns={[
          { key: 'date', header: 'Day', width: '120px', cell: ({ date }) => <DateText value={date} /> },
          { key: 'what', header: 'Trade', cell: ({ words }) => <Sentence>{words}</Sentence> },
          { key: 'where', header: 'From', cell: ({ file, line }) => `${file}, line ${line}` },
        ]}
      />
    </Panel>
  );
}
