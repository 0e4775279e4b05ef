import { notifications } from '@mantine/notifications';
import { useCallback } from 'react';
import type { CallInput } from '../../../../shared/contract/contract.ts';
import type { Failure } from '../../../../shared/errors/failure.ts';
import { useCommand } from '../../../rpc/use-command.ts';
import { formatCount } from '../../../ui/number-format.ts';

export type RowDecision = CallInput<'imports.decide'>['decisions'][number];

interface DecideRows {
  decide(decisions: readonly RowDecision[]): void;
  readonly busy: boolean;
  readonly failure: Failure | null;
}

/** Counts rows against the rules, or by them again. The list of decisions takes each back. */
export function useDecideRows(): DecideRows {
  const { run, busy, failure } = useCommand('imports.decide');
  const decide = useCallback(
    (decisions: readonly RowDecision[]): void => {
      void run({ decisions: [...decisions] }).then((result) => {
        if (result?.ok !== true) return;
        notifications.show({
          title: decisions.length === 1 ? 'One row decided' : `${formatCount(decisions.length)} rows decided`,
          message:
            'Remembered, whatever files the rows come in. "Decided by hand" on the Import screen lists them.',
          autoClose: 10_000,
        });
      });
    },
    [run],
  );
  return { decide, busy, failure };
}
