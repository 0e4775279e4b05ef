import { Button, Text } from '@mantine/core';
import { useState, type ReactNode } from 'react';
import { useCall } from '../../rpc/use-call.ts';
import { DatesList } from '../../ui/dates-list.tsx';
import { Panel } from '../../ui/panel.tsx';
import { Answer } from '../../ui/states.tsx';

const shownAtFirst = 8;

/** Every date ahead: lots turning long-term, contracts that end, steps, year ends. */
export function DatesPanel(): ReactNode {
  const call = useCall('plan.dates', {});
  const [all, setAll] = useState(false);
  return (
    <Panel title="Dates" about="Lots turning long-term, contracts that end, your steps, year ends.">
      <Answer of={call} what="Looking up your dates">
        {({ asOf, dates }) => {
          const ahead = dates
            .filter(({ date }) => date >= asOf)
            .toSorted((a, b) => a.date.localeCompare(b.date));
          const rest = ahead.length - shownAtFirst;
          return ahead.length === 0 ? (
            <Text size="sm" c="dimmed">
              No lot, contract or plan has a date ahead.
            </Text>
          ) : (
            <>
              <DatesList dates={all ? ahead : ahead.slice(0, shownAtFirst)} today={asOf} />
              {rest > 0 && !all && (
                <Button variant="subtle" size="compact-sm" mt="md" onClick={() => setAll(true)}>
                  Show {rest} more
                </Button>
              )}
            </>
          );
        }}
      </Answer>
    </Panel>
  );
}
