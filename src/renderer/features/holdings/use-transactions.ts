import { useQueries } from '@tanstack/react-query';
import { useCallback, useState } from 'react';
import type { CallAnswer, CallInput } from '../../../shared/contract/contract.ts';
import { callKey } from '../../rpc/call-keys.ts';
import { answerOf } from '../../rpc/client.ts';
import { useCall, type CallState } from '../../rpc/use-call.ts';
import { pagesFor, pageSize } from './transaction-pages.ts';

export type Transaction = CallAnswer<'holdings.transactions'>['rows'][number];
export type TransactionFilter = Pick<CallInput<'holdings.transactions'>, 'search' | 'kind' | 'asset'>;

export interface Transactions {
  /** The first page, which knows how many rows match. */
  readonly first: CallState<'holdings.transactions'>;
  readonly total: number;
  rowAt(index: number): Transaction | undefined;
  onVisible(first: number, last: number): void;
}

/** All rows that match, fetched page by page as they come into view. */
export function useTransactions(filter: TransactionFilter): Transactions {
  const [pages, setPages] = useState<readonly number[]>([]);
  const first = useCall(
    'holdings.transactions',
    { ...filter, offset: 0, limit: pageSize },
    { keepPrevious: true },
  );
  const others = useQueries({
    queries: pages.map((page) => {
      const input = { ...filter, offset: page * pageSize, limit: pageSize };
      return {
        queryKey: callKey('holdings.transactions', input),
        queryFn: () => answerOf('holdings.transactions', input),
      };
    }),
  });
  const onVisible = useCallback((from: number, to: number) => {
    setPages((now) => {
      const next = pagesFor(from, to);
      return next.length === now.length && next.every((page, index) => page === now[index]) ? now : next;
    });
  }, []);
  const rowAt = (index: number): Transaction | undefined => {
    const page = Math.floor(index / pageSize);
    const rows = page === 0 ? first.data?.rows : others[pages.indexOf(page)]?.data?.rows;
    return rows?.[index % pageSize];
  };
  return { first, total: first.data?.total ?? 0, rowAt, onVisible };
}
