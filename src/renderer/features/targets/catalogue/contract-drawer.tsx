import { Alert, Badge, Button, Drawer, Group, List, Stack, Switch, Text, Title } from '@mantine/core';
import { useState, type ReactNode } from 'react';
import { useCall } from '../../../rpc/use-call.ts';
import { useCommand } from '../../../rpc/use-command.ts';
import { DataTable } from '../../../ui/data-table.tsx';
import { useLayer } from '../../../ui/layers.ts';
import { Answer, Failure } from '../../../ui/states.tsx';
import { ConfirmTerms } from './confirm-terms.tsx';
import { CorrectModal } from './correct-modal.tsx';
import { fieldColumns } from './field-columns.tsx';
import { SelfCheck } from './self-check.tsx';
import type { Details, Field } from './view-model.ts';

export interface ContractDrawerProps {
  readonly contract: string;
  onClose(): void;
}

/** Everything that is known of one contract, field by field, and the way to correct it. */
export function ContractDrawer({ contract, onClose }: ContractDrawerProps): ReactNode {
  const isTop = useLayer(true);
  const call = useCall('contracts.read', { contract });
  return (
    <Drawer
      opened
      onClose={onClose}
      closeOnEscape={isTop}
      position="right"
      size={860}
      title={call.data?.contract.name ?? contract}
    >
      <Answer of={call} what="Reading its terms">
        {(details) => <Terms details={details} onClose={onClose} />}
      </Answer>
    </Drawer>
  );
}

interface TermsProps {
  readonly details: Details;
  onClose(): void;
}

function Terms({ details, onClose }: TermsProps): ReactNode {
  const [editing, setEditing] = useState<Field | null>(null);
  const [fullSources, setFullSources] = useState(false);
  const { contract, template, example, expiries, notes, fields } = details;
  return (
    <Stack gap="lg">
      <div>
        <Group gap="xs">
          <Badge variant="light" color="gray" tt="none">
            {contract.id}
          </Badge>
          <Badge variant="light" color="gray" tt="none">
            terms as of {contract.asOf}
          </Badge>
        </Group>
        <Text mt="xs" fw={550}>
          {example}
        </Text>
        {template !== null && (
          <Text size="sm" c="dimmed">
            One of the series {template}: what you correct here counts for this expiry only.
          </Text>
        )}
        {notes !== null && <Text size="sm">{notes}</Text>}
      </div>
      {editing !== null && (
        <CorrectModal contract={contract.id} field={editing} onDone={() => setEditing(null)} />
      )}
      <ConfirmTerms details={details} />
      <Switch
        label="Show the whole addresses of the sources"
        checked={fullSources}
        onChange={(event) => setFullSources(event.currentTarget.checked)}
      />
      <DataTable
        label="Terms"
        rows={fields}
        rowKey={({ field }) => field}
        columns={fieldColumns(setEditing, fullSources)}
        maxHeight={2000}
      />
      <Expiries expiries={expiries} />
      <SelfCheck contract={contract.id} quote={contract.quote} />
      {contract.own && <RemoveOwn contract={contract.id} onRemoved={onClose} />}
    </Stack>
  );
}

function Expiries({ expiries }: Pick<Details, 'expiries'>): ReactNode {
  if (expiries.length === 0) return null;
  return (
    <section>
      <Title order={3} size="h5" mb={4}>
        When it ends
      </Title>
      <List size="sm">
        {expiries.map(({ contract, expiry, days, fixing }) => (
          <List.Item key={contract}>
            {expiry}, in {days} {days === 1 ? 'day' : 'days'}
            {fixing !== null && `: final price at ${fixing.utc} (${fixing.local})`}
          </List.Item>
        ))}
      </List>
    </section>
  );
}

interface RemoveOwnProps {
  readonly contract: string;
  onRemoved(): void;
}

/** Asks once more: fills that name it would have no terms. */
function RemoveOwn({ contract, onRemoved }: RemoveOwnProps): ReactNode {
  const [asked, setAsked] = useState(false);
  const remove = useCommand('contracts.remove');
  const run = async (): Promise<void> => {
    const result = await remove.run({ contract });
    if (result?.ok === true) onRemoved();
  };
  if (!asked)
    return (
      <Button
        variant="subtle"
        color="gray"
        style={{ alignSelf: 'flex-start' }}
        onClick={() => setAsked(true)}
      >
        Remove this contract
      </Button>
    );
  return (
    <Alert color="yellow" title="Remove the contract that you added?">
      <Text size="sm" mb="xs">
        Fills and plans that name it stay, but have no terms any more.
      </Text>
      <Group gap="xs">
        <Button color="red" size="compact-sm" loading={remove.busy} onClick={() => void run()}>
          Yes, remove it
        </Button>
        <Button variant="default" size="compact-sm" onClick={() => setAsked(false)}>
          Keep it
        </Button>
      </Group>
      {remove.failure !== null && <Failure failure={remove.failure} />}
    </Alert>
  );
}
