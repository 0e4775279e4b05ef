/**
 * What is computed against what files state, and against zero.
 *
 * Files write several rows in one second in an order of their own: what is compared is what stands at the end of it, and it
 * holds where any row of the second states it.
 */
import type { AccountId } from '../../../shared/domain/account.ts';
import type { AssetId } from '../../../shared/domain/asset.ts';
import type { LedgerEvent } from '../../../shared/domain/event.ts';
import { add, compare, isNegative } from '../../../shared/num/arithmetic.ts';
import { lastStated, statedAfter } from './last-stated.ts';
import type { StatedAfter } from './last-stated.ts';
import { zeroQuantity } from '../../../shared/num/types.ts';
import type { Quantity } from '../../../shared/num/types.ts';
import { epochMs } from '../../../shared/time/instant.ts';

/** A balance that a file states after a row, and what had been computed by then. */
export interface StatedBalance {
  readonly event: LedgerEvent;
  readonly stated: Quantity;
  readonly computed: Quantity;
}

export interface CheckedBalance {
  readonly account: AccountId;
  readonly asset: AssetId;
  readonly computed: Quantity;
  /** The last that a file states. */
  readonly stated: StatedBalance | null;
  /** How many stated balances were compared. */
  readonly compared: number;
  /** The first that is not what is computed. */
  readonly differs: StatedBalance | null;
  /** The first row after which less than nothing was there. */
  readonly belowZero: { readonly event: LedgerEvent; readonly balance: Quantity } | null;
}

/** In: events in ledger order, counted once. Out: one a place and asset, in the order in which they are first seen. */
export function checkBalances(events: readonly LedgerEvent[]): readonly CheckedBalance[] {
  const books = new Map<AccountId, Map<AssetId, Book>>();
  const all: Book[] = [];
  for (const event of events) {
    const second = Math.floor(epochMs(event.time) / 1000);
    for (const leg of event.legs) {
      const { account, asset, quantity, balanceAfter } = leg;
      let ofAccount = books.get(account);
      if (ofAccount === undefined) books.set(account, (ofAccount = new Map<AssetId, Book>()));
      let book = ofAccount.get(asset);
      if (book === undefined) ofAccount.set(asset, (book = newBook(account, asset, all)));
      if (book.second !== second) settle(book);
      book.second = second;
      book.computed = add(book.computed, quantity);
      book.last = event;
      const states = balanceAfter === undefined ? undefined : statedAfter(event, account, asset);
      if (states !== undefined && book.waiting.at(-1)?.event !== event) book.waiting.push(states);
    }
  }
  for (const book of all) settle(book);
  return all.map(({ second: _, last: _last, waiting: _waiting, ...checked }) => checked);
}

type Growing = { -readonly [Key in keyof CheckedBalance]: CheckedBalance[Key] };
interface Book extends Growing {
  /** Of the latest row. */
  second: number;
  last: LedgerEvent | null;
  /** Stated in that second, not compared yet. */
  waiting: StatedAfter[];
}

function newBook(account: AccountId, asset: AssetId, all: Book[]): Book {
  const book: Book = {
    account,
    asset,
    computed: zeroQuantity,
    stated: null,
    compared: 0,
    differs: null,
    belowZero: null,
    second: -1,
    last: null,
    waiting: [],
  };
  all.push(book);
  return book;
}

/** Looks at what stands at the end of a second. */
function settle(book: Book): void {
  const { computed, waiting, last } = book;
  if (isNegative(computed) && last !== null) book.belowZero ??= { event: last, balance: computed };
  const found = waiting.find(({ stated }) => compare(stated, computed) === 0) ?? lastStated(waiting);
  if (found === undefined) return;
  book.waiting = [];
  book.compared += 1;
  book.stated = { event: found.event, stated: found.stated, computed };
  if (compare(found.stated, computed) !== 0) book.differs ??= book.stated;
}
