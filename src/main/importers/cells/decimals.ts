/**
 * Numbers as exports write them → plain decimal text, ready for `shared/num`.
 * Understands thousands separators, currency signs, scientific notation, parentheses for negatives; never rounds.
 */
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
    const text = withoutLastZeros(cell);
    const parsed = parse(text);
    if (parsed.ok)
      return { ok: true, value: parsed.value, text: isCanonical(text) ? text : toText(parsed.value) };
  }
  const plain = plainDecimal(cell, mark);
  if (plain === null) return { ok: false, fault: 'not-a-number', text: cell };
  const parsed = parse(plain);
  if (!parsed.ok) return { ok: false, fault: parsed.fault, text: plain };
  return { ok: true, value: parsed.value, text: toText(parsed.value) };
}

/** `0.00100` → `0.001`: most exports pad their numbers. */
function withoutLastZeros(cell: string): string {
  let end = cell.length;
  if (cell.charCodeAt(end - 1) !== digitZero || !cell.includes('.')) return cell;
  while (cell.charCodeAt(end - 1) === digitZero) end--;
  return cell.slice(0, cell.charCodeAt(end - 1) === point ? end - 1 : end);
}

/** In: text that `shared/num` parsed, without zeros at its end. */
function isCanonical(text: string): boolean {
  const at = text.charCodeAt(0) === minus ? 1 : 0;
  const first = text.charCodeAt(at);
  if (first < digitZero || first > 57) return false;
  if (first === digitZero && (at === 1 || text.length > 1) && text.charCodeAt(at + 1) !== point) return false;
  return text.charCodeAt(text.length - 1) !== point && !text.includes('e') && !text.includes('E');
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

/** Without what people read and machines do not; null where no number is left. */
function plainDecimal(cell: string, mark: DecimalMark): string | null {
  let text = cell.trim().replaceAll(/[\u00a0\u202f]/gu, '');
  const inBrackets = text.startsWith('(') && text.endsWith(')');
  if (inBrackets) text = text.slice(1, -1);
  const [, sign = '', innerSign = '', digits = ''] = prefix.exec(text) ?? [];
  if (sign !== '' && innerSign !== '') return null;
  const plain = withoutGroups(digits.trim(), mark);
  if (plain === null) return null;
  return inBrackets !== (sign === '-' || innerSign === '-') ? `-${plain}` : plain;
}

function withoutGroups(digits: string, mark: DecimalMark): string | null {
  const inGroups = grouped[mark].test(digits);
  if (!inGroups && !ungrouped[mark].test(digits)) return null;
  if (mark === ',') return digits.replaceAll('.', '').replace(',', '.');
  return inGroups ? digits.replaceAll(',', '') : digits;
}
