/**
 * Which column of a fear-and-greed table is the day, the number and the label, by what stands in them: the headers of such
 * files are wrong as often as not.
 */
import { parseLocalDate } from '../../../shared/time/local-date.ts';
import type { LocalDate } from '../../../shared/time/local-date.ts';
import type { Row } from '../importer.ts';
import { epochInstant } from './market-cells.ts';
import { epochMs } from '../../../shared/time/instant.ts';

/** In which order the parts of a day stand. `epoch`: a number since 1970. */
export type DayOrder = 'ymd' | 'dmy' | 'mdy' | 'epoch';

export interface FearGreedColumns {
  readonly day: number;
  readonly value: number;
  readonly order: DayOrder;
}

export type FoundColumns =
  | { readonly kind: 'found'; readonly headerIndex: number; readonly columns: FearGreedColumns }
  | { readonly kind: 'ambiguous'; readonly example: string }
  | { readonly kind: 'none' };

const dayShape = /^(\d{1,4})[-/.](\d{1,2})[-/.](\d{1,4})$/u;

export function fearGreedColumns(rows: readonly Row[]): FoundColumns {
  const headerIndex = rows.findIndex((row) => row.cells.some((cell) => isDay(cell.trim()))) - 1;
  const data = rows.slice(headerIndex + 1).map(({ cells }) => cells.map((cell) => cell.trim()));
  const [first] = data;
  if (headerIndex < -1 || first === undefined) return { kind: 'none' };
  const day = first.findIndex(isDay);
  const value = first.findIndex((_, at) => at !== day && isMostly(data.map((cells) => cells[at])));
  if (day === -1 || value === -1 || first.length > 4) return { kind: 'none' };
  const days = data.map((cells) => cells[day] ?? '');
  const order = orderOf(days);
  return order === null
    ? { kind: 'ambiguous', example: days[0] ?? '' }
    : { kind: 'found', headerIndex, columns: { day, value, order } };
}

function isDay(cell: string): boolean {
  return dayShape.test(cell) || (/^\d{9,13}$/u.test(cell) && epochInstant(cell) !== undefined);
}

/** Most of them: a row that is wrong is the row's own fault. */
function isMostly(cells: readonly (string | undefined)[]): boolean {
  return cells.filter(isIndex).length * 2 > cells.length;
}

function isIndex(cell: string | undefined): boolean {
  return cell !== undefined && /^\d{1,3}$/u.test(cell) && Number(cell) <= 100;
}

/** null where every day can be read either way. */
function orderOf(days: readonly string[]): DayOrder | null {
  const parts = days.map((day) => dayShape.exec(day));
  if (parts.every((one) => one === null)) return 'epoch';
  const largest = (part: 1 | 2): number => Math.max(...parts.map((one) => Number(one?.[part] ?? 0)));
  if (parts.some((one) => one?.[1]?.length === 4)) return 'ymd';
  const [first, second] = [largest(1), largest(2)];
  if (first > 12 && second > 12) return null;
  if (first > 12) return 'dmy';
  return second > 12 ? 'mdy' : null;
}

/** The day of a cell; undefined where the calendar has no such day in that order. */
export function dayOf(cell: string, order: DayOrder): LocalDate | undefined {
  if (order === 'epoch') {
    const instant = epochInstant(cell);
    return instant === undefined
      ? undefined
      : parseLocalDate(new Date(epochMs(instant)).toISOString().slice(0, 10));
  }
  const [, a = '', b = '', c = ''] = dayShape.exec(cell) ?? [];
  const [year, month, day] = order === 'ymd' ? [a, b, c] : order === 'dmy' ? [c, b, a] : [c, a, b];
  return parseLocalDate(`${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`);
}
