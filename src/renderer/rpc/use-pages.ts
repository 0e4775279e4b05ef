import { useQueries } from '@tanstack/react-query';
import { useCallback, useState } from 'react';
import type { CallAnswer, CallInput } from '../../shared/contract/contract.ts';
import { callKey } from './call-keys.ts';
import { answerOf } from './client.ts';
import { pagesFor, pageSize } from './pages.ts';
import { useCall, type CallState } from './use-call.ts';

/** The calls that take `offset` and `limit` and say how many rows match. */
export type PagedCall =
  | 'holdings.lots'
  | 'holdings.gains'
  | 'holdings.transactions'
  | 'reports.preview'
  | 'imports.review';

/** What is asked for, whatever the page. */
export type PageFilter<Name extends PagedCall> = Omit<CallInput<Name>, 'offset' | 'limit'>;

export interface Page<Row> {
  readonly total: number;
  readonly rows: readonly Row[];
}

export interface Pages<Name extends PagedCall, Row> {
  /** The first page, which also has what belongs to all that match: sums, names for filters. */
  readonly first: CallState<Name>;
  readonly total: number;
  /** All rows that match, where they fit on one page: those can be sorted. Else null. */
  readonly whole: readonly Row[] | null;
  rowAt(index: number): Row | undefined;
  onVisible(first: number, last: number): void;
}

interface InView {
  readonly of: string;
  readonly pages: readonly number[];
}

const none: readonly number[] = [];

function isSame(a: InView, b: InView): boolean {
  return a.of === b.of && a.pages.join() === b.pages.join();
}

/** All rows that match, fetched page by page as they come into view. `read` finds the page in an answer. */
export function usePages<Name extends PagedCall, Row>(
  name: Name,
  filter: PageFilter<Name>,
  read: (answer: CallAnswer<Name>) => Page<Row>,
): Pages<Name, Row> {
  // Pages that were in view belong to what was asked for then.
  const of = JSON.stringify(filter);
  const [inView, setInView] = useState<InView>({ of, pages: [] });
  const pages = inView.of === of ? inView.pages : none;
  const inputOf = (page: number): CallInput<Name> =>
    ({ ...filter, offset: page * pageSize, limit: pageSize }) as unknown as CallInput<Name>;
  const first = useCall(name, inputOf(0), { keepPrevious: true });
  const others = useQueries({
    queries: pages.map((page) => {
      const input = inputOf(page);
      return { queryKey: callKey(name, input), queryFn: () => answerOf(name, input) };
    }),
  });
  const onVisible = useCallback(
    (from: number, to: number) => {
      const next = { of, pages: pagesFor(from, to) };
      setInView((now) => (isSame(now, next) ? now : next));
    },
    [of],
  );

  const firstPage = first.data === undefined ? null : read(first.data);
  const rowAt = (index: number): Row | undefined => {
    const page = Math.floor(index / pageSize);
    if (page === 0) return firstPage?.rows[index];
    const answer = others[pages.indexOf(page)]?.data;
    return answer === undefined ? undefined : read(answer).rows[index % pageSize];
  };
  const total = firstPage?.total ?? 0;
  const whole = firstPage !== null && total <= pageSize ? firstPage.rows : null;
  return { first, total, whole, rowAt, onVisible };
}
