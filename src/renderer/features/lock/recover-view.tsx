import { Button, Group, Paper, Stack, Text, Textarea, Title } from '@mantine/core';
import { useState, type ReactNode, type SubmitEvent } from 'react';
import type { Failure as FailureValue } from '../../../shared/errors/failure.ts';
import { Failure } from '../../ui/states.tsx';
import { useFocusFirst } from '../../ui/use-focus-first.ts';

export interface RecoverViewProps {
  readonly path: string;
  readonly busy: boolean;
  readonly failure: FailureValue | null;
  onRecover(recoveryKey: string): void;
  onBack(): void;
}

/** Opens a ledger with its printed recovery key. */
export function RecoverView({ path, busy, failure, onRecover, onBack }: RecoverViewProps): ReactNode {
  const [key, setKey] = useState('');
  const field = useFocusFirst<HTMLTextAreaElement>();
  const submit = (event: SubmitEvent<HTMLFormElement>): void => {
    event.preventDefault();
    onRecover(key.trim());
  };
  return (
    <Paper p="xl" component="form" onSubmit={submit}>
      <Stack>
        <Title order={2} size="h3">
          Open with the recovery key
        </Title>
        <Text c="dimmed">
          The key that you printed when you created the ledger {path}. Capitals, blanks and dashes do not
          matter.
        </Text>
        <Textarea
          ref={field}
          label="Recovery key"
          value={key}
          onChange={(event) => setKey(event.currentTarget.value)}
          autosize
          minRows={2}
          spellCheck={false}
          autoComplete="off"
          styles={{ input: { fontFamily: 'var(--mantine-font-family-monospace)' } }}
        />
        {failure !== null && <Failure failure={failure} />}
        <Group>
          <Button type="submit" loading={busy} disabled={key.trim() === ''}>
            Open
          </Button>
          <Button variant="default" onClick={onBack} disabled={busy}>
            Back
          </Button>
        </Group>
      </Stack>
    </Paper>
  );
}
