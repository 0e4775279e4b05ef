import { Button, Select, Text } from '@mantine/core';
import { useState, type ReactNode } from 'react';
import { allRows } from '../../rpc/all-rows.ts';
import { useCall } from '../../rpc/use-call.ts';
import { usePages } from '../../rpc/use-pages.ts';
import { AssumedCost } from '../../ui/assumed-cost.tsx';
import { CopyRows } from '../../ui/copy-rows.tsx';
import { useNavigation } from '../../ui/navigation.tsx';
import { formatCount, signOf } from '../../ui/number-format.ts';
import { MoneyText } from '../../ui/numbers.tsx';
import { PagedTable } from '../../ui/paged-table.tsx';
import { Panel } from '../../ui/panel.tsx';
import { Answer, EmptyState, NoMatch } from '../../ui/states.tsx';
import { Term } from '../../ui/term.tsx';
import { copiedDisposals } from './copied-columns.ts';
import { disposalColumns } from './disposal-columns.tsx';
import { LotFilters } from './lot-filters.tsx';
import { Small } from './small.tsx';
import { askedOf, disposalPage, isFiltered, noFilter, type Gains, type LotFilter } from './view-model.ts';

export interface SalesPanelProps {
  readonly year: number;
  readonly years: readonly number[];
  onYear(year: number): void;
  readonly asset: string | null;
}

/** The disposals of a year, lot by lot. */
export function SalesPanel({ year, years, onYear, asset }: SalesPanelProps): ReactNode {
  const [filter, setFilter] = useState<LotFilter>({ ...noFilter, asset });
  const asked = { year, ...askedOf(filter) };
  const pages = usePages('holdings.gains', asked, disposalPage);
  const filtered = isFiltered(filter);
  return (
    <Panel
      title={`Sales of ${year}`}
      about={
        <>
          Each <Term id="disposal" />, lot by lot, and why just this lot was used.
        </>
      }
      aside={<CompareButton year={year} />}
    >
      <Filters year={year} years={years} onYear={onYear} filter={filter} setFilter={setFilter} />
      <Answer of={pages.first} what={`Reading the sales of ${year}`}>
        {(answer) =>
          answer.total > 0 ? (
            <>
              <PagedTable
                label={`Sales of ${year}`}
                pages={pages}
                rowKey={({ explain, event, lot }) => [explain, event, lot].join(' ')}
                columns={disposalColumns}
                of={JSON.stringify([year, filter])}
                footer={footerOf(answer)}
              />
              <CopyRows
                count={answer.total}
                columns={copiedDisposals}
                rows={() => allRows('holdings.gains', asked, disposalPage)}
              />
            </>
          ) : filtered ? (
            <NoMatch what={`sales of ${year} like these`} onClear={() => setFilter(noFilter)} />
          ) : (
            <EmptyState title={`No coins were sold in ${year}`}>
              What that year’s figures hold comes from futures or income.
            </EmptyState>
          )
        }
      </Answer>
    </Panel>
  );
}

function CompareButton({ year }: { readonly year: number }): ReactNode {
  const { go } = useNavigation();
  return (
    <Button
      variant="default"
      onClick={() => go('holdings', { tab: 'methods', year: String(year) })}
      style={{ flexShrink: 0 }}
    >
      What another method would give
    </Button>
  );
}

interface FiltersProps extends Omit<SalesPanelProps, 'asset'> {
  readonly filter: LotFilter;
  setFilter(filter: LotFilter): void;
}

function Filters({ year, years, onYear, filter, setFilter }: FiltersProps): ReactNode {
  // The names come with every answer; of the sales, one is the least that can be asked for.
  const { data } = useCall('holdings.gains', { limit: 1 });
  return (
    <LotFilters
      filter={filter}
      setFilter={setFilter}
      assets={data?.assets ?? []}
      accounts={data?.accounts ?? []}
    >
      <Select
        label="Year"
        data={years.map(String)}
        value={String(year)}
        onChange={(next) => next !== null && onYear(Number(next))}
        allowDeselect={false}
        w={100}
      />
    </LotFilters>
  );
}

function footerOf({ total, sums }: Gains): ReactNode[] {
  const cells: Readonly<Record<string, ReactNode>> = {
    disposed: 'All',
    quantity: (
      <Text span size="sm" fw={600}>
        {formatCount(total)} {total === 1 ? 'part' : 'parts'}
      </Text>
    ),
    proceeds: (
      <>
        <MoneyText value={sums.proceeds} />
        {signOf(sums.atCost) !== 'flat' && (
          <Small>
            of it <MoneyText value={sums.atCost} /> at cost: gifts, donations, losses
          </Small>
        )}
      </>
    ),
    cost: (
      <>
        <MoneyText value={sums.costBasis} />
        {sums.basisUnknown && (
          <div>
            <AssumedCost />
          </div>
        )}
      </>
    ),
    gain: <MoneyText value={sums.gain} signed="gain" />,
  };
  return disposalColumns.map(({ key }) => cells[key] ?? null);
}
