/** The file whose rows are arriving, and what is known of it so far. */
import type { AccountId } from '../../../shared/domain/account.ts';
import { epochMs, type Instant } from '../../../shared/time/instant.ts';
import type { NewBatch } from '../batch.ts';
import type { ArrivingRow, Placement } from '../import-transaction.ts';
import { CoverageBook } from './batch-coverage.ts';
import type { OverlapWatch } from './overlap-watch.ts';
import type { RowPlaces } from './row-places.ts';

export class OpenBatch {
  readonly id: number;
  readonly file: NewBatch;
  readonly places: RowPlaces;
  /** Accounts that its rows use. */
  readonly accounts = new Set<AccountId>();
  readonly coverage = new CoverageBook();
  /** null where no other file of the format covers anything. */
  readonly watch: OverlapWatch | null;
  /** Whose it is. */
  account: AccountId;
  /** Rows that were there. */
  repeats = 0;
  /** Prices and market data that it states. */
  prices = 0;
  observations = 0;
  /** Those of them that nothing stated before. */
  broughtValues = 0;
  first: number | null = null;
  last: number | null = null;

  constructor(id: number, file: NewBatch, places: RowPlaces, watch: OverlapWatch) {
    this.id = id;
    this.file = file;
    this.account = file.account;
    this.places = places;
    this.watch = watch.isIdle ? null : watch;
  }

  store(row: ArrivingRow): Placement {
    const placement = this.places.place(row);
    if (placement !== 'left-out') this.#note(row, placement === 'new');
    return placement;
  }

  /** In: `isNew`, whether the ledger did not have the row. */
  #note(row: ArrivingRow, isNew: boolean): void {
    const { event } = row;
    if (!isNew) this.repeats++;
    else this.watch?.note(row);
    this.time(event.time);
    this.coverage.note(event);
    for (const { account } of event.legs) this.accounts.add(account);
    if (event.fill !== undefined) this.accounts.add(event.fill.account);
  }

  /** A price, or a value of market data. */
  value(isNew: boolean): void {
    if (isNew) this.broughtValues++;
    else this.repeats++;
  }

  time(at: Instant): void {
    const time = epochMs(at);
    if (this.first === null || time < this.first) this.first = time;
    if (this.last === null || time > this.last) this.last = time;
  }
}
