import { SegmentedControl, Select, Stack, Text } from '@mantine/core';
import { IconStack2 } from '@tabler/icons-react';
import { useMemo, useState, type ReactNode } from 'react';
import type { CallAnswer } from '../../../shared/contract/contract.ts';
import { useCall } from '../../rpc/use-call.ts';
import { DataTable } from '../../ui/data-table.tsx';
import { Issues } from '../../ui/issues.tsx';
import { formatCount } from '../../ui/number-format.ts';
import { MoneyText } from '../../ui/numbers.tsx';
import { Panel } from '../../ui/panel.tsx';
import { Answer, EmptyState, NoMatch } from '../../ui/states.tsx';
import { Term } from '../../ui/term.tsx';
import { lotColumns } from './lot-columns.tsx';
import { assetsOf, byCountdown, filterLots, total, type LotFilter } from './view-model.ts';
import classes from './holdings.module.css';

/** Every open lot, the next to turn long-term first. */
export function LotsTab({ asset }: { readonly asset: string | null }): ReactNode {
  const call = useCall('holdings.lots', {});
  return (
    <Answer of={call} what="Reading your lots">
      {(answer) =>
        answer.lots.length === 0 ? (
          <EmptyState title="No open lots" icon={<IconStack2 aria-hidden="true" />}>
            Each purchase of a coin becomes a lot with its own date and cost. Once you hold coins, they stand
            here.
          </EmptyState>
        ) : (
          <Lots answer={answer} asset={asset} />
        )
      }
    </Answer>
  );
}

interface LotsProps {
  readonly answer: CallAnswer<'holdings.lots'>;
  readonly asset: string | null;
}

const everything: LotFilter = { asset: null, term: 'all' };

function Lots({ answer: { lots, method, issues }, asset }: LotsProps): ReactNode {
  const [filter, setFilter] = useState<LotFilter>({ ...everything, asset });
  const shown = useMemo(() => byCountdown(filterLots(lots, filter)), [lots, filter]);
  return (
    <Stack gap="lg">
      <Panel title="Lots" about={<MethodWords method={method} />}>
        <LotFilters filter={filter} setFilter={setFilter} assets={assetsOf(lots)} />
        {shown.length === 0 ? (
          <NoMatch what="lots like these" onClear={() => setFilter(everything)} />
        ) : (
          <DataTable
            label="Open lots"
            rows={shown}
            rowKey={({ lot, account }) => `${lot} ${account}`}
            columns={lotColumns}
            footer={footerOf(shown)}
          />
        )}
      </Panel>
      {issues.length > 0 && (
        <Panel title="What may be wrong with these lots">
          <Issues issues={issues} />
        </Panel>
      )}
    </Stack>
  );
}

function MethodWords({ method }: { readonly method: string }): ReactNode {
  return method === 'hifo' ? (
    <>
      A sale uses the lots that cost the most first: <Term id="hifo" />.
    </>
  ) : (
    <>
      A sale uses the oldest lots first: <Term id="fifo" />.
    </>
  );
}

interface LotFiltersProps {
  readonly filter: LotFilter;
  setFilter(filter: LotFilter): void;
  readonly assets: readonly string[];
}

function LotFilters({ filter, setFilter, assets }: LotFiltersProps): ReactNode {
  return (
    <div className={classes.filters}>
      <Select
        label="Asset"
        data={assets}
        value={filter.asset}
        onChange={(asset) => setFilter({ ...filter, asset })}
        placeholder="All assets"
        clearable
        searchable
        clearButtonProps={{ 'aria-label': 'All assets' }}
        w={180}
      />
      <SegmentedControl
        aria-label="Term"
        value={filter.term}
        onChange={(term) => setFilter({ ...filter, term: term as LotFilter['term'] })}
        data={[
          { value: 'all', label: 'All' },
          { value: 'short', label: 'Short-term' },
          { value: 'long', label: 'Long-term' },
        ]}
      />
    </div>
  );
}

function footerOf(
  lots: readonly { costBasis: string; value: string | null; gain: string | null }[],
): ReactNode[] {
  const cells: Readonly<Record<string, ReactNode>> = {
    asset: 'All',
    acquired: (
      <Text span size="sm">
        {formatCount(lots.length)} {lots.length === 1 ? 'lot' : 'lots'}
      </Text>
    ),
    cost: <MoneyText value={total(lots.map(({ costBasis }) => costBasis))} />,
    value: <MoneyText value={total(lots.map(({ value }) => value))} />,
    gain: <MoneyText value={total(lots.map(({ gain }) => gain))} signed="gain" />,
  };
  return lotColumns.map(({ key }) => cells[key] ?? null);
}
