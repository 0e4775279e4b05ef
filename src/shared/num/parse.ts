/**
 * Decimal text → exact numbers. Never rounds: text that does not fit is a fault.
 *
 * Grammar: `[+-] digits [. digits] [(e|E) [+-] digits]`, with digits on at least one side of the point.
 * No blanks, no thousands separators, no hexadecimal, no NaN or Infinity.
 * Faults: 'not-a-number'; 'too-many-decimals' (more than 18, trailing zeros not counted);
 * 'too-large' (10³⁰ and beyond, either sign).
 */
import { InvariantError } from '../invariant.ts';
import { decimalsKept, integerDigitsAllowed, powerOfTen } from './scale.ts';
import type { Exact, Money, Price, Quantity, Rate } from './types.ts';
import { fromUnits } from './units.ts';

export type ParseFault = 'not-a-number' | 'too-many-decimals' | 'too-large';

export type Parsed<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly fault: ParseFault };

/** Money from text of a file or a form. Errors: see the grammar above. */
export function parseMoney(text: string): Parsed<Money> {
  return parse<Money>(text);
}

/** A quantity from text of a file or a form. Errors: see the grammar above. */
export function parseQuantity(text: string): Parsed<Quantity> {
  return parse<Quantity>(text);
}

/** A price from text of a file or a form. Errors: see the grammar above. */
export function parsePrice(text: string): Parsed<Price> {
  return parse<Price>(text);
}

/** A rate from text of a file or a form: `0.05` is five per cent. Errors: see the grammar above. */
export function parseRate(text: string): Parsed<Rate> {
  return parse<Rate>(text);
}

/** Money from text that this program wrote: literals, the ledger. Errors: throws on bad text. */
export function money(text: string): Money {
  return trusted<Money>(text);
}

/** A quantity from text that this program wrote. Errors: throws on bad text. */
export function quantity(text: string): Quantity {
  return trusted<Quantity>(text);
}

/** A price from text that this program wrote. Errors: throws on bad text. */
export function price(text: string): Price {
  return trusted<Price>(text);
}

/** A rate from text that this program wrote. Errors: throws on bad text. */
export function rate(text: string): Rate {
  return trusted<Rate>(text);
}

function parse<T extends Exact>(text: string): Parsed<T> {
  const units = scan(text);
  return typeof units === 'bigint' ? { ok: true, value: fromUnits<T>(units) } : { ok: false, fault: units };
}

function trusted<T extends Exact>(text: string): T {
  const units = scan(text);
  if (typeof units === 'bigint') return fromUnits<T>(units);
  throw new InvariantError(`not an exact number (${units}): ${JSON.stringify(text)}`);
}

const plus = 43;
const minus = 45;
const point = 46;
const digitZero = 48;

/** Digits that a float holds exactly; plain text of up to so many needs no string work. */
const floatDigits = 15;

/** The common case of an export, digits around at most one point, in one pass; the rest goes to `scanAny`. */
function scan(text: string): bigint | ParseFault {
  const length = text.length;
  const sign = text.charCodeAt(0);
  const start = sign === minus || sign === plus ? 1 : 0;
  if (length - start > floatDigits + 1 || length === start) return scanAny(text);

  let digits = 0;
  let pointAt = -1;
  for (let i = start; i < length; i++) {
    const code = text.charCodeAt(i);
    const digit = code - digitZero;
    if (digit >= 0 && digit <= 9) digits = digits * 10 + digit;
    else if (code === point && pointAt < 0) pointAt = i;
    else return scanAny(text);
  }
  if (pointAt < 0 ? length - start > floatDigits : length - start === 1) return scanAny(text);

  const decimals = pointAt < 0 ? 0 : length - 1 - pointAt;
  return BigInt(sign === minus ? -digits : digits) * powerOfTen(decimalsKept - decimals);
}

const grammar = /^([+-]?)(\d*)(?:\.(\d*))?(?:[eE]([+-]?\d+))?$/;

/** Any text of the grammar; its cost is bounded by the text's length, whatever the exponent. */
function scanAny(text: string): bigint | ParseFault {
  const match = grammar.exec(text);
  if (match === null) return 'not-a-number';
  const [, sign = '', whole = '', fraction = '', exponent = '0'] = match;
  if (whole === '' && fraction === '') return 'not-a-number';

  const written = whole + fraction;
  const first = firstSignificant(written);
  if (first === written.length) return 0n;
  const end = endOfSignificant(written);

  // The value is 0.d₁d₂… × 10^integerDigits, with the significant digits d₁d₂….
  const integerDigits = whole.length - first + Number(exponent);
  const decimals = end - first - integerDigits;
  if (integerDigits > integerDigitsAllowed) return 'too-large';
  if (decimals > decimalsKept) return 'too-many-decimals';

  const units = BigInt(written.slice(first, end)) * powerOfTen(decimalsKept - decimals);
  return sign === '-' ? -units : units;
}

function firstSignificant(digits: string): number {
  let i = 0;
  while (i < digits.length && digits.charCodeAt(i) === digitZero) i++;
  return i;
}

function endOfSignificant(digits: string): number {
  let end = digits.length;
  while (digits.charCodeAt(end - 1) === digitZero) end--;
  return end;
}
