import { notifications } from '@mantine/notifications';
import { useCallback } from 'react';
import type { CallAnswer, CallInput } from '../../../../shared/contract/contract.ts';
import type { Failure } from '../../../../shared/errors/failure.ts';
import { useCommand } from '../../../rpc/use-command.ts';

export type ReviewRow = CallAnswer<'imports.review'>['rows'][number];
export type ReviewChoice = ReviewRow['choices'][number];
/** What some choices ask besides: the other rows of a trade, or the money that was paid. */
export type ReviewMore = Pick<CallInput<'imports.classify'>, 'others' | 'money'>;

export interface Classify {
  /** Out: whether it was taken. */
  say(event: string, choice: ReviewChoice, more?: ReviewMore): Promise<boolean>;
  readonly busy: boolean;
  readonly failure: Failure | null;
  reset(): void;
}

/** Says what a row is. It becomes an import of its own, so that the list of imports takes it back. */
export function useClassify(): Classify {
  const { run, busy, failure, reset } = useCommand('imports.classify');
  const say = useCallback(
    async (event: string, { kind, reason, words }: ReviewChoice, more: ReviewMore = {}): Promise<boolean> => {
      const result = await run({ event, kind, ...(reason === null ? {} : { reason }), ...more });
      if (result?.ok !== true) return false;
      notifications.show({
        title: 'The row is named',
        message: `${words}. It stands under "Imported so far", where Undo takes it back.`,
        autoClose: 10_000,
      });
      return true;
    },
    [run],
  );
  return { say, busy, failure, reset };
}
