/**
 * An order book as somebody pastes it: lines "price size" under the words bids and asks, lines that begin with bid or ask, or
 * an exchange's JSON with bids and asks.
 */
import { fail, ok } from '../../../../shared/errors/failure.ts';
import type { Result } from '../../../../shared/errors/failure.ts';
import { isPositive } from '../../../../shared/num/arithmetic.ts';
import { parsePrice, parseQuantity } from '../../../../shared/num/parse.ts';
import type { Price, Quantity } from '../../../../shared/num/types.ts';

export interface PastedLevel {
  readonly price: Price;
  /** In the unit that was pasted. */
  readonly size: Quantity;
}

export interface PastedBook {
  readonly bids: readonly PastedLevel[];
  readonly asks: readonly PastedLevel[];
}

type BookSide = keyof PastedBook;

const sideWords: ReadonlyMap<string, BookSide> = new Map([
  ['bid', 'bids'],
  ['bids', 'bids'],
  ['buy', 'bids'],
  ['ask', 'asks'],
  ['asks', 'asks'],
  ['sell', 'asks'],
]);

/** Errors: `market/book-unreadable`, `market/book-empty`, `market/book-crossed`. */
export function parseBook(text: string): Result<PastedBook> {
  const trimmed = text.trim();
  const read = trimmed.startsWith('{') ? ofJson(trimmed) : ofLines(trimmed);
  if (!read.ok) return read;
  const book = { bids: sorted(read.value.bids, 'bids'), asks: sorted(read.value.asks, 'asks') };
  if (book.bids.length + book.asks.length === 0) return fail('market/book-empty', {});
  const [bid] = book.bids;
  const [ask] = book.asks;
  return bid !== undefined && ask !== undefined && bid.price >= ask.price
    ? fail('market/book-crossed', {})
    : ok(book);
}

function ofLines(text: string): Result<PastedBook> {
  const book: Record<BookSide, PastedLevel[]> = { bids: [], asks: [] };
  let side: BookSide | undefined;
  for (const [at, line] of text.split(/\r?\n/u).entries()) {
    const words = line
      .replaceAll(/[;\t]/gu, ' ')
      .trim()
      .split(/\s+|,(?=\s*\S)/u)
      .filter((word) => word !== '');
    const named = sideWords.get((words[0] ?? '').toLowerCase().replace(/:$/u, ''));
    if (named !== undefined) words.shift();
    if (words.length === 0) {
      side = named ?? side;
      continue;
    }
    const on = named ?? side;
    const level = levelOf(words);
    if (level === null || on === undefined) {
      if (at === 0 && named === undefined && /price/iu.test(line)) continue;
      return fail('market/book-unreadable', { line: at + 1, text: line.trim().slice(0, 60) });
    }
    book[on].push(level);
  }
  return ok(book);
}

function ofJson(text: string): Result<PastedBook> {
  const unreadable = fail('market/book-unreadable', { line: 1, text: text.slice(0, 60) });
  let parsed: unknown;
  try {
    parsed = JSON.parse(text);
  } catch {
    return unreadable;
  }
  const sides = sidesOf(parsed);
  if (sides === null) return unreadable;
  const bids = sides.bids.map(levelOf);
  const asks = sides.asks.map(levelOf);
  if ([...bids, ...asks].includes(null)) return unreadable;
  return ok({ bids: bids.filter((one) => one !== null), asks: asks.filter((one) => one !== null) });
}

/** The two lists, wherever the exchange puts them: at the top, under result or data, or in its first entry; b and a at Bybit. */
function sidesOf(parsed: unknown): Record<BookSide, readonly (readonly unknown[])[]> | null {
  const candidates = [
    parsed,
    field(parsed, 'result'),
    field(parsed, 'data'),
    field(field(parsed, 'data'), '0'),
  ];
  for (const one of candidates) {
    const bids = field(one, 'bids') ?? field(one, 'b');
    const asks = field(one, 'asks') ?? field(one, 'a');
    if (isLevels(bids) && isLevels(asks)) return { bids, asks };
  }
  return null;
}

function field(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null ? (value as Record<string, unknown>)[name] : undefined;
}

function isLevels(value: unknown): value is readonly (readonly unknown[])[] {
  return Array.isArray(value) && value.every((one) => Array.isArray(one));
}

/** null where the first two are no price and size. Sizes of zero are levels that are gone. */
function levelOf(words: readonly unknown[]): PastedLevel | null {
  const price = parsePrice(plain(words[0]));
  const size = parseQuantity(plain(words[1]));
  if (!price.ok || !size.ok || !isPositive(price.value)) return null;
  return { price: price.value, size: size.value };
}

function plain(word: unknown): string {
  return typeof word === 'string' || typeof word === 'number' ? String(word).replaceAll(/[,$_]/gu, '') : '';
}

function sorted(levels: readonly PastedLevel[], side: BookSide): readonly PastedLevel[] {
  const real = levels.filter(({ size }) => isPositive(size));
  const order = side === 'asks' ? 1 : -1;
  return real.toSorted((a, b) => (a.price < b.price ? -order : a.price > b.price ? order : 0));
}
