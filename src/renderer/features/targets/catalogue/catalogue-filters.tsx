import { Checkbox, Group, Select, TextInput } from '@mantine/core';
import { IconSearch } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import type { CatalogueFilter } from './view-model.ts';

export interface CatalogueFiltersProps {
  readonly filter: CatalogueFilter;
  setFilter(filter: CatalogueFilter): void;
  readonly underlyings: readonly string[];
  readonly venues: readonly string[];
}

/** All that narrows the catalogue, in one bar. */
export function CatalogueFilters({
  filter,
  setFilter,
  underlyings,
  venues,
}: CatalogueFiltersProps): ReactNode {
  const set = (part: Partial<CatalogueFilter>): void => setFilter({ ...filter, ...part });
  return (
    <Group role="search" aria-label="Contracts" align="flex-end" gap="md" mb="md">
      <TextInput
        label="Search"
        placeholder="MBT, micro bitcoin, XBT…"
        leftSection={<IconSearch size={16} aria-hidden="true" />}
        value={filter.search}
        onChange={(event) => set({ search: event.currentTarget.value })}
        w={240}
      />
      <Select
        label="Coin"
        placeholder="All"
        data={[...underlyings]}
        value={filter.underlying}
        onChange={(underlying) => set({ underlying })}
        searchable
        clearable
        clearButtonProps={{ 'aria-label': 'All coins' }}
        w={130}
      />
      <Select
        label="Venue"
        placeholder="All"
        data={[...venues]}
        value={filter.venue}
        onChange={(venue) => set({ venue })}
        searchable
        clearable
        clearButtonProps={{ 'aria-label': 'All venues' }}
        w={200}
      />
      <Select
        label="Kind"
        placeholder="Both"
        data={[
          { value: 'perpetual', label: 'Perpetual' },
          { value: 'dated', label: 'With an end' },
        ]}
        value={filter.kind}
        onChange={(kind) => set({ kind: kind as CatalogueFilter['kind'] })}
        clearable
        clearButtonProps={{ 'aria-label': 'Both kinds' }}
        w={140}
      />
      <Checkbox
        label="Open to US persons"
        checked={filter.usOnly}
        onChange={(event) => set({ usOnly: event.currentTarget.checked })}
        mb={8}
      />
      <Checkbox
        label="Mine"
        checked={filter.mine}
        onChange={(event) => set({ mine: event.currentTarget.checked })}
        mb={8}
      />
    </Group>
  );
}
