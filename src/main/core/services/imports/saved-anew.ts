/**
 * Whether two rows are one row that a spreadsheet has saved anew. It writes numbers and times in its own way: "1.50000000"
 * becomes "1.5", "0.00001" becomes "1E-05", the sixteenth digit is gone, "2024-01-02 03:04:05" becomes "2024/1/2 3:04".
 *
 * Cells agree that are written otherwise and say the same, up to what gets lost on that way. Cells that are written alike
 * and differ (other seconds, another digit) are of two rows: a bot buys the same amount twice in a minute.
 */
import { createRowSplitter, type Delimiter } from '../../../importers/csv/split-row.ts';

/** In: the texts of two rows, the second with cells parted by `delimiter`. */
export function isSavedAnew(one: string, other: string, delimiter: Delimiter): boolean {
  // The same text again is a row that is there several times.
  if (one === other) return false;
  const cells = cellsOf(other, delimiter);
  const sameWidth = ([delimiter, ',', ';', '\t'] as const)
    .map((mark) => cellsOf(one, mark))
    .find(({ length }) => length === cells.length);
  return (
    sameWidth !== undefined && cells.length > 1 && cells.every((cell, at) => agree(sameWidth[at] ?? '', cell))
  );
}

/** Without the empty ones at the end, which come and go. */
function cellsOf(raw: string, delimiter: Delimiter): readonly string[] {
  const cells = createRowSplitter(delimiter)(raw).map((cell) => cell.trim());
  return cells.slice(0, cells.findLastIndex((cell) => cell !== '') + 1);
}

function agree(a: string, b: string): boolean {
  if (a.toLowerCase() === b.toLowerCase()) return true;
  const [numbers, others] = [numbersOf(a), numbersOf(b)];
  if (numbers.length > 0 && others.length > 0)
    return numbers.some((one) => others.some((other) => sameNumber(one, other)));
  const [time, otherTime] = [clockOf(a), clockOf(b)];
  return time !== null && otherTime !== null && sameTime(time, otherTime);
}

/** `digits` × 10 ^ `exponent`, without zeros at the end. */
interface Decimal {
  readonly digits: bigint;
  readonly exponent: number;
  /** Written like 1.5E-05: with as many digits as the column had room for. */
  readonly isShort: boolean;
}

const decimal = /^([+-]?)(\d*)(?:\.(\d*))?(?:e([+-]?\d{1,3}))?$/iu;

/** A comma alone may part thousands or decimals. */
function numbersOf(text: string): readonly Decimal[] {
  if (text.length > 60 || !/\d/u.test(text)) return [];
  const plain = text.replaceAll(/[\s'’]/gu, '');
  const readings = new Set(
    plain.lastIndexOf(',') > plain.lastIndexOf('.')
      ? [plain.replaceAll('.', '').replace(',', '.'), plain.replaceAll(',', '')]
      : [plain.replaceAll(',', '')],
  );
  return [...readings].flatMap((reading) => decimalOf(reading) ?? []);
}

function decimalOf(text: string): Decimal | null {
  const match = decimal.exec(text);
  if (match === null) return null;
  const [, sign = '', whole = '', part = '', power] = match;
  const all = `${whole}${part}`;
  if (all === '') return null;
  const kept = all.replace(/0+$/u, '');
  const exponent = Number(power ?? 0) - part.length + (all.length - kept.length);
  const digits = BigInt(`${sign === '-' ? '-' : ''}${kept === '' ? '0' : kept}`);
  return { digits, exponent: digits === 0n ? 0 : exponent, isShort: power !== undefined };
}

/** What a spreadsheet keeps at least of a number, unless it writes it with an E. */
const digitsKept = 9;

function sameNumber(a: Decimal, b: Decimal): boolean {
  if (a.digits === b.digits && a.exponent === b.exponent) return true;
  const [short, long] = a.exponent > b.exponent ? [a, b] : [b, a];
  const kept = String(short.digits).replace('-', '').length;
  const lost = short.exponent - long.exponent;
  if (lost === 0 || lost > 60 || (kept < digitsKept && !(short.isShort && kept > 2))) return false;
  const unit = 10n ** BigInt(lost);
  const half = long.digits < 0n ? -unit / 2n : unit / 2n;
  return long.digits / unit === short.digits || (long.digits + half) / unit === short.digits;
}

interface Clock {
  /** Day, month and year of two digits, smallest first: their order is the spreadsheet's. */
  readonly date: string;
  readonly hour: number;
  readonly minute: number;
  readonly second: number | null;
  /** Every digit as 9: how it is written. */
  readonly writing: string;
}

const months = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];

function clockOf(text: string): Clock | null {
  if (text.length > 40) return null;
  const lower = text.toLowerCase();
  const named = months.findIndex((month) => lower.includes(month));
  const groups = `${named === -1 ? '' : `${named + 1} `}${lower}`.match(/\d+/gu)?.map(Number) ?? [];
  const [first, second, third, hour = 0, minute = 0, seconds = null] = groups;
  if (first === undefined || second === undefined || third === undefined || groups.length === 4) return null;
  const date = [first, second, third].map((part) => part % 100).toSorted((a, b) => a - b);
  const isAfternoon = /p\.?m/u.test(lower) && hour < 12;
  const isMidnight = /a\.?m/u.test(lower.replace('jan', '').replace('mar', '')) && hour === 12;
  return {
    date: date.join(' '),
    hour: isMidnight ? 0 : hour + (isAfternoon ? 12 : 0),
    minute,
    second: seconds,
    writing: text.replaceAll(/\d/gu, '9'),
  };
}

function sameTime(a: Clock, b: Clock): boolean {
  const sameMinute = a.date === b.date && a.hour === b.hour && a.minute === b.minute;
  const sameSecond = a.second === null || b.second === null || a.second === b.second;
  return sameMinute && sameSecond && a.writing !== b.writing;
}
