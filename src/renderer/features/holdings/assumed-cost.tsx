import { Badge } from '@mantine/core';
import type { ReactNode } from 'react';
import { Term } from '../../ui/term.tsx';

/** The mark beside every figure that rests on a cost nobody knows. */
export function AssumedCost({ words = 'cost assumed' }: { readonly words?: string }): ReactNode {
  return (
    <Term id="assumed-cost">
      <Badge variant="light" color="yellow" tt="none" style={{ cursor: 'inherit' }}>
        {words}
      </Badge>
    </Term>
  );
}
