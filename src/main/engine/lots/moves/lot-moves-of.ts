import type { LedgerEvent } from '../../../../shared/domain/event.ts';
import type { Issue } from '../../../../shared/domain/issue.ts';
import { isPositive, subtract } from '../../../../shared/num/arithmetic.ts';
import { zeroMoney } from '../../../../shared/num/types.ts';
import type { Instant } from '../../../../shared/time/instant.ts';
import type { LocalDate } from '../../../../shared/time/local-date.ts';
import { localDateOf } from '../../../../shared/time/time-zone.ts';
import type { OwnMovement } from '../../events/own-movement.ts';
import { finished } from '../../steps.ts';
import type { Steps } from '../../steps.ts';
import { valuerOf } from '../../valuation/valuer.ts';
import { firstChangedEvent, movementKey } from './first-changed-event.ts';
import { defaultLotElections } from '../lot-matching.ts';
import type { CountedEvents, LotElections, MoveOptions } from '../lot-matching.ts';
import type { Acquire, Leave, LotMove, ReceiveMoney } from './lot-moves.ts';
import { MoveColumns } from './move-columns.ts';
import type { LotMoves } from './move-columns.ts';
import { movementsByEvent } from './move-context.ts';
import { movesOfEvent } from './moves-of-event.ts';

/**
 * What events do to lots, whatever the method: the first half of matching.
 * In: events in ledger order, counted once, up to the instant that is asked about; `previous`, what an earlier state of
 * the ledger gave: what comes before the first event that changed is taken from it. Out: the same with and without.
 * Issues: those of valuation and of the moves: prices/missing, lots/unknown-origin, lots/left-without-arrival,
 * lots/unexplained, lots/loss-not-deducted.
 */
export function lotMovesOf(events: CountedEvents, options: MoveOptions, previous?: LotMoves): LotMoves {
  return finished(lotMovesInSteps(events, options, previous));
}

/** As `lotMovesOf`. */
export function* lotMovesInSteps(
  events: CountedEvents,
  options: MoveOptions,
  previous?: LotMoves,
): Steps<LotMoves> {
  const first = previous === undefined ? 0 : firstChangedEvent(previous, events, options);
  if (previous !== undefined && first === events.length && previous.events.length === first) return previous;
  const columns = new MoveColumns(events, options);
  if (previous !== undefined && first > 0) columns.keep(previous, first);
  const writer = new MoveWriter(columns);
  const saidBefore = columns.issues.flatMap(({ about }) => (about === undefined ? [] : [about]));
  const valuer = valuerOf(options.prices, options.timeZone, saidBefore);
  const found: LotMoves['issues'][number][] = [];
  let place = first;
  let valued = 0;
  const context = {
    valuer,
    movements: movementsByEvent(events, options.movements),
    futuresAccounts: options.futuresAccounts ?? new Set(),
    unknownCost: options.elections?.unknownCost ?? defaultLotElections.unknownCost,
    report: (issue: Issue) => void found.push({ event: place, issue }),
  };
  for (; place < events.length; place++) {
    if (place % EVENTS_OF_STEP === 0) yield;
    const event = events[place] as LedgerEvent;
    const moves = movesOfEvent(event, context);
    for (; valued < valuer.issues.length; valued++) {
      const about = valuer.said[valued] as string;
      found.push({ event: place, issue: valuer.issues[valued] as Issue, about });
    }
    if (moves.length === 0) continue;
    writer.begin(event, place);
    for (const move of moves) writer.write(move);
  }
  columns.issues.push(...found);
  return columns;
}

const EVENTS_OF_STEP = 500;

/** Writes moves into columns; keeps which departure an arrival belongs to. */
class MoveWriter {
  readonly columns: MoveColumns;
  readonly #options: MoveOptions;
  readonly #elections: LotElections;
  /** Moves whose units are under way, by movement. */
  readonly #underWay = new Map<string, number[]>();
  #event = -1;
  #id: LedgerEvent['id'] | null = null;
  #time: Instant | null = null;
  #day: LocalDate | null = null;

  constructor(columns: MoveColumns) {
    this.columns = columns;
    this.#options = columns.options;
    this.#elections = { ...defaultLotElections, ...columns.options.elections };
    for (const { move, movement } of columns.departures) this.#depart(movement, move);
    for (const { movement } of columns.arrivals) this.#underWay.get(movement)?.shift();
  }

  begin({ id, time }: LedgerEvent, place: number): void {
    this.#event = place;
    this.#id = id;
    this.#time = time;
    this.#day = localDateOf(time, this.#options.timeZone);
  }

  write(move: LotMove): void {
    switch (move.type) {
      case 'acquire':
        return this.#acquire(move);
      case 'dispose': {
        const { asset, account, quantity, gross, fee, cause } = move;
        const place = this.columns.placeOf(asset, account);
        this.columns.add({ kind: 'dispose', ...this.#now(), place, quantity, amount: gross, fee, cause });
        return;
      }
      case 'leave':
        return this.#leave(move);
      case 'arrive':
        return this.#arrive(move.movement);
      case 'receive-money':
        return this.#noteIncome(move);
    }
  }

  #now(): { readonly event: number; readonly day: LocalDate; readonly since: Instant } {
    return { event: this.#event, day: this.#day as LocalDate, since: this.#time as Instant };
  }

  #acquire(move: Acquire): void {
    const { asset, account, quantity, cost, acquired, giftValue } = move;
    const now = this.#now();
    const since = acquired ?? now.since;
    const day = acquired === undefined ? now.day : localDateOf(acquired, this.#options.timeZone);
    const place = this.columns.placeOf(asset, account);
    const number = this.columns.add({
      kind: 'acquire',
      event: now.event,
      place,
      quantity,
      amount: cost,
      day,
      since,
    });
    if (giftValue !== undefined && cost !== null && giftValue < cost)
      this.columns.giftValue.set(number, giftValue);
    if (move.income !== undefined) {
      const { income } = move;
      this.#noteIncome({ type: 'receive-money', asset, account, quantity, value: cost ?? zeroMoney, income });
    }
  }

  /** The fee first, so that a transfer disposes of the same units whether basis is kept by account or in one pool. */
  #leave({ movement, feeValue }: Leave): void {
    const { asset, from, to: arriving, sent, received } = movement;
    const fee = subtract(sent, received);
    const place = this.columns.placeOf(asset, from.account);
    const absorbs = this.#elections.transferFee === 'into-basis' && isPositive(received);
    const disposed = { quantity: fee, amount: feeValue, cause: 'transfer-fee' as const };
    let link = -1;
    if (isPositive(fee) && absorbs) {
      link = this.columns.add({ kind: 'absorb', ...this.#now(), place, ...disposed });
    } else if (isPositive(fee)) this.columns.add({ kind: 'dispose', ...this.#now(), place, ...disposed });
    const to = this.columns.placeOf(asset, arriving.account);
    const what = { place, to, quantity: received, link };
    const departure = this.columns.add({ kind: 'depart', ...this.#now(), ...what });
    const key = movementKey(movement);
    this.columns.departures.push({ move: departure, movement: key });
    this.#depart(key, departure);
  }

  #arrive(movement: OwnMovement): void {
    const { asset, to, received } = movement;
    const place = this.columns.placeOf(asset, to.account);
    const key = movementKey(movement);
    const link = this.#underWay.get(key)?.shift() ?? -1;
    const move = this.columns.add({ kind: 'arrive', ...this.#now(), place, quantity: received, link });
    this.columns.arrivals.push({ move, movement: key });
  }

  #depart(movement: string, move: number): void {
    const moves = this.#underWay.get(movement);
    if (moves === undefined) this.#underWay.set(movement, [move]);
    else moves.push(move);
  }

  #noteIncome({ asset, account, quantity, value, income }: ReceiveMoney): void {
    const { day: date, since: time } = this.#now();
    const event = this.#id as LedgerEvent['id'];
    const place = this.#event;
    this.columns.income.push({ place, event, time, date, asset, account, quantity, value, reason: income });
  }
}
