import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useCallback } from 'react';

/**
 * What someone typed, kept while other screens are open: a plan that took a minute to find is not lost by a look at
 * another page. It lies beside the answers in memory, so locking the ledger forgets it with them.
 */
export function useKept<Value>(name: string, start: Value): readonly [Value, (value: Value) => void] {
  const client = useQueryClient();
  const key = `kept ${name}`;
  const { data } = useQuery<Value>({
    queryKey: [key],
    queryFn: () => start,
    initialData: start,
    staleTime: Infinity,
    gcTime: Infinity,
  });
  const keep = useCallback((value: Value) => client.setQueryData([key], () => value), [client, key]);
  return [data ?? start, keep];
}
