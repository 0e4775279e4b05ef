import { Text } from '@mantine/core';
import type { ReactNode } from 'react';
import { Sentence } from '../../ui/hide-amounts.tsx';
import { MoneyText } from '../../ui/numbers.tsx';
import { Term } from '../../ui/term.tsx';
import { LegPart } from './leg-part.tsx';
import type { Leg } from './view-model.ts';

/** What the order costs: the fee, and what the market takes beyond it. */
export function LegCost({ leg: { cost } }: { readonly leg: Leg }): ReactNode {
  return (
    <LegPart
      title={
        <>
          Cost of the order: fee and <Term id="slippage">slippage</Term>
        </>
      }
    >
      <Text size="sm">
        Fee <MoneyText value={cost.fee} unknown="not in the catalogue" />, slippage{' '}
        <MoneyText value={cost.slippage} unknown="not known" />.
      </Text>
      <Text size="sm">
        <Sentence>{cost.words}</Sentence>
      </Text>
    </LegPart>
  );
}
