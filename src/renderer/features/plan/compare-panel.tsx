import { Button, Grid, Group, Text } from '@mantine/core';
import type { ReactNode } from 'react';
import type { CallAnswer } from '../../../shared/contract/contract.ts';
import { useNavigation } from '../../ui/navigation.tsx';
import { Answer } from '../../ui/states.tsx';
import { WhatIf } from '../../ui/what-if.tsx';
import { AssumptionsForm } from './assumptions-form.tsx';
import { ComparisonAnswer } from './comparison-answer.tsx';
import { useOverlayOfPlan, useWhatIf, type OverlayOfPlan } from './use-comparison.ts';
import { onTargetWords, suggestedExit, type Plan } from './view-model.ts';

export interface ComparePanelProps {
  readonly holdings: CallAnswer<'holdings.read'>;
  readonly plan: Plan | null;
  readonly profileMissing: boolean;
  openProfile(): void;
}

/** Sell now, or hedge now and sell later? */
export function ComparePanel({ holdings, plan, profileMissing, openProfile }: ComparePanelProps): ReactNode {
  const state = useOverlayOfPlan(holdings, plan);
  return (
    <WhatIf
      title="Sell now, or hedge now and sell later?"
      about="Both ways reach your target. Nothing here changes your ledger."
    >
      {profileMissing ? (
        <NeedsProfile openProfile={openProfile} />
      ) : (
        <Answer of={state.targets} what="Comparing with your targets">
          {(targets) =>
            targets.policy === null ? (
              <NeedsTargets />
            ) : state.assets.length === 0 ? (
              <Text size="sm">{onTargetWords(holdings.positions)}</Text>
            ) : (
              <Answer of={state.contracts} what="Reading the contract catalogue">
                {() => <Compared holdings={holdings} plan={plan} state={state} />}
              </Answer>
            )
          }
        </Answer>
      )}
    </WhatIf>
  );
}

interface ComparedProps {
  readonly holdings: CallAnswer<'holdings.read'>;
  readonly plan: Plan | null;
  readonly state: OverlayOfPlan;
}

function Compared({ holdings, plan, state: { overlay, assets } }: ComparedProps): ReactNode {
  const planned = plan !== null && plan.exitDate > holdings.asOf ? plan.exitDate : null;
  const whatIf = useWhatIf(overlay, planned ?? suggestedExit(holdings.asOf), holdings.asOf);
  const { comparison } = whatIf;
  return (
    <Grid gap="xl">
      <Grid.Col span={{ base: 12, lg: 3 }}>
        <AssumptionsForm whatIf={whatIf} assets={assets} used={comparison.data?.assumptions} />
      </Grid.Col>
      <Grid.Col span={{ base: 12, lg: 9 }}>
        <Answer of={comparison} what="Comparing both ways">
          {(answer) => <ComparisonAnswer comparison={answer} currency={holdings.currency} />}
        </Answer>
      </Grid.Col>
    </Grid>
  );
}

function NeedsProfile({ openProfile }: { openProfile(): void }): ReactNode {
  return (
    <Group justify="space-between">
      <Text size="sm">
        Tax depends on your income and filing status: enter them, and both ways are compared to the cent.
      </Text>
      <Button variant="default" onClick={openProfile}>
        Enter your tax details
      </Button>
    </Group>
  );
}

function NeedsTargets(): ReactNode {
  const { go } = useNavigation();
  return (
    <Group justify="space-between">
      <Text size="sm">Say first which mix you want: then the two ways to get there are compared here.</Text>
      <Button variant="default" onClick={() => go('targets')}>
        Set targets
      </Button>
    </Group>
  );
}
