import { Badge, Button, Text } from '@mantine/core';
import type { ReactNode } from 'react';
import type { CallState } from '../../rpc/use-call.ts';
import { asRead } from '../../ui/as-read.ts';
import { daysBetween, formatAge } from '../../ui/date-format.ts';
import { Sentence, useHideAmounts } from '../../ui/hide-amounts.tsx';
import { useNavigation } from '../../ui/navigation.tsx';
import { DateText } from '../../ui/numbers.tsx';
import { Panel } from '../../ui/panel.tsx';
import { Answer } from '../../ui/states.tsx';
import { kindWords, nextDates, type DateEntry } from './next-dates.ts';
import classes from './overview.module.css';

const shown = { each: 2, most: 8 };

/** What comes next, by date. */
export function DatesPanel({ dates }: { readonly dates: CallState<'calendar.read'> }): ReactNode {
  const { go } = useNavigation();
  return (
    <Panel
      title="Next dates"
      aside={
        <Button variant="subtle" size="compact-sm" onClick={() => go('plan', { tab: 'calendar' })}>
          Whole calendar
        </Button>
      }
    >
      <Answer of={dates} what="Looking up your dates">
        {(answer) => {
          const next = nextDates(answer, shown);
          return next.length === 0 ? (
            <Text size="sm" c="dimmed">
              No lot, contract, plan or tax day lies ahead.
            </Text>
          ) : (
            <ol className={classes.dates}>
              {next.map((entry) => (
                <DateItem key={entry.id} entry={entry} today={answer.asOf} />
              ))}
            </ol>
          );
        }}
      </Answer>
    </Panel>
  );
}

function DateItem({ entry, today }: { readonly entry: DateEntry; readonly today: string }): ReactNode {
  const { hidden } = useHideAmounts();
  const { date, until, kind, title, text } = entry;
  return (
    <li className={classes.date}>
      <div>
        <Text size="sm" fw={600}>
          <DateText value={date} />
        </Text>
        <Text size="xs" c="dimmed">
          {until === null ? (
            formatAge(daysBetween(date, today))
          ) : (
            <>
              to <DateText value={until} />
            </>
          )}
        </Text>
      </div>
      <div>
        <Text size="sm">{hidden ? asRead(title) : <Sentence>{text}</Sentence>}</Text>
        <Badge size="sm" variant="light" color="gray" tt="none" mt={2}>
          {kindWords[kind]}
        </Badge>
      </div>
    </li>
  );
}
