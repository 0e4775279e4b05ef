import { Badge, Button, Group, Radio, Stack, Text } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useState, type ReactNode } from 'react';
import { useCommand } from '../../../rpc/use-command.ts';
import { Sentence } from '../../../ui/hide-amounts.tsx';
import { DateText } from '../../../ui/numbers.tsx';
import { Failure } from '../../../ui/states.tsx';
import { Small } from '../small.tsx';
import type { Election } from './choices-words.ts';

/** One choice that the law leaves open. It counts once it is saved. */
export function ElectionField({ election }: { readonly election: Election }): ReactNode {
  const [value, setValue] = useState(election.value);
  const save = useCommand('elections.save');
  const changed = value !== election.value;

  const submit = async (): Promise<void> => {
    if (!changed) return;
    const result = await save.run({ id: election.id, value });
    if (result?.ok === true) notifications.show({ color: 'hedge', message: `Saved: ${election.title}` });
  };

  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        void submit();
      }}
    >
      <Stack gap="xs" maw={760}>
        <Radio.Group
          label={election.title}
          description={<Sentence>{election.sentence}</Sentence>}
          inputWrapperOrder={['label', 'description', 'input', 'error']}
          value={value}
          onChange={setValue}
        >
          <Stack gap={6} mt="xs">
            {election.options.map((option) => (
              <Radio
                key={option.value}
                value={option.value}
                label={
                  <>
                    {option.words}
                    {option.value === election.defaultValue && (
                      <Badge ml={8} variant="light" color="gray" tt="none">
                        unless you choose
                      </Badge>
                    )}
                  </>
                }
              />
            ))}
          </Stack>
        </Radio.Group>
        <Small>
          {election.madeAt === null ? (
            'You have not chosen yet.'
          ) : (
            <>
              Chosen on <DateText value={election.madeAt} time />.
            </>
          )}{' '}
          {election.law}
        </Small>
        {save.failure !== null && <Failure failure={save.failure} />}
        {changed && (
          <Group gap="xs">
            <Button type="submit" size="xs" loading={save.busy}>
              Save this choice
            </Button>
            <Button
              size="xs"
              variant="default"
              onClick={() => {
                setValue(election.value);
                save.reset();
              }}
            >
              Keep it as it was
            </Button>
            <Text size="xs" c="dimmed">
              Gains of every year are worked out anew.
            </Text>
          </Group>
        )}
      </Stack>
    </form>
  );
}
