/** The small pieces that patterns of a policy's sentences are made of. */
import { parseMoney, parseRate } from '../../../../../shared/num/parse.ts';
import type { Parsed } from '../../../../../shared/num/parse.ts';
import { RESERVED_WORDS } from '../policy-names.ts';
import type { Money, Rate } from '../../../../../shared/num/types.ts';

/** Thousands apart by a blank or a comma, decimals after a point or, with other than three digits, a comma. */
export const NUMBER = String.raw`-?(?:\d{1,3}(?:[\x20,\u00a0\u202f]\d{3})+(?!\d)(?:\.\d+)?|\d+(?:[.,]\d+)?|\.\d+)`;
export const PERCENT = String.raw`(?:%|per\s?cents?\b)`;
const KEYWORD = `(?!(?:${RESERVED_WORDS.filter((word) => word !== 'cash').join('|')})\\b)`;
/** A word of letters and digits that is no word of our sentences, or anything in quotes. */
export const NAME = String.raw`(?:"[^"\n]+"|“[^”\n]+”|${KEYWORD}\b(?=\w*[A-Za-z])\w+\b)`;
export const MORE = String.raw`(?:more\s+than|over|above|beyond|outside|within|greater\s+than|>)\s*`;
export const LESS = String.raw`(?:less\s+than|at\s+most|under|below|no\s+more\s+than|not\s+more\s+than|<)\s*`;
export const TARGET = String.raw`(?:its\s+|the\s+|their\s+|it's\s+)?(?:own\s+)?targets?\b`;

/** A pattern that is tried just where one reads: blanks stand for any blanks, letters in any case. */
export function phrase(source: string): RegExp {
  return new RegExp(source.replaceAll(' ', String.raw`\s+`), 'iuy');
}

/** "12.5" of "12.5 %" → 0.125; null where it is no number of at most 16 decimals. */
export function shareOf(percent: string): Rate | null {
  const text = plain(percent);
  return valueOf(parseRate(`${text}e-2`));
}

export function amountOf(amount: string): Money | null {
  return valueOf(parseMoney(plain(amount)));
}

/** Without quotes; blanks in between as one. */
export function nameOf(text: string): string {
  return text.replaceAll(/["“”]/gu, '').trim();
}

function plain(number: string): string {
  const grouped = /^-?\d{1,3}(?:[ ,\u00a0\u202f]\d{3})+(?:\.\d+)?$/u.test(number);
  return grouped ? number.replaceAll(/[ ,\u00a0\u202f]/gu, '') : number.replace(',', '.');
}

function valueOf<T>(parsed: Parsed<T>): T | null {
  return parsed.ok ? parsed.value : null;
}
