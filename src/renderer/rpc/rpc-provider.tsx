import { QueryClient, QueryClientProvider, useQueryClient } from '@tanstack/react-query';
import { useEffect, useState, type ReactNode } from 'react';
import type { CallAnswer, Push } from '../../shared/contract/contract.ts';
import { callKey, isUnder, markStale } from './call-keys.ts';
import { onPush } from './client.ts';

/** Answers stay until something makes them stale: no timers, no retries, nothing on focus. */
function newQueryClient(): QueryClient {
  return new QueryClient({
    defaultOptions: {
      queries: { staleTime: Infinity, retry: false, refetchOnWindowFocus: false, networkMode: 'always' },
    },
  });
}

/** Locking leaves no figure behind in the page: everything but the lock's own answers is forgotten. */
export function forgetLedger(client: QueryClient): void {
  client.removeQueries({ predicate: (query) => !isUnder(query.queryKey, ['ledger.']) });
  client.setQueryData(callKey('ledger.status', {}), (status: CallAnswer<'ledger.status'> | undefined) =>
    status === undefined
      ? undefined
      : {
          ...status,
          state: 'locked' as const,
          path: null,
          name: null,
          sample: false,
          ledgerHash: null,
          pricesAsOf: null,
          pricesDay: null,
          events: 0,
        },
  );
}

export function RpcProvider({ children }: { readonly children: ReactNode }): ReactNode {
  const [client] = useState(newQueryClient);
  return (
    <QueryClientProvider client={client}>
      <Pushes />
      {children}
    </QueryClientProvider>
  );
}

function Pushes(): null {
  const client = useQueryClient();
  useEffect(
    () =>
      onPush((push: Push) => {
        if (push.type === 'stale') void markStale(client, push.prefixes);
        if (push.type === 'locked') {
          forgetLedger(client);
          void markStale(client, ['ledger.']);
        }
      }),
    [client],
  );
  return null;
}
