import { Text } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { IconList } from '@tabler/icons-react';
import { useMemo, useState, type ReactNode } from 'react';
import { allRows } from '../../rpc/all-rows.ts';
import { usePages } from '../../rpc/use-pages.ts';
import { CopyRows } from '../../ui/copy-rows.tsx';
import { formatCount } from '../../ui/number-format.ts';
import { PagedTable } from '../../ui/paged-table.tsx';
import { Panel } from '../../ui/panel.tsx';
import { Answer, EmptyState, NoMatch } from '../../ui/states.tsx';
import { copiedTransactions } from './copied-columns.ts';
import type { AccountName } from './lot-filters.tsx';
import { transactionColumns } from './transaction-columns.tsx';
import {
  askedTransactions,
  noTransactionFilter,
  transactionPage,
  type TransactionFilter,
} from './transaction-filter.ts';
import { TransactionFilters } from './transaction-filters.tsx';

/** Every row of every file, newest first as the core gives them. */
export function TransactionsTab({ asset }: { readonly asset: string | null }): ReactNode {
  const [filter, setFilter] = useState<TransactionFilter>({ ...noTransactionFilter, asset });
  const [search] = useDebouncedValue(filter.search, 150);
  const asked = askedTransactions({ ...filter, search });
  const pages = usePages('holdings.transactions', asked, transactionPage);
  const accounts = pages.first.data?.accounts;
  const nameOf = useMemo(() => nameIn(accounts ?? []), [accounts]);
  const columns = useMemo(() => transactionColumns(nameOf), [nameOf]);
  const filtered = Object.keys(asked).length > 0;
  return (
    <Panel
      title="Transactions"
      about="Every row of your files, as imported. Rows that repeat another file’s row are kept but not counted."
      aside={
        pages.first.data !== undefined && (
          <Text size="sm" c="dimmed" role="status" style={{ whiteSpace: 'nowrap' }}>
            {formatCount(pages.total)} {pages.total === 1 ? 'row' : 'rows'}
            {filtered && ' match'}
          </Text>
        )
      }
    >
      <TransactionFilters
        filter={filter}
        setFilter={setFilter}
        assets={pages.first.data?.assets ?? []}
        accounts={accounts ?? []}
      />
      <Answer of={pages.first} what="Reading your transactions">
        {({ total }) =>
          total > 0 ? (
            <>
              <PagedTable
                label="Transactions"
                pages={pages}
                rowKey={({ event }) => event}
                columns={columns}
                of={JSON.stringify(asked)}
              />
              <CopyRows
                count={total}
                columns={copiedTransactions(nameOf)}
                rows={() => allRows('holdings.transactions', asked, transactionPage)}
              />
            </>
          ) : filtered ? (
            <NoMatch what="transactions like these" onClear={() => setFilter(noTransactionFilter)} />
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

/** The name of an account by its id; the id where the core names none. */
function nameIn(accounts: readonly AccountName[]): (account: string) => string {
  const names = new Map(accounts.map(({ account, accountName }) => [account, accountName]));
  return (account) => names.get(account) ?? account;
}
