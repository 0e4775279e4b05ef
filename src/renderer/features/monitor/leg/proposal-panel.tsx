import { Stack, Text } from '@mantine/core';
import type { ReactNode } from 'react';
import { useCall } from '../../../rpc/use-call.ts';
import { Sentence } from '../../../ui/hide-amounts.tsx';
import { Issues } from '../../../ui/issues.tsx';
import { MoneyText, QuantityText, RateText } from '../../../ui/numbers.tsx';
import { Answer } from '../../../ui/states.tsx';
import { WhatIf } from '../../../ui/what-if.tsx';
import { ChecksList } from '../checks-list.tsx';
import type { Proposal } from '../view-model.ts';
import classes from '../monitor.module.css';

/** The trade that brings the ratio back, with all that was checked of it. Nothing is ordered. */
export function ProposalPanel({ leg }: { readonly leg: string }): ReactNode {
  const call = useCall('monitor.proposal', { leg });
  return (
    <WhatIf title="The trade that brings it back" about="Proposed only: you place it at your exchange.">
      <Answer of={call} what="Working out the trade">
        {(proposal) => <Filled proposal={proposal} />}
      </Answer>
    </WhatIf>
  );
}

function Filled({ proposal }: { readonly proposal: Proposal }): ReactNode {
  const { sentence, order, before, after, ratioAfter, checks, stale, issues } = proposal;
  return (
    <Stack gap="md">
      <Text className={classes.answer} role="status">
        <Sentence>{sentence}</Sentence>
      </Text>
      {stale && <Text size="sm">It rests on an old price: enter a new one before you trade.</Text>}
      {order !== null && (
        <dl className={classes.figures}>
          <div>
            <dt>Worth of the trade</dt>
            <dd>
              <MoneyText value={order.notional} />
            </dd>
          </div>
          <div>
            <dt>Off plan before</dt>
            <dd>
              <QuantityText value={before} unit={order.asset} signed="plain" />
            </dd>
          </div>
          <div>
            <dt>Off plan after</dt>
            <dd>
              <QuantityText value={after} unit={order.asset} signed="plain" />
            </dd>
          </div>
          <div>
            <dt>Ratio after</dt>
            <dd>
              <RateText value={ratioAfter} decimals={1} />
            </dd>
          </div>
        </dl>
      )}
      {checks.length > 0 && <ChecksList checks={checks} />}
      {issues.length > 0 && <Issues issues={issues} />}
    </Stack>
  );
}
