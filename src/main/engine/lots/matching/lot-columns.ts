import type { LotId } from '../../../../shared/domain/lot.ts';
import { priceOf } from '../../../../shared/num/products.ts';
import { zeroMoney, zeroPrice } from '../../../../shared/num/types.ts';
import type { Money, Price } from '../../../../shared/num/types.ts';
import type { Instant } from '../../../../shared/time/instant.ts';
import type { LocalDate } from '../../../../shared/time/local-date.ts';
import type { LotMoves } from '../moves/move-columns.ts';

/** What methods sort lots by: it belongs to the lot and never changes, so that a split moves nothing. */
export interface LotKeys {
  readonly since: readonly Instant[];
  /** Per unit as acquired, fees included, rounded half-even to 18 decimals (the basis itself is not rounded). */
  unitCost(lot: number): Price;
  longTermFrom(lot: number): LocalDate;
  /** Whether nobody knows what it cost, so that zero is assumed. */
  basisUnknown(lot: number): boolean;
}

/** A method as a sort key: which of two lots leaves first. */
export type LotOrder = (lots: LotKeys, a: number, b: number) => number;

/** Lots in columns, numbered in the order in which the ledger acquired them. */
export class LotColumns implements LotKeys {
  /** The move that acquired it. */
  move: number[] = [];
  since: Instant[] = [];
  readonly #moves: LotMoves;
  readonly #holdingRule: (acquired: LocalDate) => LocalDate;
  #unitCosts: Price[] = [];
  readonly #longTermFrom = new Map<LocalDate, LocalDate>();
  /** As far as it was asked for. */
  #byId = new Map<LotId, number>();

  constructor(moves: LotMoves, longTermFrom: (acquired: LocalDate) => LocalDate) {
    this.#moves = moves;
    this.#holdingRule = longTermFrom;
  }

  get count(): number {
    return this.move.length;
  }

  add(move: number): number {
    this.since.push(this.#moves.since[move] as Instant);
    return this.move.push(move) - 1;
  }

  /** Takes over a copy of the lots that moves before this one have opened. */
  copyFrom(other: LotColumns, before: number): void {
    let count = other.count;
    while (count > 0 && (other.move[count - 1] ?? 0) >= before) count--;
    this.move = other.move.slice(0, count);
    this.since = other.since.slice(0, count);
    this.#unitCosts = other.#unitCosts.slice(0, count);
    this.#byId = new Map();
  }

  costBasis(lot: number): Money {
    return this.#moves.amount[this.move[lot] ?? -1] ?? zeroMoney;
  }

  basisUnknown(lot: number): boolean {
    return this.#moves.amount[this.move[lot] ?? -1] === null;
  }

  unitCost(lot: number): Price {
    const known = this.#unitCosts[lot];
    if (known !== undefined) return known;
    for (let next = this.#unitCosts.length; next <= lot; next++)
      this.#unitCosts.push(this.#computeUnitCost(next));
    return this.#unitCosts[lot] as Price;
  }

  longTermFrom(lot: number): LocalDate {
    return this.turnsLongTerm(this.#moves.day[this.move[lot] ?? -1] as LocalDate);
  }

  /** The first long-term date of what is acquired on a day. */
  turnsLongTerm(acquired: LocalDate): LocalDate {
    let from = this.#longTermFrom.get(acquired);
    if (from === undefined) this.#longTermFrom.set(acquired, (from = this.#holdingRule(acquired)));
    return from;
  }

  /** The acquiring event's id; a second lot of one event carries "#2", and so on. */
  idOf(lot: number): LotId {
    const move = this.move[lot] ?? -1;
    const event = this.#moves.event[move] ?? -1;
    let place = 1;
    for (let before = lot - 1; before >= 0 && this.#moves.event[this.move[before] ?? -1] === event; before--)
      place++;
    const id = this.#moves.events[event]?.id as string;
    return (place === 1 ? id : `${id}#${place}`) as LotId;
  }

  /** −1 where there is no such lot. */
  numberOf(id: LotId): number {
    for (let lot = this.#byId.size; lot < this.count; lot++) this.#byId.set(this.idOf(lot), lot);
    return this.#byId.get(id) ?? -1;
  }

  #computeUnitCost(lot: number): Price {
    const move = this.move[lot] ?? -1;
    const cost = this.#moves.amount[move];
    const quantity = this.#moves.quantity[move];
    return cost === null || cost === undefined || quantity === undefined
      ? zeroPrice
      : priceOf(cost, quantity, 'half-even');
  }
}

/** By true acquisition, whenever the units arrived in the account; ties by place in the ledger. */
export const byAcquisition: LotOrder = (lots, a, b) => {
  const first = lots.since[a] as Instant;
  const second = lots.since[b] as Instant;
  return first < second ? -1 : first > second ? 1 : a - b;
};
