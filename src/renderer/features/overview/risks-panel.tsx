import type { ReactNode } from 'react';
import { Panel } from '../../ui/panel.tsx';
import { Risks } from '../../ui/risks.tsx';
import { hedgeRisks } from './hedge-risks.ts';
import { openPositions, type Holdings } from './view-model.ts';

/** Always in view while futures are open. */
export function RisksPanel({ holdings }: { readonly holdings: Holdings }): ReactNode {
  const risks = hedgeRisks(openPositions(holdings), holdings.currency);
  if (risks.length === 0) return null;
  return (
    <Panel title="What your hedge can cost you" about="Three risks that stay as long as futures are open.">
      <Risks risks={risks} />
    </Panel>
  );
}
