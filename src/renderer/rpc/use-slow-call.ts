import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useCallback, useState } from 'react';
import type { CallAnswer, CallInput, CallName } from '../../shared/contract/contract.ts';
import { askedOnce, callKey } from './call-keys.ts';
import { answerOf, cancelCall, newCallId, type CallFailed } from './client.ts';
import type { CallState } from './use-call.ts';
import type { TaskProgress } from '../../shared/progress-words.ts';
import { useProgress } from './use-task.ts';

export interface SlowCallState<Name extends CallName> {
  readonly call: CallState<Name>;
  readonly progress: TaskProgress | null;
  cancel(): void;
}

/**
 * The answer to a task that only reads (a preview): from the cache like a query, with progress like a task.
 * Leaving the screen or changing the input cancels what runs. With `renews`, a change of the facts has it worked out
 * again like any answer, and it waits for the screen to come back; without, it is asked once.
 */
export function useSlowCall<Name extends CallName>(
  name: Name,
  input: CallInput<Name>,
  enabled: boolean,
  { renews = false }: { readonly renews?: boolean } = {},
): SlowCallState<Name> {
  const client = useQueryClient();
  const [id, setId] = useState<string | null>(null);
  const call = useQuery<CallAnswer<Name>, CallFailed>({
    queryKey: callKey(name, input),
    queryFn: ({ signal }) => {
      const callId = newCallId();
      setId(callId);
      signal.addEventListener('abort', () => cancelCall(callId));
      return answerOf(name, input, callId);
    },
    enabled,
    ...(renews ? { gcTime: Infinity } : { meta: askedOnce }),
  });
  const progress = useProgress(call.isFetching ? id : null);
  const cancel = useCallback(() => {
    void client.cancelQueries({ queryKey: [name] });
  }, [client, name]);
  return { call, progress, cancel };
}
