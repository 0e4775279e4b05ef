import { Alert, Button, Group, Text, TextInput } from '@mantine/core';
import { IconListCheck } from '@tabler/icons-react';
import { useState, type ReactNode } from 'react';
import { useCommand } from '../../../rpc/use-command.ts';
import { Failure } from '../../../ui/states.tsx';
import { unconfirmedLabels, type Details } from './view-model.ts';

/** Terms that no source confirms: whoever has looked them up at the venue says so once, with how. */
export function ConfirmTerms({ details }: { readonly details: Details }): ReactNode {
  const [source, setSource] = useState('');
  const confirm = useCommand('contracts.confirm');
  const labels = unconfirmedLabels(details.fields);
  if (labels.length === 0) return null;
  const submit = async (): Promise<void> => {
    await confirm.run({ contract: details.contract.id, source: source.trim() });
  };
  return (
    <Alert
      color="yellow"
      icon={<IconListCheck aria-hidden="true" />}
      title={`${labels.length} ${labels.length === 1 ? 'field rests' : 'fields rest'} on no source`}
    >
      <Text size="sm" mb="sm">
        {labels.join(', ')}. Compare them with your venue; if they are as it has them, say so, and they count
        as yours from then on.
      </Text>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          void submit();
        }}
      >
        <Group align="flex-end" gap="xs">
          <TextInput
            label="How you know"
            placeholder="Contract page of the venue, read today"
            value={source}
            onChange={(event) => setSource(event.currentTarget.value)}
            w={320}
          />
          <Button type="submit" variant="default" loading={confirm.busy} disabled={source.trim() === ''}>
            They match my exchange
          </Button>
        </Group>
      </form>
      {confirm.failure !== null && <Failure failure={confirm.failure} />}
    </Alert>
  );
}
