import { Badge, Button, Drawer, Group, SimpleGrid, Stack, Text, TextInput } from '@mantine/core';
import { useState, type ReactNode } from 'react';
import { daysBetween, formatAge } from '../../../ui/date-format.ts';
import { ExplainTrace } from '../../../ui/explain-trace.tsx';
import { HeadlineFigure } from '../../../ui/headline-figure.tsx';
import { Sentence } from '../../../ui/hide-amounts.tsx';
import { useLayer } from '../../../ui/layers.ts';
import { useNavigation } from '../../../ui/navigation.tsx';
import { DateText } from '../../../ui/numbers.tsx';
import { TraceFigure } from '../../../ui/trace-figure.tsx';
import { kindWords, type Entry } from './calendar-model.ts';
import { KindIcon } from './kind-icon.tsx';

export interface EntryDrawerProps {
  /** null: closed. */
  readonly entry: Entry | null;
  /** The day on which it is tried. */
  readonly movedTo: string | null;
  readonly asOf: string;
  onMove(entry: Entry, date: string): void;
  onClose(): void;
}

/** What happens on the day, why, and what else one could do: the way to try another day without dragging. */
export function EntryDrawer({ entry, onClose, ...rest }: EntryDrawerProps): ReactNode {
  const isTop = useLayer(entry !== null);
  return (
    <Drawer
      opened={entry !== null}
      onClose={onClose}
      closeOnEscape={isTop}
      position="right"
      title={entry?.title ?? ''}
    >
      {entry !== null && <Content key={entry.id} entry={entry} onClose={onClose} {...rest} />}
    </Drawer>
  );
}

type ContentProps = EntryDrawerProps & { readonly entry: Entry };

function Content(props: ContentProps): ReactNode {
  const { entry, asOf, onClose } = props;
  const { go } = useNavigation();
  const plan = entry.of.find(({ kind }) => kind === 'exit-plan');
  const lots = entry.of.some(({ kind }) => kind === 'lot');
  return (
    <Stack gap="md">
      <Group gap="xs">
        <Badge variant="light" color="gray" tt="none" leftSection={<KindIcon kind={entry.kind} size={13} />}>
          {kindWords[entry.kind]}
        </Badge>
        <Text size="sm" fw={600}>
          <DateText value={entry.date} />
          {entry.until !== null && (
            <>
              {' '}
              to <DateText value={entry.until} />
            </>
          )}
        </Text>
        <Text size="sm" c="dimmed">
          {formatAge(daysBetween(entry.date, asOf))}
        </Text>
      </Group>
      <Text>
        <Sentence>{entry.text}</Sentence>
      </Text>
      <Text size="sm">
        <Sentence>{entry.why}</Sentence>
        {entry.law !== null && (
          <Text span size="xs" c="dimmed">
            {' '}
            ({entry.law})
          </Text>
        )}
      </Text>
      {entry.amounts.length > 0 && <Amounts amounts={entry.amounts} />}
      {entry.movable && <OtherDay {...props} />}
      <Group>
        {plan !== undefined && (
          <Button
            variant="default"
            onClick={() => {
              onClose();
              go('plan', { tab: 'close-out', exit: plan.id, date: entry.date });
            }}
          >
            Open the close-out sheet
          </Button>
        )}
        {lots && entry.asset !== null && (
          <Button
            variant="default"
            onClick={() => {
              onClose();
              go('holdings', { tab: 'countdown' });
            }}
          >
            See these lots
          </Button>
        )}
      </Group>
    </Stack>
  );
}

function Amounts({ amounts }: Pick<Entry, 'amounts'>): ReactNode {
  return (
    <SimpleGrid component="dl" m={0} cols={2} spacing="md">
      {amounts.map(({ words, value, unit, trace }) => (
        <HeadlineFigure key={words} label={<Sentence>{words}</Sentence>}>
          {trace === null ? (
            <TraceFigure value={value} unit={unit} />
          ) : (
            <ExplainTrace trace={trace} of={words}>
              <TraceFigure value={value} unit={unit} />
            </ExplainTrace>
          )}
        </HeadlineFigure>
      ))}
    </SimpleGrid>
  );
}

function OtherDay({ entry, movedTo, asOf, onMove, onClose }: ContentProps): ReactNode {
  const [date, setDate] = useState(movedTo ?? entry.date);
  const error = !/^\d{4}-\d\d-\d\d$/u.test(date) ? 'Choose a day' : date < asOf ? 'This day is over' : null;
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        if (error !== null) return;
        onMove(entry, date);
        onClose();
      }}
    >
      <Group align="flex-start" gap="sm">
        <TextInput
          type="date"
          label="What if it were done on"
          description="Only tried: your plan stays as it is"
          value={date}
          onChange={(event) => setDate(event.currentTarget.value)}
          error={error}
        />
        <Button type="submit" variant="default" mt={24} disabled={date === (movedTo ?? entry.date)}>
          Try it
        </Button>
      </Group>
    </form>
  );
}
