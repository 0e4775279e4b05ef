import { Button, Group } from '@mantine/core';
import { useClipboard } from '@mantine/hooks';
import { IconCheck, IconCopy } from '@tabler/icons-react';
import { useState, type ReactNode } from 'react';
import type { Failure as FailureValue } from '../../shared/errors/failure.ts';
import { CallFailed } from '../rpc/client.ts';
import { useHideAmounts } from './hide-amounts.tsx';
import { formatCount } from './number-format.ts';
import { rowsAsText, type TextColumn } from './rows-as-text.ts';
import { Failure } from './states.tsx';

export interface CopyRowsProps<Row> {
  readonly count: number;
  readonly columns: readonly TextColumn<Row>[];
  /** Every row that is meant, in view or not. */
  rows(): Promise<readonly Row[]>;
}

/** Puts a table into the clipboard, as a spreadsheet takes it. Not while amounts are hidden: a copy would show them. */
export function CopyRows<Row>({ count, columns, rows }: CopyRowsProps<Row>): ReactNode {
  const { hidden } = useHideAmounts();
  const clipboard = useClipboard({ timeout: 3000 });
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<FailureValue | null>(null);

  const copy = async (): Promise<void> => {
    setBusy(true);
    setFailure(null);
    try {
      clipboard.copy(rowsAsText(await rows(), columns));
    } catch (error) {
      if (!(error instanceof CallFailed)) throw error;
      setFailure(error.failure);
    } finally {
      setBusy(false);
    }
  };

  const words = count === 1 ? 'Copy 1 row' : `Copy ${formatCount(count)} rows`;
  return (
    <>
      <Group justify="flex-end" mt="xs">
        <Button
          variant="subtle"
          size="xs"
          loading={busy}
          disabled={hidden}
          title={hidden ? 'Show amounts first: a copy would hold them' : 'For a spreadsheet: paste it there'}
          leftSection={
            clipboard.copied ? (
              <IconCheck size={14} aria-hidden="true" />
            ) : (
              <IconCopy size={14} aria-hidden="true" />
            )
          }
          onClick={() => void copy()}
        >
          {clipboard.copied ? 'Copied' : words}
        </Button>
      </Group>
      {failure !== null && <Failure failure={failure} />}
    </>
  );
}
