import type { ImportFlow, Preview } from './import-flow.ts';
import type { ImportState } from './use-import.ts';

/** The steps between dropped files and stored rows. */
export type PickedFlow = Exclude<ImportFlow, { step: 'files' | 'done' | 'map' }>;

/** Saying how a file is read that nobody knows. */
export type MappingFlow = Extract<ImportFlow, { step: 'map' }>;

export interface WizardStepProps {
  readonly preview: Preview;
  readonly flow: PickedFlow;
  readonly state: ImportState;
}
