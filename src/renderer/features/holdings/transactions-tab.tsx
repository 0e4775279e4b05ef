import { Select, Text, TextInput } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { IconList, IconSearch } from '@tabler/icons-react';
import { useMemo, useState, type ReactNode } from 'react';
import { useCall } from '../../rpc/use-call.ts';
import { formatCount } from '../../ui/number-format.ts';
import { Panel } from '../../ui/panel.tsx';
import { Answer, EmptyState, NoMatch } from '../../ui/states.tsx';
import { VirtualTable } from '../../ui/virtual-table.tsx';
import { eventWords } from '../../ui/event-words.ts';
import { transactionColumns } from './transaction-columns.tsx';
import { useTransactions, type TransactionFilter } from './use-transactions.ts';
import classes from './holdings.module.css';

interface Filters {
  readonly search: string;
  readonly kind: string | null;
  readonly asset: string | null;
}

const none: Filters = { search: '', kind: null, asset: null };

/** Every row of every file, newest first as the core gives them. */
export function TransactionsTab({ asset }: { readonly asset: string | null }): ReactNode {
  const [filters, setFilters] = useState<Filters>({ ...none, asset });
  const [search] = useDebouncedValue(filters.search.trim(), 150);
  const { kind, asset: only } = filters;
  const filter = useMemo<TransactionFilter>(
    () => ({
      ...(search === '' ? {} : { search }),
      ...(kind === null ? {} : { kind }),
      ...(only === null ? {} : { asset: only }),
    }),
    [search, kind, only],
  );
  const rows = useTransactions(filter);
  const filtered = Object.keys(filter).length > 0;
  return (
    <Panel
      title="Transactions"
      about="Every row of your files, as imported. Rows that repeat another file’s row are kept but not counted."
      aside={
        rows.first.data !== undefined && (
          <Text size="sm" c="dimmed" role="status">
            {formatCount(rows.total)} {rows.total === 1 ? 'row' : 'rows'}
            {filtered && ' match'}
          </Text>
        )
      }
    >
      <FilterBar filters={filters} setFilters={setFilters} />
      <Answer of={rows.first} what="Reading your transactions">
        {({ total }) =>
          total > 0 ? (
            <VirtualTable
              key={JSON.stringify(filter)}
              label="Transactions"
              count={total}
              rowAt={rows.rowAt}
              rowKey={({ event }) => event}
              columns={transactionColumns}
              onVisible={rows.onVisible}
              maxHeight={640}
            />
          ) : filtered ? (
            <NoMatch what="transactions like these" onClear={() => setFilters(none)} />
          ) : (
            <EmptyState title="No transactions yet" icon={<IconList aria-hidden="true" />}>
              Import an export of your exchange and each of its rows stands here.
            </EmptyState>
          )
        }
      </Answer>
    </Panel>
  );
}

interface FilterBarProps {
  readonly filters: Filters;
  setFilters(filters: Filters): void;
}

const kinds = Object.entries(eventWords).map(([value, label]) => ({ value, label }));

function FilterBar({ filters, setFilters }: FilterBarProps): ReactNode {
  const holdings = useCall('holdings.read', {});
  const assets = holdings.data?.holdings.map(({ asset }) => asset) ?? [];
  return (
    <div className={classes.filters}>
      <TextInput
        label="Search"
        placeholder="File, note, asset, id…"
        leftSection={<IconSearch size={16} aria-hidden="true" />}
        value={filters.search}
        onChange={(event) => setFilters({ ...filters, search: event.currentTarget.value })}
        w={280}
      />
      <Select
        label="Kind"
        placeholder="All kinds"
        data={kinds}
        value={filters.kind}
        onChange={(kind) => setFilters({ ...filters, kind })}
        clearable
        searchable
        clearButtonProps={{ 'aria-label': 'All kinds' }}
        w={200}
      />
      <Select
        label="Asset"
        placeholder="All assets"
        data={assets}
        value={filters.asset}
        onChange={(asset) => setFilters({ ...filters, asset })}
        clearable
        searchable
        clearButtonProps={{ 'aria-label': 'All assets' }}
        w={160}
      />
    </div>
  );
}
