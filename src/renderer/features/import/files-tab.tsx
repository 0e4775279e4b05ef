import { Paper, Stack } from '@mantine/core';
import type { ReactNode } from 'react';
import { StepList } from '../../ui/step-list.tsx';
import { TaskProgressBar } from '../../ui/task-progress.tsx';
import { BatchHistory } from './batch-history.tsx';
import { CheckStep } from './check-step.tsx';
import { ConfirmStep } from './confirm-step.tsx';
import { DecisionsPanel } from './decisions/decisions-panel.tsx';
import { DetectStep } from './detect-step.tsx';
import { DoneStep } from './done-step.tsx';
import { DropFiles } from './drop-files.tsx';
import { stepNames } from './import-flow.ts';
import { MapFile } from './mapping/map-file.tsx';
import { NextLooksPanel } from './next/next-looks-panel.tsx';
import { PreviewFailed } from './preview-failed.tsx';
import type { ImportState } from './use-import.ts';
import type { MappingFlow } from './wizard-props.ts';

const steps = ['files', 'detect', 'check', 'confirm', 'done'] as const;

/** From dropped files to stored rows; and what was stored so far. */
export function FilesTab({ state }: { readonly state: ImportState }): ReactNode {
  const { step } = state.flow;
  const isQuiet = step === 'files' || step === 'done';
  return (
    <Stack gap="xl">
      <Paper component="section" aria-label="Import files" p="lg">
        <Stack gap="lg">
          <StepList
            steps={stepNames}
            active={steps.indexOf(step === 'map' ? 'detect' : step) + (step === 'done' ? 1 : 0)}
          />
          <ImportStep state={state} />
        </Stack>
      </Paper>
      {step === 'files' && <NextLooksPanel />}
      {isQuiet && <BatchHistory />}
      {isQuiet && <DecisionsPanel />}
    </Stack>
  );
}

function ImportStep({ state }: { readonly state: ImportState }): ReactNode {
  const { flow, preview, restart } = state;
  if (flow.step === 'files') return <DropFiles uploads={state.uploads} onFiles={state.take} />;
  if (flow.step === 'done') return <DoneStep confirmed={flow.confirmed} onMore={restart} />;
  if (flow.step === 'map') return <Mapping key={flow.upload} flow={flow} state={state} />;
  const { data, error, isFetching } = preview.call;
  if (isFetching || (data === undefined && error === null)) {
    return (
      <TaskProgressBar what="Reading the files" progress={preview.progress} unit="bytes" onCancel={restart} />
    );
  }
  if (data === undefined) {
    return error === null ? null : <PreviewFailed failure={error.failure} flow={flow} state={state} />;
  }
  switch (flow.step) {
    case 'detect':
      return <DetectStep preview={data} flow={flow} state={state} />;
    case 'check':
      return <CheckStep preview={data} flow={flow} state={state} />;
    case 'confirm':
      return <ConfirmStep preview={data} flow={flow} state={state} />;
  }
}

function Mapping({
  flow: { upload },
  state,
}: {
  readonly flow: MappingFlow;
  readonly state: ImportState;
}): ReactNode {
  const file = state.preview.call.data?.files.find((one) => one.upload === upload)?.file ?? 'the file';
  return (
    <MapFile
      upload={upload}
      file={file}
      onSaved={({ format }) => state.move({ type: 'mapped', upload, format })}
      onCancel={() => state.move({ type: 'go', step: 'detect' })}
    />
  );
}
