import { Select, Stack, Text } from '@mantine/core';
import { IconReceipt } from '@tabler/icons-react';
import { useState, type ReactNode } from 'react';
import { useCall } from '../../rpc/use-call.ts';
import { DataTable } from '../../ui/data-table.tsx';
import { Sentence } from '../../ui/hide-amounts.tsx';
import { Issues } from '../../ui/issues.tsx';
import { MoneyText } from '../../ui/numbers.tsx';
import { Panel } from '../../ui/panel.tsx';
import { Answer, EmptyState } from '../../ui/states.tsx';
import { Term } from '../../ui/term.tsx';
import { disposalColumns } from './disposal-columns.tsx';
import { GainBars } from './gain-bars.tsx';
import { YearsTable } from './years-table.tsx';
import { gainsSentence, total, yearsNewestFirst, type Disposal, type Gains } from './view-model.ts';

/** What was sold in each year, and at what gain. */
export function GainsTab(): ReactNode {
  const call = useCall('holdings.gains', {});
  return (
    <Answer of={call} what="Adding up your gains">
      {(gains) =>
        gains.years.length === 0 ? (
          <EmptyState title="No gains yet" icon={<IconReceipt aria-hidden="true" />}>
            Nothing was sold, no futures were closed and no income came in. The first time, its year stands
            here.
          </EmptyState>
        ) : (
          <Years gains={gains} />
        )
      }
    </Answer>
  );
}

function Years({ gains }: { readonly gains: Gains }): ReactNode {
  const years = yearsNewestFirst(gains.years);
  const [year, setYear] = useState(years[0]?.year ?? 0);
  return (
    <Stack gap="lg">
      <Panel
        title="Gains by year"
        about="Before any tax; losses are negative. Choose a year to see its sales."
      >
        <Stack gap="lg">
          <YearsTable years={years} chosen={year} onChoose={setYear} />
          <Text size="sm">
            <Sentence>{gainsSentence(years, 'USD')}</Sentence>
          </Text>
          <GainBars years={years} />
        </Stack>
      </Panel>
      <Disposals year={year} years={years.map((each) => each.year)} onYear={setYear} />
      {gains.issues.length > 0 && (
        <Panel title="What may be wrong with these gains">
          <Issues issues={gains.issues} />
        </Panel>
      )}
    </Stack>
  );
}

interface DisposalsProps {
  readonly year: number;
  readonly years: readonly number[];
  onYear(year: number): void;
}

function Disposals({ year, years, onYear }: DisposalsProps): ReactNode {
  const call = useCall('holdings.gains', { year }, { keepPrevious: true });
  return (
    <Panel
      title={`Sales of ${year}`}
      about={
        <>
          Each <Term id="disposal" />, lot by lot.
        </>
      }
      aside={
        <Select
          aria-label="Year"
          data={years.map(String)}
          value={String(year)}
          onChange={(next) => next !== null && onYear(Number(next))}
          allowDeselect={false}
          w={110}
        />
      }
    >
      <Answer of={call} what={`Reading the sales of ${year}`}>
        {({ disposals }) =>
          disposals.length === 0 ? (
            <EmptyState title={`No coins were sold in ${year}`}>
              What that year’s figures hold comes from futures or income.
            </EmptyState>
          ) : (
            <DataTable
              label={`Sales of ${year}`}
              rows={disposals}
              rowKey={({ event, lot, acquired, quantity }) => [event, lot, acquired, quantity].join(' ')}
              columns={disposalColumns}
              footer={footerOf(disposals)}
            />
          )
        }
      </Answer>
    </Panel>
  );
}

function footerOf(disposals: readonly Disposal[]): ReactNode[] {
  const cells: Readonly<Record<string, ReactNode>> = {
    disposed: 'All',
    proceeds: <MoneyText value={total(disposals.map(({ proceeds }) => proceeds))} />,
    cost: <MoneyText value={total(disposals.map(({ costBasis }) => costBasis))} />,
    gain: <MoneyText value={total(disposals.map(({ gain }) => gain))} signed="gain" />,
  };
  return disposalColumns.map(({ key }) => cells[key] ?? null);
}
