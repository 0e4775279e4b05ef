import type { ImportFlow, Preview } from './import-flow.ts';
import type { ImportState } from './use-import.ts';

/** The steps between dropped files and stored rows. */
export type PickedFlow = Exclude<ImportFlow, { step: 'files' | 'done' }>;

export interface WizardStepProps {
  readonly preview: Preview;
  readonly flow: PickedFlow;
  readonly state: ImportState;
}
