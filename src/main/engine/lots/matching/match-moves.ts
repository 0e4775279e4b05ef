import type { EventId } from '../../../../shared/domain/event.ts';
import type { LotChoice } from '../../../../shared/domain/lot-records.ts';
import { toText } from '../../../../shared/num/format.ts';
import { dateText } from '../../../../shared/time/local-date.ts';
import { startOfDay } from '../../../../shared/time/time-zone.ts';
import { finished } from '../../steps.ts';
import type { Steps } from '../../steps.ts';
import { divideAmongAccounts } from './divide-among-accounts.ts';
import type { LotMatching, MatchOptions } from '../lot-matching.ts';
import { MatchedLots } from './matched-lots.ts';
import { Matching } from './matching.ts';
import type { LotMoves, Place } from '../moves/move-columns.ts';

/** Part of all moves that must stand: a fifth. */
const LEAST_KEPT = 5;

/**
 * Which units leave, and what is still held: the second half of matching.
 * In: `previous`, what matching an earlier state of the ledger gave: it stays as it is, and only what comes after the
 * first difference is matched again. Out: the same whether or not there is one.
 * Law: Reg. §1.1012-1(j) (lots by account, order of acquisition or identification), 26 U.S.C. 1222 (terms).
 */
export function matchMoves(moves: LotMoves, options: MatchOptions, previous?: LotMatching): MatchedLots {
  return finished(matchedInSteps(moves, options, previous));
}

/** As `matchMoves`. */
export function* matchedInSteps(
  moves: LotMoves,
  options: MatchOptions,
  previous?: LotMatching,
): Steps<MatchedLots> {
  const matching = new Matching(moves, options);
  const end = moves.count;
  const divideAt = typeof options.scope === 'object' ? Math.min(matching.byAccountFrom, end) : -1;
  let from = previous instanceof MatchedLots ? firstDifference(previous.matching, matching) : 0;
  if (previous instanceof MatchedLots && from === end && previous.matching.moves === moves) return previous;
  // Where little of it stands, undoing and copying would cost more than matching.
  const isWorthIt = from * LEAST_KEPT > end;
  if (previous instanceof MatchedLots && isWorthIt && from >= divideAt) {
    matching.continueFrom(previous.matching, from);
  } else from = 0;
  if (from === 0 && divideAt !== -1) {
    yield* matching.runInSteps(0, divideAt);
    yield* divideAmongAccounts(matching);
    from = divideAt;
  }
  yield* matching.runInSteps(from, end);
  matching.settle();
  yield;
  return new MatchedLots(matching);
}

/** The first move that another matching did not treat alike; 0 where nothing of it can be kept. */
function firstDifference(before: Matching, now: Matching): number {
  if (!isSameLaw(before, now)) return 0;
  // Their pools are not undone slice by slice.
  const isUndone = [before, now].every(
    ({ methods }) => !methods.includes('average') && !methods.includes('lowest-tax'),
  );
  if (!isUndone) return 0;
  const most = Math.min(before.moves.count, now.moves.count);
  const kept = now.moves.kept;
  const same = before.moves === now.moves ? most : kept?.of === before.moves.mark ? kept.count : 0;
  let move = firstOtherChoice(before, now, same);
  while (move < most && isSameMove(before, now, move)) move++;
  return move;
}

/** Among moves that are the same, the first that is matched in another way. */
function firstOtherChoice(before: Matching, now: Matching, count: number): number {
  const isChosen = [before, now].some(({ options }) => (options.chosenLots?.size ?? 0) > 0);
  let move = 0;
  while (move < count && before.methods[move] === now.methods[move]) {
    if (isChosen && !isSameEvent(before, now, move)) break;
    move++;
  }
  return move;
}

function isSameLaw(before: Matching, now: Matching): boolean {
  const [a, b] = [before.options, now.options];
  return (
    a.longTermFrom === b.longTermFrom &&
    scopeText(a) === scopeText(b) &&
    before.byAccountFrom === now.byAccountFrom &&
    a.elections?.unknownCost === b.elections?.unknownCost &&
    a.elections?.missingUnits === b.elections?.missingUnits
  );
}

/** Tells scopes apart, and whether the day of division has come. */
function scopeText({ scope, at, timeZone }: MatchOptions): string {
  if (typeof scope !== 'object') return scope;
  const isThen = at === undefined || at >= startOfDay(scope.universalUntil, timeZone);
  const { allocation } = scope;
  const units =
    allocation?.kind === 'specific-unit'
      ? allocation.units.map((one) => [one.lot, one.account, toText(one.quantity)])
      : allocation;
  return JSON.stringify([dateText(scope.universalUntil), isThen, units]);
}

function isSameMove(before: Matching, now: Matching, move: number): boolean {
  const [a, b] = [before.moves, now.moves];
  return (
    a.kind[move] === b.kind[move] &&
    a.event[move] === b.event[move] &&
    a.place[move] === b.place[move] &&
    a.quantity[move] === b.quantity[move] &&
    a.amount[move] === b.amount[move] &&
    a.fee[move] === b.fee[move] &&
    a.cause[move] === b.cause[move] &&
    a.day[move] === b.day[move] &&
    a.since[move] === b.since[move] &&
    a.link[move] === b.link[move] &&
    a.to[move] === b.to[move] &&
    a.giftValue.get(move) === b.giftValue.get(move) &&
    before.methods[move] === now.methods[move] &&
    isSamePlace(before, now, move) &&
    isSameEvent(before, now, move)
  );
}

/** Numbers of places are given by first use: the same number can be another account. */
function isSamePlace(before: Matching, now: Matching, move: number): boolean {
  const [a, b] = [before.moves, now.moves];
  const goesAlike = a.places[a.to[move] as number]?.account === b.places[b.to[move] as number]?.account;
  return goesAlike && isEqualPlace(before.placeOf(move), now.placeOf(move));
}

function isEqualPlace(a: Place, b: Place): boolean {
  return a === b || (a.asset === b.asset && a.account === b.account && a.assetNumber === b.assetNumber);
}

function isSameEvent(before: Matching, now: Matching, move: number): boolean {
  const id = now.eventOf(move);
  if (before.eventOf(move) !== id) return false;
  return isSameChoice(before.options.chosenLots, now.options.chosenLots, id);
}

function isSameChoice(
  before: MatchOptions['chosenLots'],
  now: MatchOptions['chosenLots'],
  event: EventId,
): boolean {
  const [a, b]: (readonly LotChoice[] | undefined)[] = [before?.get(event), now?.get(event)];
  if (a === b) return true;
  if (a === undefined || b === undefined || a.length !== b.length) return false;
  return a.every(({ lot, quantity }, place) => lot === b[place]?.lot && quantity === b[place]?.quantity);
}
