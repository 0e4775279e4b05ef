import { Checkbox, Select, TextInput } from '@mantine/core';
import { IconSearch } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { eventWords } from '../../ui/event-words.ts';
import { AccountSelect, AssetSelect, type AccountName } from './lot-filters.tsx';
import { dayProblem, type TransactionFilter } from './transaction-filter.ts';
import classes from './holdings.module.css';

export interface TransactionFiltersProps {
  readonly filter: TransactionFilter;
  setFilter(filter: TransactionFilter): void;
  readonly assets: readonly string[];
  readonly accounts: readonly AccountName[];
}

const kinds = Object.entries(eventWords).map(([value, label]) => ({ value, label }));

/** All that narrows the list, in one bar. */
export function TransactionFilters(props: TransactionFiltersProps): ReactNode {
  const { filter, setFilter, assets, accounts } = props;
  const set = (part: Partial<TransactionFilter>): void => setFilter({ ...filter, ...part });
  return (
    <div className={classes.filters} role="search" aria-label="Transactions">
      <TextInput
        label="Search"
        placeholder="File, note, asset, id…"
        leftSection={<IconSearch size={16} aria-hidden="true" />}
        value={filter.search}
        onChange={(event) => set({ search: event.currentTarget.value })}
        w={220}
      />
      <Select
        label="Kind"
        placeholder="All kinds"
        data={kinds}
        value={filter.kind}
        onChange={(kind) => set({ kind })}
        clearable
        searchable
        clearButtonProps={{ 'aria-label': 'All kinds' }}
        w={170}
      />
      <AssetSelect assets={assets} value={filter.asset} onChange={(asset) => set({ asset })} />
      <AccountSelect accounts={accounts} value={filter.account} onChange={(account) => set({ account })} />
      <TextInput
        type="date"
        label="From day"
        value={filter.from}
        onChange={(event) => set({ from: event.currentTarget.value })}
        w={150}
      />
      <TextInput
        type="date"
        label="To day"
        value={filter.to}
        {...(filter.from === '' ? {} : { min: filter.from })}
        error={dayProblem(filter)}
        onChange={(event) => set({ to: event.currentTarget.value })}
        w={150}
      />
      <Checkbox
        label="Only rows not counted"
        checked={filter.notCounted}
        onChange={(event) => set({ notCounted: event.currentTarget.checked })}
        className={classes.filterCheck}
      />
    </div>
  );
}
