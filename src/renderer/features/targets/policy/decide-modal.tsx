import { Button, Checkbox, Group, Modal, Radio, Stack, Text, Textarea } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useState, type ReactNode } from 'react';
import { useCommand } from '../../../rpc/use-command.ts';
import { Sentence } from '../../../ui/hide-amounts.tsx';
import { useLayer } from '../../../ui/layers.ts';
import { Failure } from '../../../ui/states.tsx';
import { decisionChoices, decisionOf, type DecisionKind, type Firing } from './decisions.ts';

export interface DecideModalProps {
  /** Rules that fired and wait. */
  readonly firings: readonly Firing[];
  readonly first: DecisionKind | null;
  onClose(): void;
}

/** Records what was decided, with the reason. Nothing is traded by it. */
export function DecideModal({ firings, first, onClose }: DecideModalProps): ReactNode {
  const isTop = useLayer(true);
  const [decided, setDecided] = useState<DecisionKind | null>(first);
  const [note, setNote] = useState('');
  const [answers, setAnswers] = useState<readonly string[]>(firings.map(({ id }) => id));
  const decide = useCommand('policy.decide');

  const submit = async (): Promise<void> => {
    if (decided === null) return;
    const result = await decide.run({
      decided,
      firings: [...answers],
      ...(note.trim() === '' ? {} : { note: note.trim() }),
    });
    if (result?.ok !== true) return;
    const { sequence } = result.value.record;
    notifications.show({ color: 'hedge', message: `Decision recorded, as record ${sequence}` });
    onClose();
  };

  return (
    <Modal opened onClose={onClose} closeOnEscape={isTop} title="What did you decide?" size="lg">
      <form
        onSubmit={(event) => {
          event.preventDefault();
          void submit();
        }}
      >
        <Stack gap="md">
          <Text size="sm">
            The decision is recorded with its day, in the chain of records that nobody can change later.
            Nothing is traded by it.
          </Text>
          <Radio.Group
            label="Decision"
            value={decided ?? ''}
            onChange={(next) => setDecided(decisionOf(next))}
          >
            <Stack gap="xs" mt={6}>
              {decisionChoices.map(({ value, label, about }) => (
                <Radio key={value} value={value} label={label} description={about} />
              ))}
            </Stack>
          </Radio.Group>
          {firings.length > 0 && (
            <Checkbox.Group label="It answers" value={[...answers]} onChange={setAnswers}>
              <Stack gap="xs" mt={6}>
                {firings.map(({ id, words }) => (
                  <Checkbox key={id} value={id} label={<Sentence>{words}</Sentence>} />
                ))}
              </Stack>
            </Checkbox.Group>
          )}
          <Textarea
            label="Why, in your words"
            description="Kept with the decision; may stay empty"
            value={note}
            maxLength={1000}
            autosize
            minRows={2}
            onChange={(event) => setNote(event.currentTarget.value)}
          />
          {decide.failure !== null && <Failure failure={decide.failure} />}
          <Group justify="flex-end">
            <Button variant="default" onClick={onClose}>
              Cancel
            </Button>
            <Button type="submit" loading={decide.busy} disabled={decided === null}>
              Record it
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}
