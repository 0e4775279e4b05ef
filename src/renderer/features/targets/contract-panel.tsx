import { Stack, Text } from '@mantine/core';
import type { ReactNode } from 'react';
import type { CallState } from '../../rpc/use-call.ts';
import { Panel } from '../../ui/panel.tsx';
import { Answer } from '../../ui/states.tsx';
import { ContractChoice } from './contract-choice.tsx';
import { SizingControls } from './sizing-controls.tsx';
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
              <SizingControls choice={choice} />
            </Stack>
          )}
        </Answer>
      )}
    </Panel>
  );
}
