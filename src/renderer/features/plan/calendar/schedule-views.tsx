/** The library's month, year and agenda, in our colours. Loaded when the calendar is first looked at: it is large. */
import '@mantine/schedule/styles.css';
import { AgendaView, MonthView, YearView, type ScheduleEventData } from '@mantine/schedule';
import { UnstyledButton } from '@mantine/core';
import type { ReactNode } from 'react';
import { Sentence } from '../../../ui/hide-amounts.tsx';
import { DateText } from '../../../ui/numbers.tsx';
import {
  dayAloud,
  firstDays,
  kindWords,
  shortTitle,
  type CalendarView,
  type Entry,
  type ShownEntry,
} from './calendar-model.ts';
import { KindIcon } from './kind-icon.tsx';
import classes from './calendar.module.css';

export interface ScheduleViewsProps {
  readonly view: Exclude<CalendarView, 'table'>;
  /** A day of the period that is looked at. */
  readonly anchor: string;
  readonly shown: readonly ShownEntry[];
  /** The day that the ledger is of: the library would mark the machine's. */
  readonly today: string;
  onOpen(entry: Entry): void;
  onDay(date: string): void;
  onMonth(date: string): void;
  onMove(entry: Entry, date: string): void;
}

export function ScheduleViews(props: ScheduleViewsProps): ReactNode {
  switch (props.view) {
    case 'month':
      return <Month {...props} />;
    case 'year':
      return <Year {...props} />;
    case 'agenda':
      return <Agenda {...props} />;
  }
}

function entryOf(event: ScheduleEventData): ShownEntry['payload'] {
  return event.payload as ShownEntry['payload'];
}

function dayProps(shown: readonly ShownEntry[], today: string) {
  return (date: string): Record<string, unknown> => ({
    'aria-label': date === today ? `Today, ${dayAloud(shown, date)}` : dayAloud(shown, date),
    'data-as-of': date === today || undefined,
  });
}

function Month({ anchor, shown, today, onOpen, onDay, onMove }: ScheduleViewsProps): ReactNode {
  return (
    <MonthView
      date={anchor}
      events={[...shown]}
      withHeader={false}
      highlightToday={false}
      maxEventsPerDay={3}
      consistentWeeks={false}
      getDayProps={dayProps(shown, today)}
      onDayClick={onDay}
      onEventClick={(event) => onOpen(entryOf(event).entry)}
      renderEventBody={(event) => <Body {...entryOf(event)} />}
      withEventsDragAndDrop
      canDragEvent={(event) => entryOf(event).entry.movable}
      onEventDrop={({ event, newStart }) => onMove(entryOf(event).entry, newStart.slice(0, 10))}
      scrollAreaProps={{ type: 'never', viewportProps: { tabIndex: -1 } }}
      moreEventsProps={{ modalTitle: 'All entries of the day' }}
      classNames={{
        monthView: classes.month ?? '',
        monthViewDay: classes.monthDay ?? '',
        monthViewWeekday: classes.weekday ?? '',
      }}
      className={classes.schedule ?? ''}
    />
  );
}

function Body({ entry, moved }: ShownEntry['payload']): ReactNode {
  return (
    <span className={classes.body} data-moved={moved || undefined} data-planned={entry.planned || undefined}>
      <KindIcon kind={entry.kind} size={12} />
      <span className={classes.bodyText}>
        {moved && 'What if: '}
        {shortTitle(entry)}
      </span>
    </span>
  );
}

function Year({ anchor, shown, today, onDay, onMonth }: ScheduleViewsProps): ReactNode {
  return (
    <YearView
      date={anchor}
      events={[...shown]}
      withHeader={false}
      highlightToday={false}
      withOutsideDays={false}
      firstDayOfWeek={1}
      getDayProps={dayProps(shown, today)}
      onDayClick={onDay}
      onMonthClick={onMonth}
      classNames={{
        yearViewMonth: classes.yearMonth ?? '',
        yearViewDay: classes.yearDay ?? '',
        yearViewDayIndicator: classes.yearDot ?? '',
        yearViewMonthCaption: classes.yearCaption ?? '',
      }}
      className={classes.schedule ?? ''}
    />
  );
}

function Agenda({ anchor, shown, onOpen }: ScheduleViewsProps): ReactNode {
  const year = anchor.slice(0, 4);
  return (
    <AgendaView
      rangeStart={`${year}-01-01`}
      rangeEnd={`${year}-12-31`}
      events={[...firstDays(shown)]}
      dateHeaderFormat="D MMM YYYY"
      headerFormat="D MMM YYYY"
      labels={{ noEvents: 'Nothing of these kinds in this year.' }}
      renderEvent={(event, { className, style, tabIndex }) => {
        const { entry, moved } = entryOf(event);
        return (
          <UnstyledButton
            className={className ?? ''}
            {...(style === undefined ? {} : { style })}
            {...(tabIndex === undefined ? {} : { tabIndex })}
            onClick={() => onOpen(entry)}
          >
            <span className={classes.agendaEvent} data-moved={moved || undefined}>
              <KindIcon kind={entry.kind} size={18} />
              <span>
                {event.title}
                {entry.kind === 'step' && (
                  <span className={classes.agendaKind}>
                    <Sentence>{entry.text}</Sentence>
                  </span>
                )}
                <span className={classes.agendaKind}>
                  {kindWords[entry.kind]}
                  {entry.until !== null && (
                    <>
                      , until <DateText value={entry.until} />
                    </>
                  )}
                </span>
              </span>
            </span>
          </UnstyledButton>
        );
      }}
      classNames={{
        agendaViewDateHeader: classes.agendaDate ?? '',
        agendaViewHeader: classes.agendaHead ?? '',
      }}
      className={classes.schedule ?? ''}
    />
  );
}
