import { notifications } from '@mantine/notifications';
import { useCallback } from 'react';
import type { CallAnswer } from '../../../../shared/contract/contract.ts';
import type { Failure } from '../../../../shared/errors/failure.ts';
import { useCommand } from '../../../rpc/use-command.ts';

export type ReviewRow = CallAnswer<'imports.review'>['rows'][number];
export type ReviewChoice = ReviewRow['choices'][number];

interface Classify {
  say(event: string, choice: ReviewChoice): void;
  readonly busy: boolean;
  readonly failure: Failure | null;
}

/** Says what a row is. It becomes an import of its own, so that the list of imports takes it back. */
export function useClassify(): Classify {
  const { run, busy, failure } = useCommand('imports.classify');
  const say = useCallback(
    (event: string, { kind, reason, words }: ReviewChoice): void => {
      void run({ event, kind, ...(reason === null ? {} : { reason }) }).then((result) => {
        if (result?.ok !== true) return;
        notifications.show({
          title: 'The row is named',
          message: `${words}. It stands under "Imported so far", where Undo takes it back.`,
          autoClose: 10_000,
        });
      });
    },
    [run],
  );
  return { say, busy, failure };
}
