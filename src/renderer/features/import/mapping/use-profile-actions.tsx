import { Button, Stack, Text } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useMemo, useState } from 'react';
import type { CallAnswer } from '../../../../shared/contract/contract.ts';
import type { Failure } from '../../../../shared/errors/failure.ts';
import { callCore } from '../../../rpc/client.ts';
import { useCommand } from '../../../rpc/use-command.ts';
import { saveFile } from '../../../ui/save-file.ts';

export type KeptProfile = CallAnswer<'mapping.list'>['profiles'][number];

export interface ProfileActions {
  handOn(name: string): Promise<void>;
  drop(kept: KeptProfile): Promise<void>;
  takeIn(files: readonly File[]): Promise<void>;
  readonly busy: boolean;
  readonly failure: Failure | null;
}

/** Dropping needs no "are you sure": the message has the way back. */
export function useProfileActions(): ProfileActions {
  const dropping = useCommand('mapping.drop');
  const takingIn = useCommand('mapping.import');
  const puttingBack = useCommand('mapping.save');
  const [failure, setFailure] = useState<Failure | null>(null);
  const busy = dropping.busy || takingIn.busy || puttingBack.busy;
  const { run: runDrop } = dropping;
  const { run: runImport } = takingIn;
  const { run: runSave } = puttingBack;

  return useMemo(() => {
    const putBack = async ({ profile }: KeptProfile): Promise<void> => {
      const result = await runSave({ profile });
      if (result?.ok === false) setFailure(result.failure);
    };
    return {
      busy,
      failure,
      handOn: async (name) => {
        setFailure(null);
        const result = await callCore('mapping.export', { name });
        if (!result.ok) return setFailure(result.failure);
        const { file, text } = result.value;
        saveFile(file, 'application/json', new TextEncoder().encode(text));
      },
      drop: async (kept) => {
        setFailure(null);
        const result = await runDrop({ name: kept.name });
        if (result === null) return;
        if (!result.ok) return setFailure(result.failure);
        sayDropped(kept, putBack);
      },
      takeIn: async ([file]) => {
        setFailure(null);
        if (file === undefined) return;
        const result = await runImport({ text: await startOf(file) });
        if (result?.ok === false) setFailure(result.failure);
      },
    };
  }, [busy, failure, runDrop, runImport, runSave]);
}

/** Of a file too large to be a mapping only as much as shows that it is none. */
const longestText = 200_000;

async function startOf(file: File): Promise<string> {
  return (await file.slice(0, longestText).text()).slice(0, longestText);
}

function sayDropped(kept: KeptProfile, putBack: (kept: KeptProfile) => Promise<void>): void {
  const id = notifications.show({
    title: 'Mapping dropped',
    message: (
      <Stack gap="xs" align="flex-start">
        <Text size="sm">“{kept.name}” is gone. What was imported with it stays.</Text>
        <Button
          size="xs"
          variant="default"
          onClick={() => {
            notifications.hide(id);
            void putBack(kept);
          }}
        >
          Put it back
        </Button>
      </Stack>
    ),
    autoClose: 10_000,
  });
}
