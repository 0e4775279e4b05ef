import { useQueryClient } from '@tanstack/react-query';
import { useCallback, useRef, useState } from 'react';
import type { CallInput, CallName, CallResult } from '../../shared/contract/contract.ts';
import type { Failure } from '../../shared/errors/failure.ts';
import { markStaleAfter } from './call-keys.ts';
import { callCore, newCallId } from './client.ts';

export interface CommandState<Name extends CallName> {
  /** Runs once at a time: a second run while one is under way (a double click) gives null. */
  run(input: CallInput<Name>): Promise<CallResult<Name> | null>;
  readonly busy: boolean;
  /** Why the last run did not succeed; null while busy and after a success. */
  readonly failure: Failure | null;
  reset(): void;
  /** The id of the run under way. */
  readonly id: string | null;
}

/** A change. After a success, everything that the contract names as stale is fetched again. */
export function useCommand<Name extends CallName>(name: Name): CommandState<Name> {
  const client = useQueryClient();
  const running = useRef<string | null>(null);
  const [id, setId] = useState<string | null>(null);
  const [failure, setFailure] = useState<Failure | null>(null);

  const run = useCallback(
    async (input: CallInput<Name>): Promise<CallResult<Name> | null> => {
      if (running.current !== null) return null;
      const callId = newCallId();
      running.current = callId;
      setId(callId);
      setFailure(null);
      const result: CallResult<Name> = await callCore(name, input, callId);
      if (result.ok) void markStaleAfter(client, name);
      else setFailure(result.failure);
      running.current = null;
      setId(null);
      return result;
    },
    [client, name],
  );
  const reset = useCallback(() => setFailure(null), []);

  return { run, busy: id !== null, failure, reset, id };
}
