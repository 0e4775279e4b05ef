import { Button, Grid, Stack } from '@mantine/core';
import { IconTargetArrow } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import type { CallAnswer } from '../../../shared/contract/contract.ts';
import { useCall } from '../../rpc/use-call.ts';
import { HedgeChecklist } from '../../ui/hedge-checklist.tsx';
import { Issues } from '../../ui/issues.tsx';
import { useNavigation } from '../../ui/navigation.tsx';
import { Panel } from '../../ui/panel.tsx';
import { Answer, EmptyState } from '../../ui/states.tsx';
import { GroupedPolicy } from './grouped-policy.tsx';
import { ContractPanel } from './contract-panel.tsx';
import { isShortForm } from './draft.ts';
import { HedgePanel } from './hedge-panel.tsx';
import { PlansPanel } from './plans-panel.tsx';
import { PolicyPanel } from './policy-panel.tsx';
import { usePolicyDraft } from './use-policy-draft.ts';
import { useHedgeChoice } from './use-targets.ts';
import type { Targets } from './view-model.ts';

/** The targets, the futures that would meet them, and the plans that were kept. */
export function HedgeTab(): ReactNode {
  const targets = useCall('targets.read', {});
  const holdings = useCall('holdings.read', {});
  return (
    <Answer of={holdings} what="Reading your holdings">
      {(held) =>
        held.holdings.length === 0 ? (
          <NothingHeld />
        ) : (
          <Answer of={targets} what="Comparing with your targets">
            {(answer) => <Filled targets={answer} holdings={held} />}
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
      title="Nothing to compare with a target yet"
      icon={<IconTargetArrow aria-hidden="true" />}
      action={<Button onClick={() => go('import')}>Import your exports</Button>}
    >
      Import what you hold first; then say which mix you want, and the futures trade that gets you there
      stands here.
    </EmptyState>
  );
}

interface FilledProps {
  readonly targets: Targets;
  readonly holdings: CallAnswer<'holdings.read'>;
}

function Filled({ targets, holdings }: FilledProps): ReactNode {
  const { params } = useNavigation();
  const form = usePolicyDraft(targets, holdings.holdings);
  const { contracts, choice } = useHedgeChoice(form, holdings, params['exit']);
  const hasTargets = targets.policy !== null || form.typed !== null;
  return (
    <Stack gap="xl">
      <Grid gap="lg">
        <Grid.Col span={{ base: 12, lg: 5 }}>
          {isShortForm(targets.policy) ? (
            <PolicyPanel targets={targets} form={form} />
          ) : (
            <GroupedPolicy targets={targets} form={form} />
          )}
        </Grid.Col>
        <Grid.Col span={{ base: 12, lg: 7 }}>
          <ContractPanel hasTargets={hasTargets} contracts={contracts} choice={choice} />
        </Grid.Col>
      </Grid>
      {hasTargets && choice.assets.length > 0 && contracts.data !== undefined && (
        <HedgePanel form={form} choice={choice} asOf={holdings.asOf} currency={holdings.currency} />
      )}
      <Panel
        title="Six steps of a hedge"
        about="Ticked by what the ledger shows: stop anywhere, go on another day."
      >
        <HedgeChecklist on="targets" />
      </Panel>
      <PlansPanel today={holdings.asOf} />
      {targets.issues.length > 0 && (
        <Panel title="What may be wrong with these figures">
          <Issues issues={targets.issues} />
        </Panel>
      )}
    </Stack>
  );
}
