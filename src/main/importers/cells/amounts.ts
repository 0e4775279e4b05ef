/** Amounts with their unit in one cell: `0.1BTC`, `35.6 BTC`, `1,500.0ADA`. */

export interface Amount {
  readonly number: string;
  /** '' where the cell names none. */
  readonly unit: string;
}

/**
 * Splits where the digits end. In: `known`, a unit that the row tells from elsewhere; it wins over the digits, because
 * tickers may begin with one (`5.11INCH` is 5.1 of 1INCH).
 */
export function splitAmount(cell: string, known = ''): Amount {
  if (known !== '' && cell.endsWith(known) && cell.length > known.length) {
    return { number: trimmedEnd(cell, cell.length - known.length), unit: known };
  }
  const end = endOfNumber(cell);
  if (end === cell.length) return { number: cell, unit: '' };
  return { number: trimmedEnd(cell, end), unit: cell.slice(end).trim() };
}

function trimmedEnd(cell: string, end: number): string {
  const number = cell.slice(0, end);
  return number.endsWith(' ') ? number.trimEnd() : number;
}

/**
 * As `splitAmount`, for a file that keeps writing the same unit: tries `guess`, which is no ticker that begins with a
 * digit, before it looks at every character.
 */
export function splitAmountGuessing(cell: string, guess: string): Amount {
  if (guess !== '' && cell.endsWith(guess)) {
    const before = cell.charCodeAt(cell.length - guess.length - 1);
    if (before >= 48 && before <= 57)
      return { number: cell.slice(0, cell.length - guess.length), unit: guess };
  }
  return splitAmount(cell);
}

/** Digits, separators and signs; an exponent only with its sign, for `1E` begins a ticker as well. */
function endOfNumber(cell: string): number {
  let at = 0;
  for (; at < cell.length; at++) {
    const code = cell.charCodeAt(at);
    const isNumber = (code >= 48 && code <= 57) || (code >= 43 && code <= 46) || code === 32;
    if (!isNumber && !isExponent(cell, at)) break;
  }
  return at;
}

function isExponent(cell: string, at: number): boolean {
  return at > 0 && /^e[+-]\d/iu.test(cell.slice(at, at + 3));
}
