import type { ReactNode } from 'react';
import { useCall } from '../../rpc/use-call.ts';
import { Answer } from '../../ui/states.tsx';
import { CheckStep } from './check-step.tsx';
import { CreateFrame } from './create-frame.tsx';
import { KeyStep } from './key-step.tsx';
import { createStepOf, type LockFlow } from './lock-flow.ts';
import { PlaceStep } from './place-step.tsx';
import { ProfileStep } from './profile-step.tsx';
import type { LockFlowState } from './use-lock-flow.ts';

type CreateFlow = Extract<LockFlow, { step: 'create' | 'show-key' | 'check-key' | 'profile' }>;

export interface CreateViewProps {
  readonly flow: CreateFlow;
  readonly state: LockFlowState;
}

/** Creating a ledger, step by step. */
export function CreateView({ flow, state }: CreateViewProps): ReactNode {
  return (
    <CreateFrame step={createStepOf(flow) ?? 0} onCancel={state.back}>
      <CreateStep flow={flow} state={state} />
    </CreateFrame>
  );
}

function CreateStep({ flow, state }: CreateViewProps): ReactNode {
  const { create, saveProfile, move, enter } = state;
  const known = useCall('ledger.known', {});
  const status = useCall('ledger.status', {});
  switch (flow.step) {
    case 'create':
      return (
        <Answer of={known} what="Looking for a place">
          {({ defaultPath }) => (
            <PlaceStep
              defaultPath={defaultPath}
              busy={create.task.busy}
              failure={create.task.failure}
              onCreate={create.start}
            />
          )}
        </Answer>
      );
    case 'show-key':
      return (
        <KeyStep
          recoveryKey={flow.recoveryKey}
          path={status.data?.path ?? null}
          onKept={() => move({ type: 'key-kept' })}
        />
      );
    case 'check-key':
      return (
        <CheckStep
          recoveryKey={flow.recoveryKey}
          onChecked={() => move({ type: 'key-checked' })}
          onShowAgain={() => move({ type: 'show-key-again' })}
        />
      );
    case 'profile':
      return (
        <Answer of={status} what="Opening the ledger">
          {({ taxYear }) => (
            <ProfileStep
              taxYear={taxYear}
              busy={saveProfile.task.busy}
              failure={saveProfile.task.failure}
              onSave={saveProfile.start}
              onSkip={enter}
            />
          )}
        </Answer>
      );
  }
}
