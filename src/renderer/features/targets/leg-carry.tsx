import { List, Text } from '@mantine/core';
import type { ReactNode } from 'react';
import { Sentence } from '../../ui/hide-amounts.tsx';
import { RateText } from '../../ui/numbers.tsx';
import { Term } from '../../ui/term.tsx';
import { LegPart } from './leg-part.tsx';
import type { Leg } from './view-model.ts';

/** What holding the leg costs or brings: funding as it was, or the gap to spot, and what rolling it takes. */
export function LegCarry({ leg: { carry } }: { readonly leg: Leg }): ReactNode {
  const { basis, funding, fundingMissing, roll } = carry;
  return (
    <LegPart title={<Term id="carry">Cost of holding it</Term>}>
      <Text size="sm" fw={550}>
        <Sentence>{carry.words}</Sentence>
      </Text>
      <List size="sm" spacing={4}>
        {basis !== null && (
          <List.Item>
            {basis.words} A year: <RateText value={basis.perYearSimple} unknown="too near the end to say" />{' '}
            simple, <RateText value={basis.perYearCompounded} unknown="too near the end to say" /> compounded.
          </List.Item>
        )}
        {funding !== null && (
          <>
            <List.Item>
              <Sentence>{funding.words}</Sentence>
            </List.Item>
            {funding.p10 !== null && (
              <List.Item>
                Over {Math.round(funding.horizonHours / 24)} days longs paid shorts between{' '}
                <RateText value={funding.p10} /> (one time in ten less) and <RateText value={funding.p90} />{' '}
                (one time in ten more) of the notional; the middle was <RateText value={funding.p50} />.
              </List.Item>
            )}
          </>
        )}
        {fundingMissing !== null && <List.Item>{fundingMissing}</List.Item>}
        {roll !== null && (
          <List.Item>
            <Sentence>{roll.words}</Sentence>
          </List.Item>
        )}
      </List>
    </LegPart>
  );
}
