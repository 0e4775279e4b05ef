import { Button, Stack, Text } from '@mantine/core';
import type { ReactNode } from 'react';
import { DetectedFile } from './detected-file.tsx';
import { choiceOf } from './import-flow.ts';
import { StepHeading } from '../../ui/step-heading.tsx';
import { StepButtons } from './step-buttons.tsx';
import { countWords, stepAfterDetect, totalsOf, unknownFiles } from './view-model.ts';
import type { WizardStepProps } from './wizard-props.ts';

/** What each file is, why it is taken for that, and what stands in it. */
export function DetectStep({ preview, flow, state }: WizardStepProps): ReactNode {
  const unknown = unknownFiles(preview).length;
  return (
    <Stack gap="lg">
      <StepHeading
        title="What is in these files"
        about={
          unknown === preview.files.length
            ? 'None of it can be read yet.'
            : `${countWords(totalsOf(preview.files))}. What stands with a pencil can be changed.`
        }
      />
      {preview.files.map((file) => (
        <DetectedFile
          key={file.upload}
          file={file}
          choice={flow.files.find(({ upload }) => upload === file.upload) ?? choiceOf(file.upload, {})}
          onChoose={(choice) => state.move({ type: 'choose', choice })}
          onMap={() => state.move({ type: 'map', upload: file.upload })}
          onLeaveOut={() => state.leaveFileOut(file.upload)}
        />
      ))}
      {unknown > 0 && (
        <Text c="red" role="alert">
          {unknown === 1
            ? 'One file waits for you: answer what stands there, or leave it out.'
            : `${unknown} files wait for you: answer what stands there, or leave them out.`}
        </Text>
      )}
      <StepButtons
        next={
          <Button
            disabled={unknown > 0}
            onClick={() => state.move({ type: 'go', step: stepAfterDetect(preview) })}
          >
            Continue
          </Button>
        }
        onCancel={state.restart}
      />
    </Stack>
  );
}
