import { Button, Text } from '@mantine/core';
import type { ReactNode } from 'react';
import type { CallState } from '../../rpc/use-call.ts';
import { DatesList } from '../../ui/dates-list.tsx';
import { datesAhead, nextOfEachKind } from '../../ui/grouped-dates.ts';
import { useNavigation } from '../../ui/navigation.tsx';
import { Panel } from '../../ui/panel.tsx';
import { Answer } from '../../ui/states.tsx';

const ofEachKind = 2;

/** What comes next, by date. */
export function DatesPanel({ dates }: { readonly dates: CallState<'plan.dates'> }): ReactNode {
  const { go } = useNavigation();
  return (
    <Panel
      title="Next dates"
      aside={
        <Button variant="subtle" size="compact-sm" onClick={() => go('plan', { tab: 'steps' })}>
          All dates
        </Button>
      }
    >
      <Answer of={dates} what="Looking up your dates">
        {(answer) => {
          const next = nextOfEachKind(datesAhead(answer), ofEachKind);
          return next.length === 0 ? (
            <Text size="sm" c="dimmed">
              No lot, contract or plan has a date ahead.
            </Text>
          ) : (
            <DatesList dates={next} today={answer.asOf} />
          );
        }}
      </Answer>
    </Panel>
  );
}
