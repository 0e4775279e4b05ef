/**
 * Numbers as exports write them → plain decimal text, ready for `shared/num`.
 * Understands thousands separators, currency signs, scientific notation, parentheses for negatives; never rounds.
 */
import { exactFromDigits } from '../../../shared/num/digits.ts';
import { toText } from '../../../shared/num/format.ts';
import type { Parsed } from '../../../shared/num/parse.ts';
import type { Exact } from '../../../shared/num/types.ts';
import type { DecimalMark } from '../importer.ts';

const blanks: ReadonlySet<string> = new Set(['', '-', '--', '""', 'null', 'none', 'n/a', '<na>', 'nan']);

/** Whether a cell says nothing: empty, `--`, `null` … */
export function isBlank(cell: string): boolean {
  return cell === '' || (cell.length <= 6 && blanks.has(cell.trim().toLowerCase()));
}

const digitZero = 48;
const point = 46;
const minus = 45;

export type DecimalFault = 'not-a-number' | 'too-many-decimals' | 'too-large';

/** A number and its canonical text (as `toText` writes it), which row keys are made of. */
export type ReadDecimal<T> =
  | { readonly ok: true; readonly value: T; readonly text: string }
  /** `text`: the number without separators and signs of currency; the cell itself where it is no number. */
  | { readonly ok: false; readonly fault: DecimalFault; readonly text: string };

/** The cell's number. In: `parse`, one of the parsers of `shared/num`, which says what kind of number it is. */
export function readDecimal<T extends Exact>(
  cell: string,
  mark: DecimalMark,
  parse: (text: string) => Parsed<T>,
): ReadDecimal<T> {
  if (mark === '.') {
    const plain = readPlain<T>(cell);
    if (plain !== null) return plain;
  }
  const text = plainDecimal(cell, mark);
  if (text === null) return { ok: false, fault: 'not-a-number', text: cell };
  const parsed = parse(text);
  if (!parsed.ok) return { ok: false, fault: parsed.fault, text };
  return { ok: true, value: parsed.value, text: toText(parsed.value) };
}

/** Digits that a float holds exactly. */
const floatDigits = 15;

/**
 * The common case in one pass: digits around at most one point, a minus before them, zeros behind them that only pad.
 * null for everything else, and for more digits than a float holds.
 */
function readPlain<T extends Exact>(cell: string): ReadDecimal<T> | null {
  const start = cell.charCodeAt(0) === minus ? 1 : 0;
  let digits = 0;
  let pointAt = -1;
  /** Behind the last digit that is not a padding zero, and the digits up to there. */
  let end = start;
  let kept = 0;
  for (let at = start; at < cell.length; at++) {
    const digit = cell.charCodeAt(at) - digitZero;
    if (digit >= 0 && digit <= 9) {
      digits = digits * 10 + digit;
      if (digit === 0 && pointAt !== -1) continue;
      kept = digits;
      end = at + 1;
    } else if (digit === point - digitZero && pointAt === -1) {
      pointAt = at;
    } else {
      return null;
    }
  }
  const isCanonical = cell.charCodeAt(start) !== digitZero || end === start + 1 || pointAt === start + 1;
  if (end === start || end - start > floatDigits || !isCanonical || pointAt === start) return null;
  const decimals = pointAt !== -1 && end > pointAt ? end - pointAt - 1 : 0;
  if (kept === 0) return { ok: true, value: exactFromDigits<T>(0, 0), text: '0' };
  const text = end === cell.length ? cell : cell.slice(0, end);
  return { ok: true, value: exactFromDigits<T>(start === 0 ? kept : -kept, decimals), text };
}

const grouped: Readonly<Record<DecimalMark, RegExp>> = {
  '.': /^\d{1,3}(?:,\d{3})+(?:\.\d*)?$/u,
  ',': /^\d{1,3}(?:\.\d{3})+(?:,\d*)?$/u,
};
const ungrouped: Readonly<Record<DecimalMark, RegExp>> = {
  '.': /^(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d{1,4})?$/u,
  ',': /^(?:\d+,?\d*|,\d+)(?:[eE][+-]?\d{1,4})?$/u,
};
/** A sign, a currency's sign or short name, and a sign again: `-$1`, `$-1`, `CA$1`, `Kč1`. */
const prefix = /^([+-]?)\s*(?:[A-Za-zč]{0,3}\p{Sc}|Kč|zł|R\$|kr)?\s*([+-]?)(.*)$/u;
const suffix = /\s*(?:\p{Sc}|Kč|zł|kr)$/u;
/** Spaces of any width, and the apostrophe of Switzerland, between groups of three digits. */
const otherGroups = /(?<=\d)[ \u00a0\u2009\u202f'’](?=\d{3}(?!\d))/gu;

/** No number is longer: patterns are not run over whole texts. */
const longestNumber = 200;

/** Without what people read and machines do not; null where no number is left. */
function plainDecimal(cell: string, mark: DecimalMark): string | null {
  if (cell.length > longestNumber) return null;
  let text = cell
    .trim()
    .replace('\u2212', '-')
    .replaceAll(otherGroups, '')
    .replaceAll(/[\u00a0\u202f]/gu, '');
  const inBrackets = text.startsWith('(') && text.endsWith(')');
  if (inBrackets) text = text.slice(1, -1);
  const [, sign = '', innerSign = '', digits = ''] = prefix.exec(text) ?? [];
  if (sign !== '' && innerSign !== '') return null;
  const plain = withoutGroups(digits.replace(suffix, '').trim(), mark);
  if (plain === null) return null;
  return inBrackets !== (sign === '-' || innerSign === '-') ? `-${plain}` : plain;
}

function withoutGroups(digits: string, mark: DecimalMark): string | null {
  const inGroups = grouped[mark].test(digits);
  if (!inGroups && !ungrouped[mark].test(digits)) return null;
  if (mark === ',') return digits.replaceAll('.', '').replace(',', '.');
  return inGroups ? digits.replaceAll(',', '') : digits;
}
