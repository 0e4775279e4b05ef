import { Button, Select, Text } from '@mantine/core';
import { useState, type ReactNode } from 'react';
import type { CallAnswer } from '../../../shared/contract/contract.ts';
import { useCall } from '../../rpc/use-call.ts';
import { dateKindWords, DatesList } from '../../ui/dates-list.tsx';
import { datesAhead, type DateKind } from '../../ui/grouped-dates.ts';
import { Panel } from '../../ui/panel.tsx';
import { Answer } from '../../ui/states.tsx';

const shownAtFirst = 8;

/** Every date ahead: lots turning long-term, contracts that end, steps, year ends. */
export function DatesPanel(): ReactNode {
  const call = useCall('plan.dates', {});
  const [kind, setKind] = useState<string | null>(null);
  return (
    <Panel
      title="Dates"
      about="What happens when."
      aside={
        <Select
          aria-label="Kind of date"
          data={Object.entries(dateKindWords).map(([value, label]) => ({ value, label }))}
          value={kind}
          onChange={setKind}
          placeholder="All kinds"
          clearable
          clearButtonProps={{ 'aria-label': 'All kinds' }}
          w={170}
        />
      }
    >
      <Answer of={call} what="Looking up your dates">
        {(answer) => <Dates key={kind} answer={answer} kind={kind as DateKind | null} />}
      </Answer>
    </Panel>
  );
}

interface DatesProps {
  readonly answer: CallAnswer<'plan.dates'>;
  readonly kind: DateKind | null;
}

function Dates({ answer, kind }: DatesProps): ReactNode {
  const [all, setAll] = useState(false);
  const ahead = datesAhead(answer).filter((group) => kind === null || group.kind === kind);
  const rest = ahead.length - shownAtFirst;
  if (ahead.length === 0) {
    return (
      <Text size="sm" c="dimmed">
        {kind === null ? 'No lot, contract or plan has a date ahead.' : 'None of this kind lies ahead.'}
      </Text>
    );
  }
  return (
    <>
      <DatesList dates={all ? ahead : ahead.slice(0, shownAtFirst)} today={answer.asOf} />
      {rest > 0 && !all && (
        <Button variant="subtle" size="compact-sm" mt="md" onClick={() => setAll(true)}>
          Show {rest} more
        </Button>
      )}
    </>
  );
}
