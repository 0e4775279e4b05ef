import { notifications } from '@mantine/notifications';
import { useCallback } from 'react';
import type { Failure } from '../../../shared/errors/failure.ts';
import { useCommand } from '../../rpc/use-command.ts';
import { formatCount } from '../../ui/number-format.ts';

interface UndoBatches {
  /** True when all of them are gone. Stops at the first that fails. */
  undo(batches: readonly string[]): Promise<boolean>;
  readonly busy: boolean;
  readonly failure: Failure | null;
}

/** A row that two files state stays with the other one. Undo needs no "are you sure": importing the file again brings everything back. */
export function useUndoBatches(): UndoBatches {
  const { run, busy, failure } = useCommand('imports.undo');
  const undo = useCallback(
    async (batches: readonly string[]) => {
      let removed = 0;
      for (const batch of batches) {
        const result = await run({ batch });
        if (result?.ok !== true) return false;
        removed += result.value.removed;
      }
      notifications.show({
        title: 'Import undone',
        message: `${formatCount(removed)} rows were taken out. Importing the file again brings them back.`,
        autoClose: 10_000,
      });
      return true;
    },
    [run],
  );
  return { undo, busy, failure };
}
