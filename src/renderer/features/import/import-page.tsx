import { Paper, Stack } from '@mantine/core';
import type { ReactNode } from 'react';
import { Page } from '../../ui/page.tsx';
import { StepList } from '../../ui/step-list.tsx';
import { TaskProgressBar } from '../../ui/task-progress.tsx';
import { BatchHistory } from './batch-history.tsx';
import { CheckStep } from './check-step.tsx';
import { ConfirmStep } from './confirm-step.tsx';
import { DetectStep } from './detect-step.tsx';
import { DoneStep } from './done-step.tsx';
import { DropFiles } from './drop-files.tsx';
import { FormatList } from './format-list.tsx';
import { stepNames } from './import-flow.ts';
import { PreviewFailed } from './preview-failed.tsx';
import { useImport, type ImportState } from './use-import.ts';

const steps = ['files', 'detect', 'check', 'confirm', 'done'] as const;

/** Did everything arrive, once? */
export function ImportPage(): ReactNode {
  const state = useImport();
  const { step } = state.flow;
  return (
    <Page title="Import" question="Did everything arrive, once?">
      <Paper component="section" aria-label="Import files" p="lg">
        <Stack gap="lg">
          <StepList steps={stepNames} active={steps.indexOf(step) + (step === 'done' ? 1 : 0)} />
          <ImportStep state={state} />
        </Stack>
      </Paper>
      {(step === 'files' || step === 'done') && <BatchHistory />}
      <FormatList />
    </Page>
  );
}

function ImportStep({ state }: { readonly state: ImportState }): ReactNode {
  const { flow, preview, restart } = state;
  if (flow.step === 'files') return <DropFiles uploads={state.uploads} onFiles={state.take} />;
  if (flow.step === 'done') return <DoneStep confirmed={flow.confirmed} onMore={restart} />;
  const { data, error, isFetching } = preview.call;
  if (isFetching || (data === undefined && error === null)) {
    return <TaskProgressBar what="Reading the files" progress={preview.progress} onCancel={restart} />;
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
