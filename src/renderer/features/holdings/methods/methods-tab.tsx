import { Select, Stack, Text } from '@mantine/core';
import { IconScale } from '@tabler/icons-react';
import { useState, type ReactNode } from 'react';
import type { LotMethod } from '../../../../shared/domain/lot.ts';
import { useCall } from '../../../rpc/use-call.ts';
import { Sentence } from '../../../ui/hide-amounts.tsx';
import { Issues } from '../../../ui/issues.tsx';
import { Panel } from '../../../ui/panel.tsx';
import { Answer, EmptyState } from '../../../ui/states.tsx';
import { Term } from '../../../ui/term.tsx';
import { OrderModal } from '../choices/order-modal.tsx';
import { yearsNewestFirst } from '../view-model.ts';
import { methodsSentence, type Methods } from './method-rows.ts';
import { MethodsTable } from './methods-table.tsx';

/** What each method would have given for a year, side by side. */
export function MethodsTab({ year }: { readonly year: number | null }): ReactNode {
  const call = useCall('holdings.gains', { limit: 1 });
  return (
    <Answer of={call} what="Looking for years with sales">
      {({ years }) =>
        years.length === 0 ? (
          <EmptyState title="Nothing to compare yet" icon={<IconScale aria-hidden="true" />}>
            Methods differ only in which coins a sale counts as sold. Once something is sold, the year of the
            sale can be compared here.
          </EmptyState>
        ) : (
          <OfYear first={year} years={yearsNewestFirst(years).map((each) => each.year)} />
        )
      }
    </Answer>
  );
}

interface OfYearProps {
  readonly first: number | null;
  readonly years: readonly number[];
}

function OfYear({ first, years }: OfYearProps): ReactNode {
  const [chosen, setChosen] = useState(first);
  const year = years.find((each) => each === chosen) ?? years[0] ?? 0;
  const call = useCall('holdings.methods', { year }, { keepPrevious: true });
  return (
    <Panel
      title={`Methods side by side for ${year}`}
      about={
        <>
          A method decides which <Term id="lot">lots</Term> a sale uses, and so how large the gain is. Every
          row has the same sales and the same purchases.
        </>
      }
      aside={
        <Select
          aria-label="Year"
          data={years.map(String)}
          value={String(year)}
          onChange={(next) => next !== null && setChosen(Number(next))}
          allowDeselect={false}
          w={110}
          style={{ flexShrink: 0 }}
        />
      }
    >
      <Answer of={call} what={`Trying each method on the sales of ${year}`}>
        {(methods) => <Compared methods={methods} />}
      </Answer>
    </Panel>
  );
}

function Compared({ methods }: { readonly methods: Methods }): ReactNode {
  const [ordered, setOrdered] = useState<LotMethod | null>(null);
  return (
    <Stack gap="md">
      <Text size="sm">
        <Sentence>{methodsSentence(methods)}</Sentence>
      </Text>
      <MethodsTable methods={methods} onOrder={setOrdered} />
      <Text size="sm" c="dimmed">
        Sales that were made stay as they are on record: a method has to be chosen before a sale. Less gain
        now is more gain later, when the coins that are left are sold.
      </Text>
      {methods.issues.length > 0 && <Issues issues={methods.issues} />}
      {ordered !== null && <OrderModal method={ordered} onClose={() => setOrdered(null)} />}
    </Stack>
  );
}
