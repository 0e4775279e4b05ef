import { Button, Drawer, Group, Stack, Text, Textarea, TextInput } from '@mantine/core';
import { useState, type ReactNode } from 'react';
import type { CallAnswer } from '../../../../shared/contract/contract.ts';
import { useCommand } from '../../../rpc/use-command.ts';
import { useLayer } from '../../../ui/layers.ts';
import { Failure } from '../../../ui/states.tsx';
import { WhatIf } from '../../../ui/what-if.tsx';
import { draftOf, emptyExitDraft } from '../exit/exit-draft.ts';
import { AssumptionFields } from '../exit/exit-form.tsx';
import { useExitForm } from '../exit/use-exit-plan.ts';
import type { Scenario } from './scenario-model.ts';

export interface ScenarioDrawerProps {
  /** null: closed. */
  readonly edited: Scenario | 'new' | null;
  readonly holdings: CallAnswer<'holdings.read'>;
  onClose(): void;
}

/** What a scenario assumes. */
export function ScenarioDrawer({ edited, holdings, onClose }: ScenarioDrawerProps): ReactNode {
  const isTop = useLayer(edited !== null);
  return (
    <Drawer
      opened={edited !== null}
      onClose={onClose}
      closeOnEscape={isTop}
      position="right"
      size="lg"
      title={edited === null || edited === 'new' ? 'New scenario' : `Scenario “${edited.name}”`}
    >
      {edited !== null && (
        <ScenarioForm
          key={edited === 'new' ? 'new' : edited.id}
          scenario={edited === 'new' ? null : edited}
          holdings={holdings}
          onClose={onClose}
        />
      )}
    </Drawer>
  );
}

interface ScenarioFormProps {
  readonly scenario: Scenario | null;
  readonly holdings: CallAnswer<'holdings.read'>;
  onClose(): void;
}

function ScenarioForm({ scenario, holdings, onClose }: ScenarioFormProps): ReactNode {
  const [draft, setDraft] = useState(() =>
    scenario?.exit === undefined ? emptyExitDraft : draftOf(scenario.exit),
  );
  const [name, setName] = useState(scenario?.name ?? '');
  const [note, setNote] = useState(scenario?.note ?? '');
  const form = useExitForm(holdings, draft, setDraft);
  const save = useCommand('scenarios.save');
  const { request } = form.checked;
  const submit = async (): Promise<void> => {
    if (request === null || name.trim() === '') return;
    const result = await save.run({
      name: name.trim(),
      note: note.trim(),
      exit: request,
      ...(scenario === null ? {} : { id: scenario.id }),
      ...(scenario?.tax === undefined ? {} : { tax: scenario.tax }),
    });
    if (result?.ok === true) onClose();
  };
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        void submit();
      }}
    >
      <Stack gap="md">
        <TextInput
          label="Name"
          placeholder="BTC doubles"
          value={name}
          onChange={(event) => setName(event.currentTarget.value)}
          maxLength={80}
          required
          data-autofocus
        />
        <Textarea
          label="Note"
          value={note}
          onChange={(event) => setNote(event.currentTarget.value)}
          maxLength={1000}
          autosize
        />
        <WhatIf title="What it assumes" about="Empty fields stay as in your ledger.">
          <Stack gap="md">
            <AssumptionFields form={form} holdings={holdings} used={() => ''} />
          </Stack>
        </WhatIf>
        {scenario?.tax !== undefined && (
          <Text size="sm" c="dimmed">
            What it assumes about your tax years, from the What if tab, stays.
          </Text>
        )}
        {save.failure !== null && <Failure failure={save.failure} />}
        <Group justify="flex-end">
          <Button variant="default" onClick={onClose}>
            Cancel
          </Button>
          <Button type="submit" loading={save.busy} disabled={request === null || name.trim() === ''}>
            Keep the scenario
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
