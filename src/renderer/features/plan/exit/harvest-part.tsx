import type { ReactNode } from 'react';
import type { ExitRequest } from './exit-draft.ts';

export function HarvestPart(_: { readonly request: ExitRequest }): ReactNode {
  return null;
}
