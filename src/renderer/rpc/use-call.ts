import { keepPreviousData, useQuery, type UseQueryResult } from '@tanstack/react-query';
import type { CallAnswer, CallInput, CallName } from '../../shared/contract/contract.ts';
import { callKey } from './call-keys.ts';
import { answerOf, type CallFailed } from './client.ts';

export interface CallOptions {
  /** False: wait, for example until the form holds a whole input. */
  readonly enabled?: boolean;
  /** While a new input loads, keep showing the answer to the last one (typing in a what-if, paging a table). */
  readonly keepPrevious?: boolean;
}

export type CallState<Name extends CallName> = UseQueryResult<CallAnswer<Name>, CallFailed>;

/** The answer to a query, from the cache or the core. It stays until a command makes it stale. */
export function useCall<Name extends CallName>(
  name: Name,
  input: CallInput<Name>,
  { enabled = true, keepPrevious = false }: CallOptions = {},
): CallState<Name> {
  return useQuery<CallAnswer<Name>, CallFailed>({
    queryKey: callKey(name, input),
    queryFn: () => answerOf(name, input),
    enabled,
    ...(keepPrevious ? { placeholderData: keepPreviousData } : {}),
  });
}
