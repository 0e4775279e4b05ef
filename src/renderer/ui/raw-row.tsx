import { Code } from '@mantine/core';
import type { ReactNode } from 'react';
import { useHideAmounts } from './hide-amounts.tsx';

/** A row as it stands in its file. It names amounts, so it goes when amounts are hidden. */
export function RawRow({ raw }: { readonly raw: string }): ReactNode {
  const { hidden } = useHideAmounts();
  return (
    <Code style={{ display: 'inline-block', whiteSpace: 'pre-wrap', overflowWrap: 'anywhere', fontSize: 12 }}>
      {hidden ? 'hidden with the amounts' : raw}
    </Code>
  );
}
