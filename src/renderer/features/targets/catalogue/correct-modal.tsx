import { Button, Group, Modal, Stack, Text, TextInput } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { useState, type ReactNode } from 'react';
import { useCall } from '../../../rpc/use-call.ts';
import { useCommand } from '../../../rpc/use-command.ts';
import { useLayer } from '../../../ui/layers.ts';
import { Failure } from '../../../ui/states.tsx';
import type { Field } from './view-model.ts';

export interface CorrectModalProps {
  readonly contract: string;
  readonly field: Field;
  onDone(): void;
}

/** What is typed is said back in words before it is kept: 0.05 may mean 5 % or 0.05 %. */
export function CorrectModal({ contract, field, onDone }: CorrectModalProps): ReactNode {
  const isTop = useLayer(true);
  const [value, setValue] = useState(field.value ?? '');
  const [source, setSource] = useState('');
  const [tried] = useDebouncedValue(value.trim(), 100);
  const attempt = useCall(
    'contracts.tryValue',
    { contract, field: field.field, value: tried },
    { enabled: tried !== '', keepPrevious: true },
  );
  const correct = useCommand('contracts.correct');
  const takeBack = useCommand('contracts.takeBack');
  const refused = tried === '' ? null : (attempt.error?.failure ?? null);

  const submit = async (): Promise<void> => {
    const result = await correct.run({
      contract,
      field: field.field,
      value: value.trim(),
      source: source.trim(),
    });
    if (result?.ok === true) onDone();
  };
  const undo = async (): Promise<void> => {
    const result = await takeBack.run({
      contract: field.correction?.contract ?? contract,
      field: field.field,
    });
    if (result?.ok === true) onDone();
  };

  return (
    <Modal opened onClose={onDone} closeOnEscape={isTop} title={`Correct the ${field.label}`} size="lg">
      <form
        onSubmit={(event) => {
          event.preventDefault();
          void submit();
        }}
      >
        <Stack gap="sm">
          <Group align="flex-start" grow>
            <TextInput
              label="What it is"
              description={field.hint}
              value={value}
              onChange={(event) => setValue(event.currentTarget.value)}
              error={refused === null ? null : `${refused.message} ${refused.fix}`}
              data-autofocus
            />
            <TextInput
              label="How you know"
              description="Kept beside it: “contract page of the venue, read today”"
              value={source}
              onChange={(event) => setSource(event.currentTarget.value)}
            />
          </Group>
          {refused === null && attempt.data !== undefined && tried !== '' && (
            <Text size="sm" role="status">
              Read as: {attempt.data.words}
              {attempt.data.warnings.map((warning) => (
                <Text key={warning} span size="sm" fw={600}>
                  {' '}
                  {warning}
                </Text>
              ))}
            </Text>
          )}
          {correct.failure !== null && <Failure failure={correct.failure} />}
          {takeBack.failure !== null && <Failure failure={takeBack.failure} />}
          <Group justify="flex-end" gap="xs">
            {field.correction !== null && (
              <Button variant="subtle" color="gray" loading={takeBack.busy} onClick={() => void undo()}>
                Take my correction back
              </Button>
            )}
            <Button variant="default" onClick={onDone}>
              Cancel
            </Button>
            <Button
              type="submit"
              loading={correct.busy}
              disabled={tried === '' || source.trim() === '' || refused !== null}
            >
              Keep it
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}
