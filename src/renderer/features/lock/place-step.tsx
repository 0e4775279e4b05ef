import { Button, Stack, TextInput, Title } from '@mantine/core';
import { useState, type ReactNode, type SubmitEvent } from 'react';
import type { Failure as FailureValue } from '../../../shared/errors/failure.ts';
import { Failure } from '../../ui/states.tsx';
import { joinPath, nameFault, splitPath } from './ledger-place.ts';
import { NewPassphraseFields, passphraseFault } from './new-passphrase-fields.tsx';
import { useFocusFirst } from '../../ui/use-focus-first.ts';

export interface PlaceStepProps {
  readonly defaultPath: string;
  readonly busy: boolean;
  readonly failure: FailureValue | null;
  onCreate(path: string, passphrase: string): void;
}

/** Step 1: where the ledger lies, and what opens it. */
export function PlaceStep({ defaultPath, busy, failure, onCreate }: PlaceStepProps): ReactNode {
  const start = splitPath(defaultPath);
  const [name, setName] = useState(start.name);
  const [folder, setFolder] = useState(start.folder);
  const [passphrase, setPassphrase] = useState('');
  const [again, setAgain] = useState('');
  const [asked, setAsked] = useState(false);
  const first = useFocusFirst<HTMLInputElement>();
  const wrongName = nameFault(name);
  const wrongPassphrase = passphraseFault(passphrase, again);

  const submit = (event: SubmitEvent<HTMLFormElement>): void => {
    event.preventDefault();
    setAsked(true);
    if (wrongName !== null || wrongPassphrase !== null) return;
    onCreate(joinPath({ ...start, folder, name }), passphrase);
  };

  return (
    <form onSubmit={submit}>
      <Stack>
        <Title order={2} size="h3">
          A place and a passphrase
        </Title>
        <TextInput
          ref={first}
          label="Name"
          value={name}
          onChange={(event) => setName(event.currentTarget.value)}
          error={asked ? wrongName : null}
        />
        <TextInput
          label="Folder"
          description={`The ledger is one encrypted file, ${name.trim()}${start.ending}, in this folder.`}
          value={folder}
          onChange={(event) => setFolder(event.currentTarget.value)}
        />
        <NewPassphraseFields
          passphrase={passphrase}
          again={again}
          fault={asked ? wrongPassphrase : null}
          onPassphrase={setPassphrase}
          onAgain={setAgain}
        />
        {failure !== null && <Failure failure={failure} />}
        <Button type="submit" loading={busy} w="fit-content">
          Create the ledger
        </Button>
      </Stack>
    </form>
  );
}
