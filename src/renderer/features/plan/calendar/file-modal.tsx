import { Alert, Button, Checkbox, Group, List, Modal, NativeSelect, Stack, Text } from '@mantine/core';
import { IconEyeOff } from '@tabler/icons-react';
import { useState, type ReactNode } from 'react';
import { useCall } from '../../../rpc/use-call.ts';
import { Sentence, useHideAmounts } from '../../../ui/hide-amounts.tsx';
import { useLayer } from '../../../ui/layers.ts';
import { saveFile } from '../../../ui/save-file.ts';
import { Answer } from '../../../ui/states.tsx';
import { kindWords, type EntryKind } from './calendar-model.ts';

export interface FileModalProps {
  readonly opened: boolean;
  /** Only these kinds; all where none is named. */
  readonly kinds: readonly EntryKind[];
  onClose(): void;
}

/** The dates as a file that calendar programs read. */
export function FileModal({ opened, kinds, onClose }: FileModalProps): ReactNode {
  const isTop = useLayer(opened);
  return (
    <Modal opened={opened} onClose={onClose} closeOnEscape={isTop} title="Save as calendar file" size="lg">
      {opened && <FileForm kinds={kinds} onClose={onClose} />}
    </Modal>
  );
}

const reminders = [
  { value: '', label: 'None' },
  { value: '0', label: 'On the day, at nine' },
  { value: '1', label: 'The day before, at nine' },
  { value: '7', label: 'A week before, at nine' },
] as const;

function FileForm({ kinds, onClose }: Omit<FileModalProps, 'opened'>): ReactNode {
  const { hidden } = useHideAmounts();
  const [withAmounts, setWithAmounts] = useState(false);
  const [remind, setRemind] = useState('');
  const call = useCall('calendar.file', {
    withAmounts,
    ...(kinds.length === 0 ? {} : { kinds: [...kinds] }),
    ...(remind === '' ? {} : { remindDays: Number(remind) }),
  });
  return (
    <Stack gap="md">
      <Text size="sm">
        An .ics file that calendar programs take in.{' '}
        {kinds.length > 0 && <>Only: {kinds.map((kind) => kindWords[kind]).join(', ')}.</>}
      </Text>
      <Checkbox
        label="Write amounts into it"
        description="Without them it says what happens and when, and not how much you own"
        checked={withAmounts}
        onChange={(event) => setWithAmounts(event.currentTarget.checked)}
      />
      {withAmounts && (
        <Alert
          color="yellow"
          icon={<IconEyeOff aria-hidden="true" />}
          title={
            hidden ? 'The file will show the amounts that are hidden here' : 'The file will show your amounts'
          }
        >
          It is not protected: most calendars send what they hold to another company’s computers.
        </Alert>
      )}
      <NativeSelect
        label="Reminder"
        data={reminders.map(({ value, label }) => ({ value, label }))}
        value={remind}
        onChange={(event) => setRemind(event.currentTarget.value)}
      />
      <Answer of={call} what="Writing the file">
        {({ name, content, entries, notes }) => (
          <>
            <List size="sm" c="dimmed">
              {notes.map((note) => (
                <List.Item key={note}>
                  <Sentence>{note}</Sentence>
                </List.Item>
              ))}
            </List>
            <Group justify="flex-end">
              <Button variant="default" onClick={onClose}>
                Close
              </Button>
              <Button
                disabled={entries === 0}
                onClick={() => {
                  saveFile(name, 'text/calendar', new TextEncoder().encode(content));
                  onClose();
                }}
              >
                Save {entries === 1 ? '1 date' : `${entries} dates`}
              </Button>
            </Group>
          </>
        )}
      </Answer>
    </Stack>
  );
}
