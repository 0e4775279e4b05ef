import type { ReactNode } from 'react';
import { useCall } from '../../../rpc/use-call.ts';
import { Panel } from '../../../ui/panel.tsx';
import { NextLooksList } from './next-looks-list.tsx';

/** Did everything arrive, once? The answer for what is in the ledger already. */
export function NextLooksPanel(): ReactNode {
  const { data } = useCall('imports.list', {});
  if (data === undefined || data.batches.length === 0) return null;
  return (
    <Panel title="What to look at next">
      <NextLooksList />
    </Panel>
  );
}
