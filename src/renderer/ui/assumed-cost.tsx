import { Badge } from '@mantine/core';
import { useContext, type ReactNode } from 'react';
import { Term } from './term.tsx';
import { UnknownCostContext, unknownCostWords } from './unknown-cost.ts';

/** The mark beside every figure that rests on a cost nobody knows. In: `reason`, of a disposal, why it left. */
export function AssumedCost({ reason }: { readonly reason?: string }): ReactNode {
  const { words, term } = unknownCostWords(useContext(UnknownCostContext), reason);
  return (
    <Term id={term}>
      <Badge variant="light" color="yellow" tt="none" style={{ cursor: 'inherit' }}>
        {words}
      </Badge>
    </Term>
  );
}
