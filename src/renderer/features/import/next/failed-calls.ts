import type { CallName } from '../../../../shared/contract/contract.ts';
import type { Failure } from '../../../../shared/errors/failure.ts';
import type { CallState } from '../../../rpc/use-call.ts';

/** What could not be looked at: each cause once, with all the calls that it stopped. Pure. */
export function failedCalls(
  calls: readonly CallState<CallName>[],
): readonly { readonly failure: Failure; readonly retry: () => void }[] {
  const failed = calls.filter(({ error }) => error !== null);
  return [...Map.groupBy(failed, ({ error }) => error?.message)].flatMap(([, same]) => {
    const failure = same[0]?.error?.failure;
    const retry = (): void => same.forEach((call) => void call.refetch());
    return failure === undefined ? [] : [{ failure, retry }];
  });
}
