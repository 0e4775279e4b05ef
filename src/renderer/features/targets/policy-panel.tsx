import { Button, Group, Stack, Text } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useState, type ReactNode } from 'react';
import { ChartOrTable } from '../../charts/chart-or-table.tsx';
import { DriftBullets } from '../../charts/drift-bullets.tsx';
import { DriftTable } from '../../charts/drift-table.tsx';
import { useCommand } from '../../rpc/use-command.ts';
import { Sentence } from '../../ui/hide-amounts.tsx';
import { useNavigation } from '../../ui/navigation.tsx';
import { Panel } from '../../ui/panel.tsx';
import { Failure } from '../../ui/states.tsx';
import { Term } from '../../ui/term.tsx';
import { PolicyFields } from './policy-fields.tsx';
import type { PolicyDraft } from './use-policy-draft.ts';
import type { Targets } from './view-model.ts';

export interface PolicyPanelProps {
  readonly targets: Targets;
  readonly form: PolicyDraft;
}

/** The mix one wants, and how far one is from it, redrawn with every key. */
export function PolicyPanel({ targets: { policy, words }, form }: PolicyPanelProps): ReactNode {
  const { draft, setDraft, checked, changed, touched } = form;
  const [asked, setAsked] = useState(false);
  const save = useCommand('targets.savePolicy');
  const { go } = useNavigation();

  const submit = async (): Promise<void> => {
    setAsked(true);
    if (checked.policy === null) return;
    const result = await save.run(checked.policy);
    if (result?.ok === true) notifications.show({ message: 'Targets saved', color: 'hedge' });
  };

  return (
    <Panel
      title="The mix you want"
      about={
        <Sentence>
          {words ?? 'Say how much of each asset you want; what you hold now is filled in as a start.'}
        </Sentence>
      }
      aside={
        <Button variant="subtle" size="compact-sm" onClick={() => go('targets', { tab: 'policy' })}>
          Rules & log
        </Button>
      }
    >
      <form
        onSubmit={(event) => {
          event.preventDefault();
          void submit();
        }}
      >
        <Stack gap="lg">
          <PolicyFields draft={draft} setDraft={setDraft} checked={checked} complain={asked || touched} />
          <Preview form={form} />
          {save.failure !== null && <Failure failure={save.failure} />}
          <Group justify="flex-end">
            {changed && policy !== null && (
              <Button variant="default" onClick={form.undo}>
                Undo changes
              </Button>
            )}
            <Button
              type="submit"
              variant="default"
              loading={save.busy}
              disabled={!changed || checked.policy === null}
            >
              Save targets
            </Button>
          </Group>
        </Stack>
      </form>
    </Panel>
  );
}

function Preview({ form: { rows, changed, checked } }: { readonly form: PolicyDraft }): ReactNode {
  if (rows.length === 0) {
    return checked.policy === null ? (
      <Text size="sm" c="dimmed">
        Once the shares add up to 100%, your distance from them stands here.
      </Text>
    ) : null;
  }
  return (
    <ChartOrTable
      of="drift"
      summary={
        <>
          Your <Term id="drift" /> today, counted with futures you already have
          {changed && ' (targets not saved yet)'}.
        </>
      }
      chart={<DriftBullets rows={rows} />}
      table={<DriftTable rows={rows} />}
    />
  );
}
