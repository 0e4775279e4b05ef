import { Button, Group, Stack, Text, TextInput, Title } from '@mantine/core';
import { useState, type ReactNode, type SubmitEvent } from 'react';
import { askedGroups, groupsOf, isSameGroup } from './recovery-key.ts';
import { useFocusFirst } from '../../ui/use-focus-first.ts';

export interface CheckStepProps {
  readonly recoveryKey: string;
  onChecked(): void;
  onShowAgain(): void;
}

/** Step 3: two groups typed back from the print or the note. */
export function CheckStep({ recoveryKey, onChecked, onShowAgain }: CheckStepProps): ReactNode {
  const groups = groupsOf(recoveryKey);
  const [asked] = useState(() => askedGroups(groups.length, Math.random));
  const [typed, setTyped] = useState<readonly [string, string]>(['', '']);
  const [checked, setChecked] = useState(false);
  const first = useFocusFirst<HTMLInputElement>();
  const isRight = asked.map((group, field) => isSameGroup(typed[field] ?? '', groups[group] ?? ''));

  const submit = (event: SubmitEvent<HTMLFormElement>): void => {
    event.preventDefault();
    setChecked(true);
    if (isRight.every(Boolean)) onChecked();
  };

  return (
    <form onSubmit={submit}>
      <Stack>
        <Title order={2} size="h3">
          Is it really on paper?
        </Title>
        <Text>Type two of its groups from your print or note.</Text>
        <Group align="flex-start">
          {asked.map((group, field) => (
            <TextInput
              key={group}
              ref={field === 0 ? first : undefined}
              label={`Group ${group + 1}`}
              value={typed[field] ?? ''}
              onChange={(event) => {
                const text = event.currentTarget.value;
                setTyped(([one, two]) => (field === 0 ? [text, two] : [one, text]));
              }}
              error={checked && isRight[field] === false ? `This is not group ${group + 1}` : null}
              spellCheck={false}
              autoComplete="off"
              styles={{ input: { fontFamily: 'var(--mantine-font-family-monospace)' } }}
            />
          ))}
        </Group>
        <Group>
          <Button type="submit">Check</Button>
          <Button variant="default" onClick={onShowAgain}>
            Show the key again
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
