/** What the list of transactions is narrowed to. Pure. */
import type { CallAnswer } from '../../../shared/contract/contract.ts';
import type { Page, PageFilter } from '../../rpc/use-pages.ts';

export type Transaction = CallAnswer<'holdings.transactions'>['rows'][number];

export interface TransactionFilter {
  readonly search: string;
  readonly kind: string | null;
  readonly asset: string | null;
  readonly account: string | null;
  /** "YYYY-MM-DD", both days included; '' is open. */
  readonly from: string;
  readonly to: string;
  readonly notCounted: boolean;
}

export const noTransactionFilter: TransactionFilter = {
  search: '',
  kind: null,
  asset: null,
  account: null,
  from: '',
  to: '',
  notCounted: false,
};

/** The filter as the core takes it: what is not chosen is not asked for. */
export function askedTransactions(filter: TransactionFilter): PageFilter<'holdings.transactions'> {
  const { search, kind, asset, account, from, to, notCounted } = filter;
  const words = search.trim();
  return {
    ...(words === '' ? {} : { search: words }),
    ...(kind === null ? {} : { kind }),
    ...(asset === null ? {} : { asset }),
    ...(account === null ? {} : { account }),
    ...(from === '' ? {} : { from }),
    ...(to === '' ? {} : { to }),
    ...(notCounted ? { notCounted } : {}),
  };
}

/** Why no row can match; null where some can. */
export function dayProblem({ from, to }: Pick<TransactionFilter, 'from' | 'to'>): string | null {
  return from !== '' && to !== '' && to < from ? 'This is before the first day' : null;
}

export function transactionPage({ total, rows }: CallAnswer<'holdings.transactions'>): Page<Transaction> {
  return { total, rows };
}
