import { Button } from '@mantine/core';
import type { ReactNode } from 'react';
import { ChartOrTable } from '../../charts/chart-or-table.tsx';
import { DriftBullets } from '../../charts/drift-bullets.tsx';
import { DriftTable } from '../../charts/drift-table.tsx';
import { Sentence } from '../../ui/hide-amounts.tsx';
import { useNavigation } from '../../ui/navigation.tsx';
import { Panel } from '../../ui/panel.tsx';
import { Term } from '../../ui/term.tsx';
import type { PolicyPanelProps } from './policy-panel.tsx';

/** A policy with groups, to be read here: it is changed where all of it stands. */
export function GroupedPolicy({ targets: { words }, form: { rows } }: PolicyPanelProps): ReactNode {
  const { go } = useNavigation();
  return (
    <Panel
      title="The mix you want"
      about={<Sentence>{words ?? ''}</Sentence>}
      aside={
        <Button variant="default" size="compact-sm" onClick={() => go('targets', { tab: 'policy' })}>
          Change the policy
        </Button>
      }
    >
      <ChartOrTable
        of="drift"
        summary={
          <>
            Your <Term id="drift" /> today by asset, counted with futures you already have.
          </>
        }
        chart={<DriftBullets rows={rows} />}
        table={<DriftTable rows={rows} />}
      />
    </Panel>
  );
}
