/** What a person types into a number field → canonical decimal text, exactly. Nothing here becomes a float. */
import { rateTimes } from '../../shared/num/products.ts';
import { toText } from '../../shared/num/format.ts';
import { parseRate, rate } from '../../shared/num/parse.ts';

export type Entry =
  | { readonly ok: true; readonly value: string }
  /** Why it is not a number yet, in words for under the field; null where the field is empty. */
  | { readonly ok: false; readonly error: string | null };

export interface EntryRules {
  /** "12.5" stands for 0.125. */
  readonly percent?: boolean;
  readonly negative?: boolean;
  readonly zero?: boolean;
}

const percentDecimals = 6;
const hundredth = rate('0.01');
const hundred = rate('100');

/** Reads the text of a field. Blanks, currency and percent signs, and commas between thousands do not matter. */
export function readEntry(
  typed: string,
  { percent = false, negative = false, zero = true }: EntryRules,
): Entry {
  const text = typed.replaceAll(/[\s$€£%_]/gu, '').replace('−', '-');
  if (text === '') return { ok: false, error: null };
  const plain = withoutThousands(text);
  if (plain === null) return { ok: false, error: 'Write the decimal mark as a point: 12.5' };
  const parsed = parseRate(plain);
  if (!parsed.ok) return { ok: false, error: words[parsed.fault] };
  if (!negative && plain.startsWith('-')) return { ok: false, error: 'This cannot be negative' };
  if (!zero && !/[1-9]/u.test(plain)) return { ok: false, error: 'This must be more than zero' };
  if (!percent) return { ok: true, value: toText(parsed.value) };
  if ((toText(parsed.value).split('.')[1]?.length ?? 0) > percentDecimals) {
    return { ok: false, error: `At most ${percentDecimals} decimals` };
  }
  return { ok: true, value: toText(rateTimes(parsed.value, hundredth, 'half-even')) };
}

/** "0.125" → "12.5", the text that a percent field shows. */
export function percentEntry(value: string): string {
  return toText(rateTimes(rate(value), hundred, 'half-even'));
}

const words = {
  'not-a-number': 'This is not a number',
  'too-many-decimals': 'At most 18 decimals',
  'too-large': 'This number is too large',
} as const;

/** "1,234,567.8" → "1234567.8"; null where a comma could be a decimal mark. */
function withoutThousands(text: string): string | null {
  if (!text.includes(',')) return text;
  return /^-?\d{1,3}(?:,\d{3})+(?:\.\d*)?$/u.test(text) ? text.replaceAll(',', '') : null;
}
