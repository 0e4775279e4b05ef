import type { AccountId } from '../../../shared/domain/account.ts';
import type { AssetId } from '../../../shared/domain/asset.ts';
import type { Issue } from '../../../shared/domain/issue.ts';
import type { Disposal } from '../../../shared/domain/lot.ts';
import { zeroMoney } from '../../../shared/num/types.ts';
import type { Money, Quantity } from '../../../shared/num/types.ts';
import type { Instant } from '../../../shared/time/instant.ts';
import type { LocalDate } from '../../../shared/time/local-date.ts';
import type { CountedEvents, IncomeItem } from './lot-matching.ts';

/** An asset in an account. */
export interface Place {
  readonly asset: AssetId;
  readonly account: AccountId;
  /** The same for every account. */
  readonly assetNumber: number;
}

/** `absorb`: units of a network fee whose basis goes over to the units that depart in the next move. */
export type MoveKind = 'acquire' | 'dispose' | 'depart' | 'arrive' | 'absorb';

/** One move, as it is written down. */
export interface MoveRow {
  readonly kind: MoveKind;
  readonly event: number;
  readonly place: number;
  readonly quantity: Quantity;
  readonly amount?: Money | null;
  readonly fee?: Money;
  readonly cause?: Disposal['cause'] | null;
  readonly day: LocalDate;
  readonly since: Instant;
  readonly link?: number;
}

/**
 * What all events do to lots, one row a move, in columns: a million of them are a dozen arrays and no objects.
 * The same columns serve any number of matchings.
 */
export class MoveColumns {
  readonly events: CountedEvents;
  readonly kind: MoveKind[] = [];
  /** The event's place in `events`. */
  readonly event: number[] = [];
  /** Its place in `places`. */
  readonly place: number[] = [];
  readonly quantity: Quantity[] = [];
  /** Of what is acquired the cost, of what is disposed of the gross proceeds; null where nobody knows. */
  readonly amount: (Money | null)[] = [];
  /** Fees that come out of the proceeds. */
  readonly fee: Money[] = [];
  readonly cause: (Disposal['cause'] | null)[] = [];
  /** Local: of what is acquired the day it was acquired, else the event's. */
  readonly day: LocalDate[] = [];
  /** Of what is acquired the time it was acquired (a gift's is the giver's), else the event's. */
  readonly since: Instant[] = [];
  /** Of what arrives its departure; of what departs the fee it absorbs; else −1. */
  readonly link: number[] = [];
  /** What gifts were worth when given, where that is less than what they cost the giver; by move. */
  readonly giftValue = new Map<number, Money>();
  readonly places: Place[] = [];
  readonly income: IncomeItem[] = [];
  readonly issues: Issue[] = [];
  readonly #numbers = new Map<AssetId, { readonly asset: number; readonly places: Map<AccountId, number> }>();

  constructor(events: CountedEvents) {
    this.events = events;
  }

  get count(): number {
    return this.kind.length;
  }

  /** Out: the move's number. */
  add(row: MoveRow): number {
    this.event.push(row.event);
    this.place.push(row.place);
    this.quantity.push(row.quantity);
    this.amount.push(row.amount ?? null);
    this.fee.push(row.fee ?? zeroMoney);
    this.cause.push(row.cause ?? null);
    this.day.push(row.day);
    this.since.push(row.since);
    this.link.push(row.link ?? -1);
    return this.kind.push(row.kind) - 1;
  }

  placeOf(asset: AssetId, account: AccountId): number {
    let known = this.#numbers.get(asset);
    if (known === undefined)
      this.#numbers.set(asset, (known = { asset: this.#numbers.size, places: new Map<AccountId, number>() }));
    let number = known.places.get(account);
    if (number === undefined) {
      number = this.places.push({ asset, account, assetNumber: known.asset }) - 1;
      known.places.set(account, number);
    }
    return number;
  }
}

/** Read only: what a matching starts from. */
export type LotMoves = Readonly<Omit<MoveColumns, 'add' | 'placeOf'>>;
