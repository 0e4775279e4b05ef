import type { HandlersOf } from '../../call-context.ts';
import { calendarWhatIf } from './calendar-what-if.ts';
import { makeCalendarFile } from './make-calendar-file.ts';
import { readCalendar } from './read-calendar.ts';

export const calendarHandlers: HandlersOf<'calendar.read' | 'calendar.file' | 'calendar.whatIf'> = {
  'calendar.read': readCalendar,
  'calendar.file': makeCalendarFile,
  'calendar.whatIf': calendarWhatIf,
};
