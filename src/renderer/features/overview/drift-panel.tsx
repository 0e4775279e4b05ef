import { Button, Text } from '@mantine/core';
import { IconTargetArrow } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { ChartOrTable } from '../../charts/chart-or-table.tsx';
import { DriftBullets, type BulletRow } from '../../charts/drift-bullets.tsx';
import { DriftTable } from '../../charts/drift-table.tsx';
import type { CallState } from '../../rpc/use-call.ts';
import { useNavigation } from '../../ui/navigation.tsx';
import { Panel } from '../../ui/panel.tsx';
import { Answer, EmptyState } from '../../ui/states.tsx';
import { Term } from '../../ui/term.tsx';
import { countedAmong, driftSentence } from './view-model.ts';

export interface DriftPanelProps {
  readonly targets: CallState<'targets.read'>;
  readonly drift: CallState<'policy.drift'>;
}

/** How far each share is from its target, cash included where the policy counts it. */
export function DriftPanel({ targets, drift }: DriftPanelProps): ReactNode {
  const { go } = useNavigation();
  return (
    <Panel
      title="Against your targets"
      about={
        <>
          The <Term id="drift" /> of each line of your policy, counted with its futures, and the{' '}
          <Term id="tolerance-band" />.
        </>
      }
      aside={
        <Button variant="subtle" size="compact-sm" onClick={() => go('targets', { tab: 'policy' })}>
          Targets & rules
        </Button>
      }
    >
      <Answer of={targets} what="Comparing with your targets">
        {(answer) =>
          answer.policy === null ? (
            <NoTargets />
          ) : (
            <Answer of={drift} what="Adding up your shares">
              {({ lines, leftOut }) => <Drift lines={lines} leftOut={leftOut} />}
            </Answer>
          )
        }
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

interface DriftProps {
  readonly lines: DriftLines;
  readonly leftOut: DriftAnswer['leftOut'];
}

function Drift({ lines, leftOut }: DriftProps): ReactNode {
  const rows = lines.map(rowOf);
  return (
    <>
      <ChartOrTable
        of="drift"
        summary={driftSentence(rows)}
        chart={<DriftBullets rows={rows} />}
        table={<DriftTable rows={rows} />}
      />
      {leftOut.length > 0 && (
        <Text size="xs" c="dimmed" mt="xs">
          {countedAmong(
            rows.map(({ asset }) => asset),
            leftOut.map(({ asset }) => asset),
          )}
        </Text>
      )}
    </>
  );
}

type DriftAnswer = NonNullable<DriftPanelProps['drift']['data']>;
type DriftLines = DriftAnswer['lines'];

function rowOf({ of, kind, effectiveWeight, ...line }: DriftLines[number]): BulletRow {
  return { ...line, asset: kind === 'cash' ? 'Cash' : of, weight: effectiveWeight };
}
