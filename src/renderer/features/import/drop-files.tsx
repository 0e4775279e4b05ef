import { Button, Group, Stack, Text } from '@mantine/core';
import { Dropzone } from '@mantine/dropzone';
import { IconFileSpreadsheet, IconUpload } from '@tabler/icons-react';
import { useEffect, useRef, type ReactNode, type RefObject } from 'react';
import { Failure } from '../../ui/states.tsx';
import { TaskProgressBar } from '../../ui/task-progress.tsx';
import type { UploadsState } from './use-uploads.ts';

export interface DropFilesProps {
  readonly uploads: UploadsState;
  onFiles(files: readonly File[]): void;
}

/** Drop many files at once, or pick them. They are only read: nothing is stored before the last step. */
export function DropFiles({ uploads, onFiles }: DropFilesProps): ReactNode {
  const openPicker = useRef<() => void>(null);
  const button = useFocusIfLost<HTMLButtonElement>();
  const { progress, failure, cancel } = uploads;
  if (progress !== null) {
    return <TaskProgressBar what={progress.phase} progress={progress} unit="bytes" onCancel={cancel} />;
  }
  return (
    <Stack>
      <Dropzone
        onDrop={onFiles}
        openRef={openPicker}
        activateOnClick={false}
        activateOnKeyboard={false}
        enablePointerEvents
        inputProps={{ 'aria-label': 'Files to import' }}
        tabIndex={-1}
        p="xl"
      >
        <Stack align="center" gap="sm" py="lg">
          <Dropzone.Accept>
            <IconUpload size={40} stroke={1.4} aria-hidden="true" />
          </Dropzone.Accept>
          <Dropzone.Reject>
            <IconFileSpreadsheet size={40} stroke={1.4} aria-hidden="true" />
          </Dropzone.Reject>
          <Dropzone.Idle>
            <IconFileSpreadsheet size={40} stroke={1.4} aria-hidden="true" />
          </Dropzone.Idle>
          <Text fw={600} size="lg">
            Drop your exchange’s export files here
          </Text>
          <Text c="dimmed" ta="center" maw={560}>
            CSV files as the exchange made them, or its ZIP, several at once, in any order. Nothing is stored
            before you have seen what will arrive. The same file twice adds nothing.
          </Text>
          <Group mt="xs">
            <Button
              ref={button}
              onClick={() => openPicker.current?.()}
              leftSection={<IconUpload size={18} aria-hidden="true" />}
            >
              Choose files
            </Button>
          </Group>
        </Stack>
      </Dropzone>
      {failure !== null && <Failure failure={failure} />}
    </Stack>
  );
}

/** Takes the focus where what had it is gone, as after an undo or a cancelled import: else the keyboard begins anew. */
function useFocusIfLost<Element extends HTMLElement>(): RefObject<Element | null> {
  const element = useRef<Element>(null);
  useEffect(() => {
    if (document.activeElement === document.body) element.current?.focus({ preventScroll: true });
  }, []);
  return element;
}
