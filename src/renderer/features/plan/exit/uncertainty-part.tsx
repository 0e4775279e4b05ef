import type { ReactNode } from 'react';
import type { ExitRequest } from './exit-draft.ts';
import type { ExitPlan } from './exit-model.ts';

export interface UncertaintyPartProps {
  readonly plan: ExitPlan;
  readonly request: ExitRequest;
}

export function UncertaintyPart(_: UncertaintyPartProps): ReactNode {
  return null;
}
