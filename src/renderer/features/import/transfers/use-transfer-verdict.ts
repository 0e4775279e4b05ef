import { notifications } from '@mantine/notifications';
import { useCallback } from 'react';
import type { Failure } from '../../../../shared/errors/failure.ts';
import { useCommand } from '../../../rpc/use-command.ts';
import type { Verdict } from './transfer-rows.ts';

export interface TransferVerdict {
  give(verdict: Verdict): void;
  readonly busy: boolean;
  readonly failure: Failure | null;
}

const said = {
  same: 'The two rows are one move now: lots keep their dates and cost.',
  apart: 'The two rows stay apart now. It stands below, with the way to take it back.',
  back: 'What you said is forgotten: amounts and times decide again.',
} as const;

/** Two rows are one move, or they are not; or what was said of them is forgotten. */
export function useTransferVerdict(): TransferVerdict {
  const { run, busy, failure } = useCommand('transfers.decide');
  const give = useCallback(
    (verdict: Verdict): void => {
      void run(verdict).then((result) => {
        if (result?.ok === true)
          notifications.show({ message: said[verdict.verdict ?? 'back'], autoClose: 8000 });
      });
    },
    [run],
  );
  return { give, busy, failure };
}
