import { Anchor, Button, Group, Radio, Stack, Text, TextInput, Title } from '@mantine/core';
import { IconLockOpen } from '@tabler/icons-react';
import { useState, type ReactNode, type SubmitEvent } from 'react';
import type { CallAnswer } from '../../../shared/contract/contract.ts';
import { DateText } from '../../ui/numbers.tsx';
import { Failure } from '../../ui/states.tsx';
import { PassphraseField } from './passphrase-field.tsx';
import { useFocusFirst } from '../../ui/use-focus-first.ts';
import { useOpenLedger } from './use-open-ledger.ts';

type KnownLedger = CallAnswer<'ledger.known'>['ledgers'][number];

export interface UnlockFormProps {
  readonly known: readonly KnownLedger[];
  readonly busyElsewhere: boolean;
  onRecover(path: string): void;
}

const another = 'another file';

/** A known ledger (or the path of another) and its passphrase. */
export function UnlockForm({ known, busyElsewhere, onRecover }: UnlockFormProps): ReactNode {
  const first = known.find(({ exists }) => exists)?.path ?? another;
  const [chosen, setChosen] = useState(first);
  const [otherPath, setOtherPath] = useState('');
  const [passphrase, setPassphrase] = useState('');
  const [asked, setAsked] = useState(false);
  const { open, busy, failure } = useOpenLedger();
  const field = useFocusFirst<HTMLInputElement>();
  const path = chosen === another ? otherPath.trim() : chosen;

  const submit = (event: SubmitEvent<HTMLFormElement>): void => {
    event.preventDefault();
    setAsked(true);
    if (passphrase === '' || path === '') return;
    void open(path, passphrase).then((opened) => {
      if (opened) return;
      setPassphrase('');
      setAsked(false);
      field.current?.focus();
    });
  };

  return (
    <form onSubmit={submit}>
      <Stack>
        <Title order={2} size="h3">
          Unlock your ledger
        </Title>
        <LedgerChoice known={known} chosen={chosen} onChoose={setChosen} />
        {chosen === another && (
          <TextInput
            label="Path of the ledger file"
            description="Paste it from your file manager."
            value={otherPath}
            onChange={(event) => setOtherPath(event.currentTarget.value)}
            error={asked && path === '' ? 'Which file?' : null}
          />
        )}
        <PassphraseField
          ref={field}
          label="Passphrase"
          value={passphrase}
          onChange={setPassphrase}
          error={asked && !busy && passphrase === '' ? 'Type your passphrase' : null}
        />
        {failure !== null && <Failure failure={failure} />}
        <Group justify="space-between">
          <Button
            type="submit"
            size="md"
            loading={busy}
            disabled={busyElsewhere}
            leftSection={<IconLockOpen size={18} aria-hidden="true" />}
          >
            Unlock
          </Button>
          <Anchor component="button" type="button" onClick={() => onRecover(path)} disabled={path === ''}>
            Forgot it? Use the recovery key
          </Anchor>
        </Group>
        <Text size="sm" c="dimmed" role="status">
          {busy && 'Opening. It takes about a second on purpose: that is what makes guessing slow.'}
        </Text>
      </Stack>
    </form>
  );
}

interface LedgerChoiceProps {
  readonly known: readonly KnownLedger[];
  readonly chosen: string;
  onChoose(path: string): void;
}

function LedgerChoice({ known, chosen, onChoose }: LedgerChoiceProps): ReactNode {
  return (
    <Radio.Group label="Ledger" value={chosen} onChange={onChoose}>
      <Stack gap="xs" mt={4}>
        {known.map(({ path, name, exists, lastOpened }) => (
          <Radio
            key={path}
            value={path}
            disabled={!exists}
            label={name}
            description={
              exists ? (
                <>
                  {path}
                  {lastOpened !== null && (
                    <>
                      {' · last opened '}
                      <DateText value={lastOpened} />
                    </>
                  )}
                </>
              ) : (
                `${path} · not there any more`
              )
            }
          />
        ))}
        <Radio value={another} label="Another file" />
      </Stack>
    </Radio.Group>
  );
}
