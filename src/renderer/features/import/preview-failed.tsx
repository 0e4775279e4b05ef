import { Button, Group, Stack } from '@mantine/core';
import type { ReactNode } from 'react';
import type { Failure as FailureValue } from '../../../shared/errors/failure.ts';
import { Failure } from '../../ui/states.tsx';
import type { ImportState } from './use-import.ts';
import type { PickedFlow } from './wizard-props.ts';

export interface PreviewFailedProps {
  readonly failure: FailureValue;
  readonly flow: PickedFlow;
  readonly state: ImportState;
}

/** The files could not be read as chosen: take the last choice back, or begin again. */
export function PreviewFailed({ failure, flow, state }: PreviewFailedProps): ReactNode {
  const isChosen = flow.files !== flow.lastGood;
  return (
    <Stack>
      <Failure failure={failure} onRetry={() => void state.preview.call.refetch()} />
      <Group>
        {isChosen && (
          <Button onClick={() => state.move({ type: 'undo-choice' })}>Take the last change back</Button>
        )}
        <Button variant="default" onClick={state.restart}>
          Pick other files
        </Button>
      </Group>
    </Stack>
  );
}
