import { useQueryClient } from '@tanstack/react-query';
import { useCallback, useState } from 'react';

/**
 * What someone typed or chose, kept while other screens are open: a plan that took a minute to find is not lost by a look
 * at another page. A copy lies beside the answers in memory, so locking the ledger forgets it with them.
 */
export function useKept<Value>(name: string, start: Value): readonly [Value, (value: Value) => void] {
  const client = useQueryClient();
  const key = `kept ${name}`;
  // Of its own besides: the cache tells of changes a moment later, too late for a field that is being typed in.
  const [value, setValue] = useState<Value>(() => client.getQueryData<Value>([key]) ?? start);
  const keep = useCallback(
    (next: Value) => {
      setValue(next);
      client.setQueryDefaults([key], { gcTime: Infinity });
      client.setQueryData([key], () => next);
    },
    [client, key],
  );
  return [value, keep];
}
