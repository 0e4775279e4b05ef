import type { AccountId } from '../../../../shared/domain/account.ts';
import type { AssetId } from '../../../../shared/domain/asset.ts';
import type { Issue } from '../../../../shared/domain/issue.ts';
import type { Disposal } from '../../../../shared/domain/lot.ts';
import { zeroMoney } from '../../../../shared/num/types.ts';
import type { Money, Quantity } from '../../../../shared/num/types.ts';
import type { Instant } from '../../../../shared/time/instant.ts';
import type { LocalDate } from '../../../../shared/time/local-date.ts';
import type { CountedEvents, IncomeItem, MoveOptions } from '../lot-matching.ts';

/** An asset in an account. */
export interface Place {
  readonly asset: AssetId;
  readonly account: AccountId;
  /** The same for every account. */
  readonly assetNumber: number;
}

/** `absorb`: units of a network fee whose basis goes over to the units that depart in the next move. */
export type MoveKind = 'acquire' | 'dispose' | 'depart' | 'arrive' | 'absorb';

export interface MovementMove {
  readonly move: number;
  /** Tells movements apart by what they are. */
  readonly movement: string;
}

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
  readonly to?: number;
}

/**
 * What all events do to lots, one row a move, in columns: a million of them are a dozen arrays and no objects.
 * The same columns serve any number of matchings.
 */
export class MoveColumns {
  readonly events: CountedEvents;
  /** What they were made with. */
  readonly options: MoveOptions;
  kind: MoveKind[] = [];
  /** The event's place in `events`. */
  event: number[] = [];
  /** Its place in `places`. */
  place: number[] = [];
  quantity: Quantity[] = [];
  /** Of what is acquired the cost, of what is disposed of the gross proceeds; null where nobody knows. */
  amount: (Money | null)[] = [];
  /** Fees that come out of the proceeds. */
  fee: Money[] = [];
  cause: (Disposal['cause'] | null)[] = [];
  /** Local: of what is acquired the day it was acquired, else the event's. */
  day: LocalDate[] = [];
  /** Of what is acquired the time it was acquired (a gift's is the giver's), else the event's. */
  since: Instant[] = [];
  /** Of what arrives its departure; of what departs the fee it absorbs; else −1. */
  link: number[] = [];
  /** Of what departs the place it goes to; else −1. */
  to: number[] = [];
  /** What gifts were worth when given, where that is less than what they cost the giver; by move. */
  readonly giftValue = new Map<number, Money>();
  readonly places: Place[] = [];
  readonly income: (IncomeItem & { readonly place: number })[] = [];
  /** By the event's place, in order; `about`, what is said once. */
  readonly issues: { readonly event: number; readonly issue: Issue; readonly about?: string }[] = [];
  /** Departures and arrivals, each by its movement, in order. */
  readonly departures: MovementMove[] = [];
  readonly arrivals: MovementMove[] = [];
  /** Moves that are those of an earlier state: how many, and of which, by its mark. */
  kept: { readonly of: object; readonly count: number } | null = null;
  /** Tells these columns apart. Who was taken up from is remembered by it alone, so that no earlier state is held on to. */
  readonly mark: object = {};
  readonly #numbers = new Map<AssetId, { readonly asset: number; readonly places: Map<AccountId, number> }>();

  constructor(events: CountedEvents, options: MoveOptions) {
    this.events = events;
    this.options = options;
  }

  get count(): number {
    return this.kind.length;
  }

  /** Takes over what events before this one did in an earlier state. */
  keep(of: LotMoves, event: number): void {
    let count = of.count;
    while (count > 0 && (of.event[count - 1] ?? 0) >= event) count--;
    this.kind = of.kind.slice(0, count);
    this.event = of.event.slice(0, count);
    this.place = of.place.slice(0, count);
    this.quantity = of.quantity.slice(0, count);
    this.amount = of.amount.slice(0, count);
    this.fee = of.fee.slice(0, count);
    this.cause = of.cause.slice(0, count);
    this.day = of.day.slice(0, count);
    this.since = of.since.slice(0, count);
    this.link = of.link.slice(0, count);
    this.to = of.to.slice(0, count);
    for (const { asset, account } of of.places) this.placeOf(asset, account);
    for (const [move, value] of of.giftValue) if (move < count) this.giftValue.set(move, value);
    for (const item of of.income) {
      if (item.place >= event) break;
      this.income.push(item);
    }
    for (const one of of.departures) if (one.move < count) this.departures.push(one);
    for (const one of of.arrivals) if (one.move < count) this.arrivals.push(one);
    for (const found of of.issues) if (found.event < event) this.issues.push(found);
    this.kept = { of: of.mark, count };
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
    this.to.push(row.to ?? -1);
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
export type LotMoves = Readonly<Omit<MoveColumns, 'add' | 'placeOf' | 'keep'>>;
