import { Button, Group, Paper, Stack, Text, Title } from '@mantine/core';
import { useState, type ReactNode, type SubmitEvent } from 'react';
import type { Failure as FailureValue } from '../../../shared/errors/failure.ts';
import { Failure } from '../../ui/states.tsx';
import { NewPassphraseFields, passphraseFault } from './new-passphrase-fields.tsx';

export interface NewPassphraseViewProps {
  readonly busy: boolean;
  readonly failure: FailureValue | null;
  onSave(passphrase: string): void;
  onSkip(): void;
}

/** After recovery: the old passphrase is lost, so now is the time for a new one. */
export function NewPassphraseView({ busy, failure, onSave, onSkip }: NewPassphraseViewProps): ReactNode {
  const [passphrase, setPassphrase] = useState('');
  const [again, setAgain] = useState('');
  const [asked, setAsked] = useState(false);
  const fault = passphraseFault(passphrase, again);
  const submit = (event: SubmitEvent<HTMLFormElement>): void => {
    event.preventDefault();
    setAsked(true);
    if (fault === null) onSave(passphrase);
  };
  return (
    <Paper p="xl" component="form" onSubmit={submit}>
      <Stack>
        <Title order={2} size="h3">
          Your ledger is open. Set a new passphrase?
        </Title>
        <Text c="dimmed">The recovery key stays as it is and goes on working.</Text>
        <NewPassphraseFields
          passphrase={passphrase}
          again={again}
          fault={asked ? fault : null}
          onPassphrase={setPassphrase}
          onAgain={setAgain}
        />
        {failure !== null && <Failure failure={failure} />}
        <Group>
          <Button type="submit" loading={busy}>
            Set the new passphrase
          </Button>
          <Button variant="default" onClick={onSkip} disabled={busy}>
            Not now
          </Button>
        </Group>
      </Stack>
    </Paper>
  );
}
