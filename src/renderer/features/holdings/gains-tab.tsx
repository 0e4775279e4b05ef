import { Stack, Text } from '@mantine/core';
import { IconReceipt } from '@tabler/icons-react';
import { useState, type ReactNode } from 'react';
import { useCall } from '../../rpc/use-call.ts';
import { Sentence } from '../../ui/hide-amounts.tsx';
import { Issues } from '../../ui/issues.tsx';
import { Panel } from '../../ui/panel.tsx';
import { Answer, EmptyState } from '../../ui/states.tsx';
import { GainBars } from './gain-bars.tsx';
import { SalesPanel } from './sales-panel.tsx';
import { YearsTable } from './years-table.tsx';
import { gainsSentence, yearsNewestFirst, type Gains } from './view-model.ts';

/** What was sold in each year, and at what gain. */
export function GainsTab({ asset }: { readonly asset: string | null }): ReactNode {
  // The years come with every answer; of the sales, which are asked for below, one is the least.
  const call = useCall('holdings.gains', { limit: 1 });
  return (
    <Answer of={call} what="Adding up your gains">
      {(gains) =>
        gains.years.length === 0 ? (
          <EmptyState title="No gains yet" icon={<IconReceipt aria-hidden="true" />}>
            Nothing was sold, no futures were closed and no income came in. The first time, its year stands
            here.
          </EmptyState>
        ) : (
          <Years gains={gains} asset={asset} />
        )
      }
    </Answer>
  );
}

function Years({ gains, asset }: { readonly gains: Gains; readonly asset: string | null }): ReactNode {
  const years = yearsNewestFirst(gains.years);
  const [year, setYear] = useState(years[0]?.year ?? 0);
  return (
    <Stack gap="lg">
      <Panel
        title="Gains by year"
        about="Before any tax; losses are negative. Choose a year to see its sales; choose a figure to see how it was computed."
      >
        <Stack gap="lg">
          <YearsTable years={years} chosen={year} onChoose={setYear} />
          <Text size="sm">
            <Sentence>{gainsSentence(years, 'USD')}</Sentence>
          </Text>
          <GainBars years={years} />
        </Stack>
      </Panel>
      <SalesPanel year={year} years={years.map((each) => each.year)} onYear={setYear} asset={asset} />
      {gains.issues.length > 0 && (
        <Panel title="What may be wrong with these gains">
          <Issues issues={gains.issues} />
        </Panel>
      )}
    </Stack>
  );
}
