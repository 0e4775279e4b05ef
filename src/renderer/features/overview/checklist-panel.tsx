import type { ReactNode } from 'react';
import { HedgeChecklist } from '../../ui/hedge-checklist.tsx';
import { Panel } from '../../ui/panel.tsx';

/** How far the hedge is, from the target to the exit. */
export function ChecklistPanel(): ReactNode {
  return (
    <Panel
      title="Your hedge, step by step"
      about="Your ledger ticks the steps: stop when you like, go on when you like."
    >
      <HedgeChecklist on="overview" />
    </Panel>
  );
}
