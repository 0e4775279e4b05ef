import { Alert, Button, Stack, Text } from '@mantine/core';
import { IconEyeOff } from '@tabler/icons-react';
import { useState, type ReactNode } from 'react';
import { useTask } from '../../rpc/use-task.ts';
import { useHideAmounts } from '../../ui/hide-amounts.tsx';
import { formatCount } from '../../ui/number-format.ts';
import { Panel } from '../../ui/panel.tsx';
import { saveFile } from '../../ui/save-file.ts';
import { Failure } from '../../ui/states.tsx';
import { TaskProgressBar } from '../../ui/task-progress.tsx';

/** Gets everything out again, in one open file. */
export function WholeLedgerPanel(): ReactNode {
  const make = useTask('ledger.export');
  const [saved, setSaved] = useState<{ readonly file: string; readonly events: number } | null>(null);
  const { hidden } = useHideAmounts();
  const save = async (): Promise<void> => {
    setSaved(null);
    const pieces: Uint8Array<ArrayBuffer>[] = [];
    for (let next: string | null = null; ;) {
      const result: Awaited<ReturnType<typeof make.run>> = await make.run(next === null ? {} : { next });
      if (result?.ok !== true) return;
      const { file, base64, events } = result.value;
      pieces.push(Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0)));
      ({ next } = result.value);
      if (next !== null) continue;
      saveFile(file, 'application/gzip', ...pieces);
      setSaved({ file, events });
      return;
    }
  };
  return (
    <Panel
      title="Take everything with you"
      about="All that the ledger holds in one file that any program can read: imported rows, prices, choices and records. Imported into an empty ledger, it makes the same ledger again, with the same seal."
      aside={
        <Button variant="default" loading={make.busy} onClick={() => void save()}>
          Save the whole ledger
        </Button>
      }
    >
      <Stack gap="sm">
        <Text size="sm">The file is not encrypted: keep it where nobody else reads it.</Text>
        {hidden && (
          <Alert color="yellow" icon={<IconEyeOff aria-hidden="true" />}>
            The file will show your amounts, which are hidden on the screen only.
          </Alert>
        )}
        {make.busy && (
          <TaskProgressBar what="Writing the whole ledger" progress={make.progress} onCancel={make.cancel} />
        )}
        {make.failure !== null && <Failure failure={make.failure} />}
        {saved !== null && (
          <Text size="sm" role="status">
            Saved {saved.file}: {formatCount(saved.events)} events and all else.
          </Text>
        )}
      </Stack>
    </Panel>
  );
}
