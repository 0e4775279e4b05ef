import { notifications } from '@mantine/notifications';
import { useCallback } from 'react';
import type { Failure } from '../../../shared/errors/failure.ts';
import { useTask } from '../../rpc/use-task.ts';

interface OpenLedger {
  /** True when it is open. */
  open(path: string, passphrase: string): Promise<boolean>;
  readonly busy: boolean;
  readonly failure: Failure | null;
}

export function useOpenLedger(): OpenLedger {
  const { run, busy, failure } = useTask('ledger.open');
  const open = useCallback(
    async (path: string, passphrase: string) => {
      const result = await run({ path, passphrase });
      if (result?.ok !== true) return false;
      // Why it was locked is no news any more.
      notifications.clean();
      showWarnings(result.value.warnings);
      return true;
    },
    [run],
  );
  return { open, busy, failure };
}

/** What the core noticed on opening, for example a ledger older than the last one seen. Stays until it is closed. */
export function showWarnings(warnings: readonly string[]): void {
  for (const message of warnings) {
    notifications.show({ title: 'While opening', message, color: 'yellow', autoClose: false });
  }
}
