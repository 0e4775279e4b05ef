import { Button } from '@mantine/core';
import { IconTargetArrow } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { ChartOrTable } from '../../charts/chart-or-table.tsx';
import { DriftBullets } from '../../charts/drift-bullets.tsx';
import { DriftTable } from '../../charts/drift-table.tsx';
import type { CallState } from '../../rpc/use-call.ts';
import { useNavigation } from '../../ui/navigation.tsx';
import { Panel } from '../../ui/panel.tsx';
import { Answer, EmptyState } from '../../ui/states.tsx';
import { Term } from '../../ui/term.tsx';
import { driftSentence, type Targets } from './view-model.ts';

/** How far each share is from its target. */
export function DriftPanel({ targets }: { readonly targets: CallState<'targets.read'> }): ReactNode {
  return (
    <Panel
      title="Against your targets"
      about={
        <>
          The <Term id="drift" /> of each asset, counted with its futures, and the{' '}
          <Term id="tolerance-band" />.
        </>
      }
    >
      <Answer of={targets} what="Comparing with your targets">
        {(answer) => (answer.policy === null ? <NoTargets /> : <Drift targets={answer} />)}
      </Answer>
    </Panel>
  );
}

function NoTargets(): ReactNode {
  const { go } = useNavigation();
  return (
    <EmptyState
      title="No targets yet"
      icon={<IconTargetArrow aria-hidden="true" />}
      action={
        <Button variant="default" onClick={() => go('targets')}>
          Set targets
        </Button>
      }
    >
      Say which mix you want, for example half Bitcoin and half Ether; how far you are from it will stand
      here.
    </EmptyState>
  );
}

function Drift({ targets }: { readonly targets: Targets }): ReactNode {
  const rows = targets.drift.map(({ effectiveWeight, ...row }) => ({ ...row, weight: effectiveWeight }));
  return (
    <ChartOrTable
      of="drift"
      summary={driftSentence(targets.drift)}
      chart={<DriftBullets rows={rows} />}
      table={<DriftTable rows={rows} />}
    />
  );
}
