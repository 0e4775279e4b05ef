import { Button } from '@mantine/core';
import { IconCalendarDollar } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useCall } from '../../rpc/use-call.ts';
import { useNavigation } from '../../ui/navigation.tsx';
import { Answer, EmptyState } from '../../ui/states.tsx';
import { ComparePanel } from './compare-panel.tsx';
import { chosenPlan } from './view-model.ts';

export interface CompareTabProps {
  readonly planId: string | undefined;
  readonly profileMissing: boolean;
  openProfile(): void;
}

/** Sell now, or hedge now and sell later, for what is off target. */
export function CompareTab({ planId, profileMissing, openProfile }: CompareTabProps): ReactNode {
  const holdings = useCall('holdings.read', {});
  const plans = useCall('targets.plans', {});
  return (
    <Answer of={holdings} what="Reading your holdings">
      {(held) =>
        held.holdings.length === 0 ? (
          <NothingHeld />
        ) : (
          <Answer of={plans} what="Reading your plans">
            {(answer) => {
              const plan = chosenPlan(answer.plans, planId);
              return (
                <ComparePanel
                  key={plan?.id ?? 'no plan'}
                  holdings={held}
                  plan={plan}
                  profileMissing={profileMissing}
                  openProfile={openProfile}
                />
              );
            }}
          </Answer>
        )
      }
    </Answer>
  );
}

/** The way out of an empty ledger. */
function NothingHeld(): ReactNode {
  const { go } = useNavigation();
  return (
    <EmptyState
      title="Nothing to plan yet"
      icon={<IconCalendarDollar aria-hidden="true" />}
      action={<Button onClick={() => go('import')}>Import your exports</Button>}
    >
      Once your coins are imported, what selling them would cost in tax stands here: now, or later behind a
      hedge.
    </EmptyState>
  );
}
