import { Button, Grid, Stack } from '@mantine/core';
import { IconTargetArrow } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import type { CallAnswer } from '../../../../shared/contract/contract.ts';
import { useCall } from '../../../rpc/use-call.ts';
import { useNavigation } from '../../../ui/navigation.tsx';
import { Answer, EmptyState } from '../../../ui/states.tsx';
import { firstDraft } from '../draft.ts';
import { DriftPanel } from './drift-panel.tsx';
import { emptyFields, type FieldsDraft } from './fields-draft.ts';
import { LogPanel } from './log-panel.tsx';
import { PolicyForm } from './policy-form.tsx';
import { usePolicyEditor } from './use-policy-editor.ts';
import { VersionsPanel } from './versions-panel.tsx';

/** The mix one wants, the rules for going back to it, how far one is, and what was decided when. */
export function PolicyTab(): ReactNode {
  const holdings = useCall('holdings.read', {});
  const policy = useCall('policy.read', {});
  return (
    <Answer of={holdings} what="Reading your holdings">
      {(held) =>
        held.holdings.length === 0 ? (
          <NothingHeld />
        ) : (
          <Answer of={policy} what="Reading your policy">
            {(saved) => <Filled key={saved.versions.length} holdings={held} saved={saved} />}
          </Answer>
        )
      }
    </Answer>
  );
}

function NothingHeld(): ReactNode {
  const { go } = useNavigation();
  return (
    <EmptyState
      title="Nothing to have a policy for yet"
      icon={<IconTargetArrow aria-hidden="true" />}
      action={<Button onClick={() => go('import')}>Import your exports</Button>}
    >
      Import what you hold first; then say which mix you want and when to go back to it.
    </EmptyState>
  );
}

interface FilledProps {
  readonly holdings: CallAnswer<'holdings.read'>;
  readonly saved: CallAnswer<'policy.read'>;
}

function Filled({ holdings, saved }: FilledProps): ReactNode {
  const editor = usePolicyEditor(saved, startOf(holdings));
  const isDraft = editor.changed && editor.policy !== null;
  const drift = useCall('policy.drift', isDraft && editor.policy !== null ? { policy: editor.policy } : {}, {
    keepPrevious: true,
  });
  return (
    <Stack gap="lg">
      <PolicyForm editor={editor} />
      {(saved.policy !== null || editor.policy !== null) && (
        <Answer of={drift} what="Comparing with your targets">
          {(answer) => (
            <DriftPanel drift={answer} today={holdings.asOf} currency={holdings.currency} isDraft={isDraft} />
          )}
        </Answer>
      )}
      {saved.policy !== null && (
        <Grid gap="lg">
          <Grid.Col span={{ base: 12, lg: 7 }}>
            <LogPanel />
          </Grid.Col>
          <Grid.Col span={{ base: 12, lg: 5 }}>
            <VersionsPanel versions={saved.versions} />
          </Grid.Col>
        </Grid>
      )}
    </Stack>
  );
}

/** Where somebody without a policy begins: what they hold, in whole per cent, and a usual band. */
function startOf({ holdings }: CallAnswer<'holdings.read'>): FieldsDraft {
  const { rows, absoluteBand, relativeBand } = firstDraft(holdings);
  return {
    ...emptyFields,
    lines: rows.map(({ id, asset, weight }) => ({
      id,
      kind: 'asset' as const,
      name: asset,
      weight,
      band: 'same' as const,
      absolute: '',
      relative: '',
      members: [],
    })),
    absoluteBand,
    relativeBand,
  };
}
