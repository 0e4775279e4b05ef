/** One order book a contract, kept as a setting of the ledger: the latest that was pasted. */
import type { z } from 'zod';
import type { marketCalls } from '../../../../shared/contract/market-calls.ts';
import { fail, ok } from '../../../../shared/errors/failure.ts';
import type { Result } from '../../../../shared/errors/failure.ts';
import { toText } from '../../../../shared/num/format.ts';
import { price, quantity } from '../../../../shared/num/parse.ts';
import { instantFromIso, toIso } from '../../../../shared/time/instant.ts';
import type { Instant } from '../../../../shared/time/instant.ts';
import type { Price } from '../../../../shared/num/types.ts';
import { ageHours, isStale } from '../../../engine/market/freshness.ts';
import { midOf } from '../../../engine/market/half-spread.ts';
import type { BookLevel } from '../../../engine/market/walk-book.ts';
import { coins } from '../../../engine/futures/units.ts';
import type { Facts } from '../../facts.ts';

export interface KeptBook {
  readonly contract: string;
  readonly time: Instant;
  readonly source: string;
  /** Best first. */
  readonly bids: readonly BookLevel[];
  readonly asks: readonly BookLevel[];
}

type BookText = NonNullable<z.output<(typeof marketCalls)['market.book']['output']>['book']>;
type StoredBook = Pick<BookText, 'time' | 'source' | 'bids' | 'asks'>;

/** The setting that a contract's book is kept under. */
export function bookSetting(contract: string): string {
  return `book:${contract}`;
}

/** null where none is kept. */
export function keptBookOf({ settings }: Facts, contract: string): KeptBook | null {
  const document = settings.get(bookSetting(contract));
  if (document === undefined) return null;
  const stored = JSON.parse(document) as StoredBook;
  return {
    contract,
    time: instantFromIso(stored.time),
    source: stored.source,
    bids: stored.bids.map(levelOf),
    asks: stored.asks.map(levelOf),
  };
}

/** Contracts that a book is kept of. */
export function booksKept({ settings }: Facts): readonly string[] {
  const prefix = bookSetting('');
  return [...settings.keys()].filter((key) => key.startsWith(prefix)).map((key) => key.slice(prefix.length));
}

/** A book as the setting holds it: canonical JSON. */
export function bookDocument({ time, source, bids, asks }: KeptBook): string {
  const stored = { asks: asks.map(levelText), bids: bids.map(levelText), source, time: toIso(time) };
  return JSON.stringify(stored);
}

/** The middle of the best prices; null where one side is empty. */
export function bookMid({ bids, asks }: Pick<KeptBook, 'bids' | 'asks'>): Price | null {
  const [bid] = bids;
  const [ask] = asks;
  return bid === undefined || ask === undefined ? null : midOf(bid.price, ask.price);
}

export function bookText(book: KeptBook, now: Instant): BookText {
  const { contract, time, source, bids, asks } = book;
  const mid = bookMid(book);
  return {
    contract,
    time: toIso(time),
    ageHours: ageHours(time, now),
    stale: isStale('depth', time, now),
    source,
    bids: bids.map(levelText),
    asks: asks.map(levelText),
    mid: mid === null ? null : toText(mid),
  };
}

/** A time that was given, or now. Errors: `call/invalid-input` for one that lies in the future. */
export function timeGiven(text: string | undefined, now: Instant): Result<Instant> {
  if (text === undefined) return ok(now);
  const time = instantFromIso(text);
  const reason = 'it lies in the future';
  return time > now ? fail('call/invalid-input', { field: 'time', reason }, { field: 'time' }) : ok(time);
}

function levelOf(level: BookText['bids'][number]): BookLevel {
  return { price: price(level.price), size: coins(quantity(level.coins)) };
}

function levelText({ price: at, size }: BookLevel): BookText['bids'][number] {
  return { coins: toText(size), price: toText(at) };
}
