/** What the cells of a column look like, whatever its name. */
import { pairOf } from '../mapped-market.ts';
import { isNumber, isTicker, mostly } from './table-sample.ts';
import { isBuyWord, isSellWord, meaningOfWord } from './word-meanings.ts';

/** Long and short are words of a position, not of a trade. */
export function isSide(cell: string): boolean {
  return isBuyWord(cell) || isSellWord(cell);
}

/** Of a column whose name does not say that it is one: 1 and 2 are amounts, and B is a coin. */
export function isSpelledSide(cell: string): boolean {
  return isSide(cell) && /\p{L}\p{L}|\p{Lo}/u.test(cell);
}

const orderTypes = /^(?:market|limit|stop.*|taker|maker|spot|post.?only)$/iu;

/** A few words that come again and again; not ways to place an order, and not coins. */
export function isTypes(cells: readonly string[]): boolean {
  const different = new Set(cells);
  return (
    cells.length > 0 &&
    !mostly(cells, isNumber) &&
    !mostly(cells, (cell) => orderTypes.test(cell)) &&
    !cells.every((cell) => isCoin(cell) && meaningOfWord(cell, false) === null) &&
    different.size <= 60
  );
}

/** "SOL/USDT" in trades and "USDT" in deposits. */
export function isMarketsAndCoins(cells: readonly string[]): boolean {
  return mostly(cells, isTicker) && cells.some((cell) => isPairWith(cell, '/'));
}

/** In any of the ways in which markets are written; a slash in any cell decides. */
export function separatorOf(cells: readonly string[]): string | null {
  if (isMarketsAndCoins(cells)) return '/';
  const separators = ['/', '-', '_', ':', ' ', ''];
  return (
    separators.find(
      (separator) => cells.length > 0 && mostly(cells, (cell) => isPairWith(cell, separator)),
    ) ?? null
  );
}

export function isPair(cell: string): boolean {
  return separatorOf([cell]) !== null;
}

function isPairWith(cell: string, separator: string): boolean {
  return (separator === '' || cell.includes(separator)) && pairOf(cell, { prefix: '', separator }) !== null;
}

/** In capitals, as coins are written. */
export function isCoin(cell: string): boolean {
  return /^[A-Z][A-Z\d]{1,9}$/u.test(cell);
}

const longestWord = 40;

/** Words that say what a row is: nearly all of them known, and few. */
export function areKnownTypes(cells: readonly string[]): boolean {
  return (
    isTypes(cells) &&
    mostly(cells, (cell) => cell.length <= longestWord && meaningOfWord(cell, false) !== null)
  );
}

/** "BTCUSDT" and "BTC-EUR": markets, none of them a coin with a long name. */
export function areMarkets(cells: readonly string[]): boolean {
  return cells.length > 0 && mostly(cells, (cell) => isTicker(cell) && isPair(cell) && cell.length >= 5);
}
