import { useQueries, useQueryClient } from '@tanstack/react-query';
import { callKey } from '../../rpc/call-keys.ts';
import { answerOf, CallFailed } from '../../rpc/client.ts';
import type { Failure } from '../../../shared/errors/failure.ts';
import type { Effect, Effects } from './view-model.ts';

export interface EffectState {
  readonly effect: Effect | null;
  readonly failure: Failure | null;
  readonly pending: boolean;
}

export interface EffectsState {
  readonly of: Readonly<Record<string, EffectState>>;
  /** What holds for all of them: the years looked at and the tax as it is; null until the first came. */
  readonly all: Effects | null;
  readonly done: number;
  readonly count: number;
}

/**
 * What each choice would change, one after the other in the background: whatever else is asked of the core meanwhile
 * does not wait for all of them.
 */
export function useEffects(ids: readonly string[]): EffectsState {
  const client = useQueryClient();
  const keys = ids.map((id) => callKey('elections.effects', { ids: [id] }));
  const settled = keys.findIndex((key) => {
    const state = client.getQueryState(key);
    return state === undefined || state.status === 'pending' || state.isInvalidated;
  });
  const upTo = settled === -1 ? ids.length : settled;
  const answers = useQueries({
    queries: ids.map((id, index) => ({
      queryKey: callKey('elections.effects', { ids: [id] }),
      queryFn: () => answerOf('elections.effects', { ids: [id] }),
      enabled: index <= upTo,
    })),
  });
  const of: Record<string, EffectState> = {};
  ids.forEach((id, index) => {
    const answer = answers[index];
    const error: unknown = answer?.error;
    of[id] = {
      effect: answer?.data?.elections.find((each) => each.id === id) ?? null,
      failure: error instanceof CallFailed ? error.failure : null,
      pending: answer?.isFetching === true || (answer?.isPending ?? true),
    };
  });
  return {
    of,
    all: answers.find(({ data }) => data !== undefined)?.data ?? null,
    done: Object.values(of).filter(({ pending }) => !pending).length,
    count: ids.length,
  };
}
