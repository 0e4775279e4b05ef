import { ActionIcon, Button, Chip, Group, SegmentedControl, Stack, Text, Title } from '@mantine/core';
import { IconCalendarDown, IconCalendarOff, IconChevronLeft, IconChevronRight } from '@tabler/icons-react';
import { lazy, Suspense, useMemo, useState, type ReactNode } from 'react';
import { useCall } from '../../../rpc/use-call.ts';
import { Issues } from '../../../ui/issues.tsx';
import { useNavigation } from '../../../ui/navigation.tsx';
import { Panel } from '../../../ui/panel.tsx';
import { Answer, EmptyState, Loading, NoMatch } from '../../../ui/states.tsx';
import { Assumptions } from '../assumptions-list.tsx';
import { useKept } from '../use-kept.ts';
import { CalendarTable } from './calendar-table.tsx';
import { DayDrawer } from './day-drawer.tsx';
import { EntryDrawer } from './entry-drawer.tsx';
import { FileModal } from './file-modal.tsx';
import { KindIcon } from './kind-icon.tsx';
import { MoveResult } from './move-result.tsx';
import {
  calendarViews,
  entriesOn,
  isEntryKind,
  kindColors,
  kindsPresent,
  kindWords,
  periodWords,
  shiftPeriod,
  shownEntries,
  viewWords,
  withMove,
  type Calendar,
  type CalendarView,
  type Entry,
  type EntryKind,
  type Moves,
} from './calendar-model.ts';
import classes from './calendar.module.css';

/** The library is large: it comes when the calendar is first looked at. */
const ScheduleViews = lazy(async () => ({ default: (await import('./schedule-views.tsx')).ScheduleViews }));

/** When does what happen? */
export function CalendarTab(): ReactNode {
  const call = useCall('calendar.read', {});
  return (
    <Answer of={call} what="Looking up your dates">
      {(calendar) => (calendar.entries.length === 0 ? <NothingAhead /> : <Shown calendar={calendar} />)}
    </Answer>
  );
}

function NothingAhead(): ReactNode {
  const { go } = useNavigation();
  return (
    <EmptyState
      title="No date lies ahead"
      icon={<IconCalendarOff aria-hidden="true" />}
      action={<Button onClick={() => go('plan', { tab: 'exit' })}>Plan an exit</Button>}
    >
      Lots that turn long-term, contracts that end, tax days and the steps of your plans stand here with their
      days.
    </EmptyState>
  );
}

interface CalendarLook {
  readonly view: CalendarView;
  readonly anchor: string;
  readonly kinds: readonly EntryKind[];
  readonly moves: Moves;
}

function Shown({ calendar }: { readonly calendar: Calendar }): ReactNode {
  const [look, setLook] = useKept<CalendarLook>('calendar', {
    view: 'month',
    anchor: calendar.asOf,
    kinds: [],
    moves: [],
  });
  const { view, anchor, kinds, moves } = look;
  const change = (part: Partial<CalendarLook>): void => setLook({ ...look, ...part });
  const [opened, setOpened] = useState<Entry | null>(null);
  const [day, setDay] = useState<string | null>(null);
  const [saving, setSaving] = useState(false);
  const shown = useMemo(() => shownEntries(calendar.entries, kinds, moves), [calendar, kinds, moves]);
  const move = (entry: Entry, date: string): void => {
    if (date >= calendar.asOf) change({ moves: withMove(moves, entry, date) });
  };
  return (
    <Stack gap="lg">
      {moves.length > 0 && (
        <MoveResult
          moves={moves}
          entries={calendar.entries}
          onBack={(entry) => change({ moves: moves.filter((each) => each.entry !== entry) })}
          onBackAll={() => change({ moves: [] })}
        />
      )}
      <Panel
        title="Calendar"
        about="What happens when, and what to do by then. Press an entry to see why. Drag a step of your plan to another day to see what that would change; nothing is stored."
        aside={
          <Button
            variant="default"
            leftSection={<IconCalendarDown size={16} aria-hidden="true" />}
            onClick={() => setSaving(true)}
          >
            Save as calendar file
          </Button>
        }
      >
        <Stack gap="md">
          <Kinds calendar={calendar} kinds={kinds} onChange={(next) => change({ kinds: next })} />
          <Head look={look} asOf={calendar.asOf} change={change} />
          {shown.length === 0 ? (
            <NoMatch what="dates of these kinds" onClear={() => change({ kinds: [] })} />
          ) : view === 'table' ? (
            <CalendarTable shown={shown} today={calendar.asOf} onOpen={setOpened} />
          ) : (
            <Suspense fallback={<Loading what="Drawing the calendar" />}>
              <ScheduleViews
                view={view}
                anchor={anchor}
                shown={shown}
                today={calendar.asOf}
                onOpen={setOpened}
                onDay={(date) => entriesOn(shown, date).length > 0 && setDay(date)}
                onMonth={(date) => change({ view: 'month', anchor: date })}
                onMove={move}
              />
            </Suspense>
          )}
        </Stack>
      </Panel>
      <Assumptions title="What these dates rest on" sentences={calendar.assumptions} />
      {calendar.issues.length > 0 && <Issues issues={calendar.issues} />}
      <DayDrawer
        date={day}
        entries={day === null ? [] : entriesOn(shown, day)}
        onOpen={setOpened}
        onClose={() => setDay(null)}
      />
      <EntryDrawer
        entry={opened}
        movedTo={moves.find((each) => each.entry === opened?.id)?.date ?? null}
        asOf={calendar.asOf}
        onMove={move}
        onClose={() => setOpened(null)}
      />
      <FileModal opened={saving} kinds={kinds} onClose={() => setSaving(false)} />
    </Stack>
  );
}

interface KindsProps {
  readonly calendar: Calendar;
  readonly kinds: readonly EntryKind[];
  onChange(kinds: readonly EntryKind[]): void;
}

/** None chosen: all are shown. */
function Kinds({ calendar, kinds, onChange }: KindsProps): ReactNode {
  return (
    <div role="group" aria-label="Show only">
      <Chip.Group
        multiple
        value={[...kinds]}
        onChange={(values) => onChange(values.filter((value) => isEntryKind(value)))}
      >
        <div className={classes.kinds}>
          {kindsPresent(calendar.entries).map(({ kind, count }) => (
            <Chip
              key={kind}
              value={kind}
              size="xs"
              variant="outline"
              styles={{ label: { display: 'inline-flex', alignItems: 'center' } }}
            >
              <span style={{ display: 'inline-flex', alignItems: 'center', gap: 5 }}>
                <i
                  className={classes.dot}
                  style={{ background: `var(--mantine-color-${kindColors[kind]}-filled)` }}
                  aria-hidden="true"
                />
                <KindIcon kind={kind} size={13} />
                {kindWords[kind]} · {count}
              </span>
            </Chip>
          ))}
        </div>
      </Chip.Group>
    </div>
  );
}

interface HeadProps {
  readonly look: CalendarLook;
  readonly asOf: string;
  change(part: Partial<CalendarLook>): void;
}

function Head({ look: { view, anchor }, asOf, change }: HeadProps): ReactNode {
  return (
    <Group justify="space-between">
      {view === 'table' ? (
        <Text size="sm" c="dimmed">
          All days, in order.
        </Text>
      ) : (
        <Group gap="xs">
          <ActionIcon
            variant="default"
            size={32}
            aria-label={view === 'month' ? 'Month before' : 'Year before'}
            onClick={() => change({ anchor: shiftPeriod(view, anchor, -1) })}
          >
            <IconChevronLeft size={16} aria-hidden="true" />
          </ActionIcon>
          <Title order={3} miw={160} ta="center" aria-live="polite">
            {periodWords(view, anchor)}
          </Title>
          <ActionIcon
            variant="default"
            size={32}
            aria-label={view === 'month' ? 'Month after' : 'Year after'}
            onClick={() => change({ anchor: shiftPeriod(view, anchor, 1) })}
          >
            <IconChevronRight size={16} aria-hidden="true" />
          </ActionIcon>
          <Button variant="default" size="compact-sm" ms="xs" onClick={() => change({ anchor: asOf })}>
            Today
          </Button>
        </Group>
      )}
      <SegmentedControl
        aria-label="How to look at it"
        data={calendarViews.map((each) => ({ value: each, label: viewWords[each] }))}
        value={view}
        onChange={(next) => change({ view: next })}
      />
    </Group>
  );
}
