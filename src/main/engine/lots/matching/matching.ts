/**
 * moves → pools of parcels → slices, in columns.
 *
 * Issues: lots/insufficient, lots/not-identified.
 */
import type { EventId } from '../../../../shared/domain/event.ts';
import type { Issue } from '../../../../shared/domain/issue.ts';
import type { LotChoice } from '../../../../shared/domain/lot-records.ts';
import type { MatchReason } from '../../../../shared/domain/lot.ts';
import { invariant } from '../../../../shared/invariant.ts';
import { add, compare, isPositive, smaller, subtract } from '../../../../shared/num/arithmetic.ts';
import { toText } from '../../../../shared/num/format.ts';
import { priceOf } from '../../../../shared/num/products.ts';
import { zeroMoney, zeroQuantity } from '../../../../shared/num/types.ts';
import type { Money, Quantity } from '../../../../shared/num/types.ts';
import type { Instant } from '../../../../shared/time/instant.ts';
import { yearOf } from '../../../../shared/time/local-date.ts';
import type { LocalDate } from '../../../../shared/time/local-date.ts';
import { localDateOf } from '../../../../shared/time/time-zone.ts';
import { issueOf } from '../../issue-of.ts';
import type { Steps } from '../../steps.ts';
import { choicesOf } from './choices-of.ts';
import type { LotUnits } from './divided-basis.ts';
import { LotColumns } from './lot-columns.ts';
import { defaultLotElections } from '../lot-matching.ts';
import type { LotElections, MatchOptions } from '../lot-matching.ts';
import { isTaxed } from '../moves/lot-moves.ts';
import { byAccountFrom, methodsInForce } from './methods-in-force.ts';
import type { WalkMethod } from '../methods/lot-pools.ts';
import type { LotMoves, Place } from '../moves/move-columns.ts';
import { Pools } from './pools.ts';
import type { ArrangedPool } from './pools.ts';
import { shareOf, shareProceeds } from './share-proceeds.ts';
import { Shortfalls } from './shortfall.ts';
import { ParcelColumns } from './parcel-columns.ts';
import type { Leaving, ParcelPool } from './parcel-pool.ts';
import { NO_PARCEL, SliceColumns } from './slice-columns.ts';

/** The slices of one move, from the first to before the last. */
interface Range {
  readonly from: number;
  readonly to: number;
}

const MOVES_OF_STEP = 500;

const LEFT_OUT = 'The missing units are left out of the gains.';
const AT_NOTHING = 'They count as having cost nothing.';

/** One matching of moves, as far as it has come. */
export class Matching {
  readonly moves: LotMoves;
  readonly options: MatchOptions;
  readonly lots: LotColumns;
  readonly parcels = new ParcelColumns();
  readonly slices = new SliceColumns();
  /** The method in force at each move. */
  readonly methods: readonly WalkMethod[];
  readonly issues: { readonly move: number; readonly issue: Issue }[] = [];
  /** The first move of the time in which basis is kept by account; 0 where it always is, Infinity where it never is. */
  readonly byAccountFrom: number;
  readonly #elections: LotElections;
  readonly #pools: Pools;
  readonly #shortfalls: Shortfalls;
  /** What departures and the fees they absorb took. */
  readonly #ranges = new Map<number, Range>();

  constructor(moves: LotMoves, options: MatchOptions) {
    this.moves = moves;
    this.options = options;
    this.lots = new LotColumns(moves, (acquired) => options.longTermFrom(acquired));
    this.#elections = { ...defaultLotElections, ...options.elections };
    this.byAccountFrom = byAccountFrom(moves, options);
    this.#shortfalls = new Shortfalls(moves);
    this.methods = methodsInForce(moves, options);
    this.#pools = new Pools(moves, this.parcels, this.lots);
  }

  /** Takes up where another matching stood before a move; its columns are copied, so that it stays as it is. */
  continueFrom(before: Matching, move: number): void {
    this.lots.copyFrom(before.lots, move);
    this.parcels.copyFrom(before.parcels);
    const { slices } = before;
    let kept = slices.count;
    while (kept > 0 && (slices.move[kept - 1] ?? 0) >= move) {
      kept--;
      const parcel = slices.parcel[kept] as number;
      if (parcel === NO_PARCEL) continue;
      this.parcels.giveBack(parcel, slices.quantity[kept] as Quantity, slices.cost[kept] as Money);
    }
    this.slices.copyFrom(slices, kept);
    this.parcels.dropFrom(move);
    for (const [departure, range] of before.#ranges) if (departure < move) this.#ranges.set(departure, range);
    for (const found of before.issues) if (found.move < move) this.issues.push(found);
    this.#pools.layAll(move >= this.byAccountFrom);
  }

  /** In: up to before which move. */
  run(from: number, to: number): void {
    for (let move = from; move < to; move++) this.#apply(move);
  }

  /** As `run`. */
  *runInSteps(from: number, to: number): Steps<void> {
    for (let at = from; at < to; at += MOVES_OF_STEP) {
      yield;
      this.run(at, Math.min(at + MOVES_OF_STEP, to));
    }
  }

  /** Gives every parcel its own cost. */
  settle(): void {
    this.#pools.settle();
  }

  /** Units that departed, by lot: none where they did not move because there is one pool. */
  departed(departure: number): readonly (LotUnits & { readonly cost: Money })[] {
    const { from, to } = this.#ranges.get(departure) ?? { from: 0, to: 0 };
    return this.slices.parcel.slice(from, to).map((parcel, at) => ({
      lot: this.parcels.lot[parcel] as number,
      quantity: this.slices.quantity[from + at] as Quantity,
      cost: this.slices.cost[from + at] as Money,
    }));
  }

  /** Lays everything that is held anew, by account, before the first move of the time in which that counts. */
  layAnew(
    laid: readonly (LotUnits & {
      readonly place: number;
      readonly cost: Money;
      readonly isAssumed: boolean;
    })[],
  ): void {
    this.#pools.clear();
    this.parcels.clear();
    for (const { lot, place, quantity, cost, isAssumed } of laid) {
      const parcel = this.parcels.add(lot, place, this.byAccountFrom - 1, quantity, cost);
      if (isAssumed) this.parcels.assumed.add(parcel);
      this.#pools.lay(parcel, true);
    }
  }

  placeOf(move: number): Place {
    return this.moves.places[this.moves.place[move] as number] as Place;
  }

  /** The local day of the move's event, which for a gift is not the day it was acquired. */
  dayOfEvent(move: number): LocalDate {
    const time = this.moves.events[this.moves.event[move] as number]?.time as Instant;
    return localDateOf(time, this.options.timeZone);
  }

  eventOf(move: number): EventId {
    return this.moves.events[this.moves.event[move] as number]?.id as EventId;
  }

  #apply(move: number): void {
    switch (this.moves.kind[move]) {
      case 'acquire':
        return this.#acquire(move);
      case 'dispose':
        return this.#dispose(move);
      case 'absorb':
        this.#absorb(move);
        return;
      case 'depart':
        return this.#depart(move);
      case 'arrive':
        return this.#arrive(move);
      default:
        return invariant(false, 'every move has a kind');
    }
  }

  #acquire(move: number): void {
    const lot = this.lots.add(move);
    const quantity = this.moves.quantity[move] as Quantity;
    const place = this.moves.place[move] as number;
    const parcel = this.parcels.add(lot, place, move, quantity, this.moves.amount[move] ?? zeroMoney);
    this.#poolOf(move).add(parcel);
  }

  #dispose(move: number): void {
    const from = this.slices.count;
    const arranged = this.#poolOf(move);
    const leaving = arranged.method === 'lowest-tax' ? this.#leaving(move) : null;
    const wanted = this.moves.quantity[move] as Quantity;
    const choices = arranged.method === 'average' ? undefined : choicesOf(this, move);
    const open = choices === undefined ? wanted : this.#takeChosen(arranged.pool, wanted, choices, move);
    const missing = this.#take(arranged.pool, open, move, reasonOf(arranged.method, leaving), leaving);
    if (isPositive(missing)) this.#reportShort(move, missing, this.#consequence());
    else if (move < this.byAccountFrom) this.#reportOverdraft(move);
    if (isPositive(missing) && this.#elections.missingUnits === 'zero-cost') {
      this.slices.assumed.add(this.slices.add(move, NO_PARCEL, missing, zeroMoney, 'zero-cost'));
    }
    shareProceeds(this, this.#elections, move, from);
  }

  #consequence(): string {
    return this.#elections.missingUnits === 'zero-cost' ? AT_NOTHING : LEFT_OUT;
  }

  /** The units of a fee whose basis goes to the units that depart next. */
  #absorb(move: number): void {
    this.#range(move, () => {
      const { method, pool } = this.#poolOf(move);
      const reason = method === 'lowest-tax' ? 'fifo' : reasonOf(method, null);
      const missing = this.#take(pool, this.moves.quantity[move] as Quantity, move, reason, null);
      if (isPositive(missing)) this.#reportShort(move, missing, LEFT_OUT);
    });
  }

  #depart(move: number): void {
    const absorbs = this.moves.link[move] !== -1;
    const byAccount = move >= this.byAccountFrom;
    if (!byAccount) this.#reportOverdraft(move);
    // In one pool units need not move; only where they take the basis of a fee with them.
    if (!byAccount && !absorbs) return;
    this.#range(move, () => {
      const { pool } = this.#poolOf(move);
      const missing = this.#take(pool, this.moves.quantity[move] as Quantity, move, 'fifo', null);
      if (!isPositive(missing)) return;
      // Nothing is left that could take the fee's basis along: then the fee is disposed of after all.
      if (absorbs && missing === this.moves.quantity[move])
        shareProceeds(this, this.#elections, move - 1, this.#slicesFrom(move - 1));
      // In one pool units need not move: that some are missing there changes nothing.
      if (!byAccount) return;
      const to = this.moves.places[this.moves.to[move] as number] as Place;
      this.#reportShort(move, missing, `They are missing in "${to.account}", too.`);
    });
    if (!byAccount) this.#lay(move, move);
  }

  #arrive(move: number): void {
    const departure = this.moves.link[move] as number;
    // What left before basis was kept by account was divided where it lies.
    if (move < this.byAccountFrom || departure < this.byAccountFrom) return;
    this.#lay(departure, move);
  }

  /** Units that departed reach a place with the basis and dates they had, and the basis of the fee they absorb. */
  #lay(departure: number, move: number): void {
    const range = this.#ranges.get(departure);
    if (range === undefined) return;
    const fee = this.#ranges.get(this.moves.link[departure] as number);
    let extra = zeroMoney;
    let isAssumed = false;
    for (let slice = fee?.from ?? 0; slice < (fee?.to ?? 0); slice++) {
      extra = add(extra, this.slices.cost[slice] as Money);
      isAssumed ||= this.slices.assumed.has(slice);
    }
    let left = zeroQuantity;
    for (let slice = range.from; slice < range.to; slice++)
      left = add(left, this.slices.quantity[slice] as Quantity);
    const pool = this.#poolOf(move);
    for (let slice = range.from; slice < range.to; slice++) {
      const quantity = this.slices.quantity[slice] as Quantity;
      const share = shareOf(extra, quantity, left);
      extra = subtract(extra, share);
      left = subtract(left, quantity);
      const parcel = this.slices.parcel[slice] as number;
      const lot = this.parcels.lot[parcel] as number;
      // In one pool a lot stays with the account that acquired it.
      const place = move < this.byAccountFrom ? this.parcels.place[parcel] : this.moves.place[move];
      const cost = add(this.slices.cost[slice] as Money, share);
      const laid = this.parcels.add(lot, place as number, move, quantity, cost);
      if (isAssumed || this.slices.assumed.has(slice)) this.parcels.assumed.add(laid);
      pool.add(laid);
    }
  }

  /** Takes units in the pool's order, as many as there are. Out: what is missing. */
  #take(
    pool: ParcelPool,
    wanted: Quantity,
    move: number,
    reason: MatchReason,
    leaving: Leaving | null,
  ): Quantity {
    let missing = wanted;
    while (isPositive(missing)) {
      const parcel = pool.first(leaving);
      if (parcel === -1) break;
      const units = smaller(this.parcels.quantity[parcel] as Quantity, missing);
      this.#slice(pool, move, parcel, units, reason);
      missing = subtract(missing, units);
    }
    return missing;
  }

  /** Whether a parcel lies in the pool of a move. */
  #liesThere(parcel: number, move: number): boolean {
    const place = this.parcels.place[parcel] as number;
    if (move >= this.byAccountFrom) return place === this.moves.place[move];
    return this.moves.places[place]?.assetNumber === this.placeOf(move).assetNumber;
  }

  #slice(pool: ParcelPool, move: number, parcel: number, units: Quantity, reason: MatchReason): void {
    const isAssumed = pool.sharesAssumedCost || this.parcels.isAssumed(parcel, this.lots);
    const slice = this.slices.add(move, parcel, units, pool.take(parcel, units), reason);
    if (isAssumed) this.slices.assumed.add(slice);
  }

  /** Takes the units that a sale names; names that the pool cannot meet are said. Out: what is still wanted. */
  #takeChosen(pool: ParcelPool, wanted: Quantity, choices: readonly LotChoice[], move: number): Quantity {
    let missing = wanted;
    for (const choice of choices) {
      let open = smaller(choice.quantity, missing);
      let held = zeroQuantity;
      for (const parcel of this.parcels.ofLot(this.lots.numberOf(choice.lot))) {
        if (!this.#liesThere(parcel, move)) continue;
        const there = this.parcels.quantity[parcel] as Quantity;
        held = add(held, there);
        const units = smaller(there, open);
        if (!isPositive(units)) continue;
        this.#slice(pool, move, parcel, units, 'identified');
        open = subtract(open, units);
        missing = subtract(missing, units);
      }
      if (compare(held, choice.quantity) < 0) this.#reportNotIdentified(move, choice, held);
    }
    return missing;
  }

  #leaving(move: number): Leaving {
    const day = this.moves.day[move] as LocalDate;
    const gross = this.moves.amount[move] as Money | null;
    const cause = this.moves.cause[move];
    const isKnown = gross !== null && cause !== null && cause !== undefined && isTaxed(cause);
    const rates = this.options.ratesOf?.(yearOf(day));
    invariant(rates !== undefined, 'lowest tax needs rates');
    const quantity = this.moves.quantity[move] as Quantity;
    const price = isKnown
      ? priceOf(subtract(gross, this.moves.fee[move] as Money), quantity, 'half-even')
      : null;
    return { day, price, rates };
  }

  /** Where the slices of a departure or of the fee it absorbs begin. */
  #slicesFrom(move: number): number {
    return this.#ranges.get(move)?.from ?? this.slices.count;
  }

  #range(move: number, take: () => void): void {
    const from = this.slices.count;
    take();
    this.#ranges.set(move, { from, to: this.slices.count });
  }

  /** The pool of a move's place, arranged by the method in force. */
  #poolOf(move: number): ArrangedPool {
    const place = this.moves.place[move] as number;
    return this.#pools.arranged(place, move >= this.byAccountFrom, this.methods[move] as WalkMethod);
  }

  #reportOverdraft(move: number): void {
    const issue = this.#shortfalls.overdraft(move);
    if (issue !== null) this.issues.push({ move, issue });
  }

  #reportShort(move: number, missing: Quantity, consequence: string): void {
    this.issues.push({ move, issue: this.#shortfalls.issue(move, missing, consequence) });
  }

  #reportNotIdentified(move: number, choice: LotChoice, held: Quantity): void {
    const place = {
      event: this.eventOf(move),
      asset: this.placeOf(move).asset,
      account: this.placeOf(move).account,
    };
    const words = { lot: choice.lot, quantity: toText(choice.quantity), held: toText(held) };
    this.issues.push({ move, issue: issueOf('lots/not-identified', 'error', { ...words, ...place }, place) });
  }
}

/** What decided, where nothing was named. */
function reasonOf(method: WalkMethod, leaving: Leaving | null): MatchReason {
  if (method === 'specific') return 'fifo';
  return method === 'lowest-tax' && leaving?.price === null ? 'fifo' : method;
}
