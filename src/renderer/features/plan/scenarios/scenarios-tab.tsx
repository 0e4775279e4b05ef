import type { ReactNode } from 'react';

export interface ScenariosTabProps {
  readonly profileMissing: boolean;
  openProfile(): void;
}

export function ScenariosTab(_: ScenariosTabProps): ReactNode {
  return null;
}
