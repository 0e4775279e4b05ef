import { Alert, SimpleGrid, Stack, Text, Title } from '@mantine/core';
import { IconPencil } from '@tabler/icons-react';
import { memo, useDeferredValue, type ReactNode } from 'react';
import { ChartOrTable } from '../../charts/chart-or-table.tsx';
import { DriftBullets, type BulletRow } from '../../charts/drift-bullets.tsx';
import { DriftTable } from '../../charts/drift-table.tsx';
import { useCall } from '../../rpc/use-call.ts';
import { Sentence } from '../../ui/hide-amounts.tsx';
import { Risks } from '../../ui/risks.tsx';
import { Answer } from '../../ui/states.tsx';
import { Term } from '../../ui/term.tsx';
import { WhatIf } from '../../ui/what-if.tsx';
import { EntryOrder } from './entry-order.tsx';
import { ExposureChange } from './exposure-change.tsx';
import { HedgedLots } from './hedged-lots.tsx';
import { LegDetails } from './leg-details.tsx';
import { LegsTable } from './legs-table.tsx';
import { SavePlan } from './save-plan.tsx';
import { HedgeTaxPanel } from './tax/hedge-tax-panel.tsx';
import type { PolicyDraft } from './use-policy-draft.ts';
import type { HedgeActions, HedgeChoice } from './use-targets.ts';
import { beforeAndAfter, ordersAnything, type Overlay } from './view-model.ts';
import classes from './targets.module.css';

export interface HedgePanelProps {
  readonly form: PolicyDraft;
  readonly choice: HedgeChoice;
  readonly asOf: string;
  readonly currency: string;
}

/** The answer: the sentence first, then the orders, then what it changes, costs and risks, then what was looked at. */
export function HedgePanel({ form, choice, asOf, currency }: HedgePanelProps): ReactNode {
  const unsettled = form.changed && form.checked.policy === null;
  const call = useCall('targets.overlay', choice.input, { keepPrevious: true });
  // The sentence follows each key; the tables below it may take a moment longer.
  const later = useDeferredValue(call.data);
  const bands = useDeferredValue(form.rows);
  return (
    <WhatIf title="The hedge" about="Worked out from the figures above. Nothing is saved or ordered.">
      <Answer of={call} what="Sizing the hedge">
        {(overlay) => (
          <Stack gap="xl">
            {unsettled && <OfLastShares reason={form.checked.totalError} />}
            <Text className={classes.answer} role="status">
              <Sentence>{overlay.sentence}</Sentence>
            </Text>
            <InFull overlay={later ?? overlay} bands={bands} currency={currency} act={choice.act} />
            {ordersAnything(overlay) && (
              <>
                <HedgeTaxPanel input={choice.input} currency={currency} />
                <SavePlan choice={choice} asOf={asOf} held={unsettled} />
              </>
            )}
          </Stack>
        )}
      </Answer>
    </WhatIf>
  );
}

interface InFullProps {
  readonly overlay: Overlay;
  readonly bands: readonly BulletRow[];
  readonly currency: string;
  readonly act: HedgeActions;
}

/** All that stands below the sentence; drawn anew only when the answer is another. */
const InFull = memo(function InFull({ overlay, bands, currency, act }: InFullProps): ReactNode {
  return (
    <>
      <Orders overlay={overlay} currency={currency} />
      <Change overlay={overlay} bands={bands} currency={currency} />
      {ordersAnything(overlay) && <LegDetails legs={overlay.legs} act={act} />}
      <EntryOrder order={overlay.entryOrder} />
      {overlay.risks.length > 0 && (
        <section>
          <Title order={3} mb="sm">
            What it can cost you
          </Title>
          <Risks risks={overlay.risks} />
        </section>
      )}
      <HedgedLots lots={overlay.hedgedLots} />
    </>
  );
});

/** While shares are being typed that cannot be meant, the figures stay those of the last ones that could. */
function OfLastShares({ reason }: { readonly reason: string | null }): ReactNode {
  return (
    <Alert
      color="yellow"
      icon={<IconPencil aria-hidden="true" />}
      title="These figures are of the shares before"
    >
      {reason === null
        ? 'Something in the mix above cannot be read yet.'
        : `Your shares do not add up: ${reason}.`}{' '}
      Nothing can be saved until they do.
    </Alert>
  );
}

function Orders({ overlay, currency }: { readonly overlay: Overlay; readonly currency: string }): ReactNode {
  if (overlay.legs.length === 0) return null;
  return (
    <section>
      <Title order={3} mb="sm">
        The orders you would place
      </Title>
      <LegsTable legs={overlay.legs} currency={currency} />
    </section>
  );
}

interface ChangeProps {
  readonly overlay: Overlay;
  readonly bands: readonly BulletRow[];
  readonly currency: string;
}

function Change({ overlay, bands, currency }: ChangeProps): ReactNode {
  const rows = beforeAndAfter(overlay, bands);
  return (
    <section>
      <Title order={3} mb="sm">
        Before and after
      </Title>
      <SimpleGrid cols={{ base: 1, lg: 2 }} spacing="xl">
        <ChartOrTable
          of="before and after"
          summary={
            <>
              <Term id="effective-exposure">Effective share</Term> of each asset now and with the hedge. No
              coin is sold.
            </>
          }
          chart={<DriftBullets rows={rows} />}
          table={<DriftTable rows={rows} />}
        />
        <ExposureChange overlay={overlay} currency={currency} />
      </SimpleGrid>
    </section>
  );
}
