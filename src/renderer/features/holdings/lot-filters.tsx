import { SegmentedControl, Select } from '@mantine/core';
import type { ReactNode } from 'react';
import type { LotFilter } from './view-model.ts';
import classes from './holdings.module.css';

export interface AccountName {
  readonly account: string;
  readonly accountName: string;
}

export interface AssetSelectProps {
  readonly assets: readonly string[];
  readonly value: string | null;
  onChange(asset: string | null): void;
}

export function AssetSelect({ assets, value, onChange }: AssetSelectProps): ReactNode {
  return (
    <Select
      label="Asset"
      data={assets}
      value={value}
      onChange={onChange}
      placeholder="All assets"
      clearable
      searchable
      clearButtonProps={{ 'aria-label': 'All assets' }}
      w={150}
    />
  );
}

export interface AccountSelectProps {
  readonly accounts: readonly AccountName[];
  readonly value: string | null;
  onChange(account: string | null): void;
}

export function AccountSelect({ accounts, value, onChange }: AccountSelectProps): ReactNode {
  return (
    <Select
      label="Account"
      data={accounts.map(({ account, accountName }) => ({ value: account, label: accountName }))}
      value={value}
      onChange={onChange}
      placeholder="All accounts"
      clearable
      searchable
      clearButtonProps={{ 'aria-label': 'All accounts' }}
      w={190}
    />
  );
}

export interface LotFiltersProps {
  readonly filter: LotFilter;
  setFilter(filter: LotFilter): void;
  readonly assets: readonly string[];
  readonly accounts: readonly AccountName[];
  /** Without it, lots of both terms are shown anyway. */
  readonly terms?: boolean;
  readonly children?: ReactNode;
}

/** Asset, account and term, in one bar. */
export function LotFilters(props: LotFiltersProps): ReactNode {
  const { filter, setFilter, assets, accounts, terms = true, children } = props;
  return (
    <div className={classes.filters}>
      <AssetSelect
        assets={assets}
        value={filter.asset}
        onChange={(asset) => setFilter({ ...filter, asset })}
      />
      <AccountSelect
        accounts={accounts}
        value={filter.account}
        onChange={(account) => setFilter({ ...filter, account })}
      />
      {terms && (
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
      )}
      {children}
    </div>
  );
}
