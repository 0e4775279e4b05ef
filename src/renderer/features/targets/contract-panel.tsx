import { SegmentedControl, Stack, Text } from '@mantine/core';
import type { ReactNode } from 'react';
import type { CallState } from '../../rpc/use-call.ts';
import type { OverlayInput } from '../../../shared/domain/overlay-choice.ts';
import { Panel } from '../../ui/panel.tsx';
import { Answer } from '../../ui/states.tsx';
import { Term } from '../../ui/term.tsx';
import { ContractChoice } from './contract-choice.tsx';
import type { HedgeChoice } from './use-targets.ts';
import classes from './targets.module.css';

export interface ContractPanelProps {
  /** Saved or typed. */
  readonly hasTargets: boolean;
  readonly contracts: CallState<'targets.contracts'>;
  readonly choice: HedgeChoice;
}

/** Which futures stand for each asset that is off target. */
export function ContractPanel({ hasTargets, contracts, choice }: ContractPanelProps): ReactNode {
  return (
    <Panel
      title="Futures to use"
      about="One contract for each asset that is off target. Choosing saves nothing."
    >
      {!hasTargets ? (
        <Text size="sm">Say which mix you want first; then the assets that are off target stand here.</Text>
      ) : choice.assets.length === 0 ? (
        <Text size="sm">Every asset is on target: no futures are needed.</Text>
      ) : (
        <Answer of={contracts} what="Reading the contract catalogue">
          {() => (
            <Stack gap="lg">
              <ul className={classes.contracts}>
                {choice.assets.map((asset) => (
                  <ContractChoice key={asset} asset={asset} choice={choice} />
                ))}
              </ul>
              <Rounding value={choice.input.rounding} onChange={choice.round} />
            </Stack>
          )}
        </Answer>
      )}
    </Panel>
  );
}

interface RoundingProps {
  readonly value: OverlayInput['rounding'];
  onChange(value: OverlayInput['rounding']): void;
}

function Rounding({ value, onChange }: RoundingProps): ReactNode {
  return (
    <div>
      <Text size="sm" fw={600} mb={6}>
        Round to whole <Term id="contract-size">contracts</Term>
      </Text>
      <SegmentedControl
        aria-label="Rounding"
        value={value}
        onChange={(next) => onChange(next as OverlayInput['rounding'])}
        data={[
          { value: 'floor', label: 'Down: hedge less' },
          { value: 'nearest', label: 'To the nearest' },
          { value: 'ceil', label: 'Up: hedge more' },
        ]}
      />
    </div>
  );
}
