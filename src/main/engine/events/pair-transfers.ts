/**
 * Withdrawals of one file and deposits of another that are the same move between own accounts.
 *
 * departures, arrivals → what needs no guess (`settled-pairs.ts`) → candidates (asset, other account, amount, time) → the best
 * first, each side once
 *
 * A pair fits when what arrived is what was sent less the stated fee, or at most 5 % less than was sent, and when the
 * arrival lies from an hour before (clocks differ) to 48 hours after the departure. Of several that fit, the one whose
 * amount fits best is taken, then the nearest in time; where two in different accounts fit equally well, none is.
 * Where no fee is stated, more than 5 % may be missing too, up to a flat network fee and half of what was sent: but only
 * where neither side fits anything else (docs/decisions/2026-11-22-unmatched-transfers.md).
 *
 * Issues: transfers/ambiguous.
 */
import type { LedgerEvent } from '../../../shared/domain/event.ts';
import type { TransferDecision } from '../../../shared/domain/transfer-decision.ts';
import type { Issue } from '../../../shared/domain/issue.ts';
import { absolute, compare, isPositive, isZero, subtract } from '../../../shared/num/arithmetic.ts';
import { rate } from '../../../shared/num/parse.ts';
import { quantityTimes } from '../../../shared/num/products.ts';
import type { Quantity } from '../../../shared/num/types.ts';
import { msBetween } from '../../../shared/time/instant.ts';
import { issueOf } from '../issue-of.ts';
import { eachInSteps, finished } from '../steps.ts';
import type { Steps } from '../steps.ts';
import { mostNetworkFee } from './network-fees.ts';
import { arrivalsOf, departuresOf, movementOf } from './own-movement.ts';
import type { Arrival, Departure, MovementReason, OwnMovement } from './own-movement.ts';
import { pairKey, pairsApart, settledPairs, sideOf } from './settled-pairs.ts';

const HOUR_MS = 3_600_000;
const LATEST_MS = 48 * HOUR_MS;
/** How far before its departure an arrival may stand, because clocks differ. */
export const CLOCK_SKEW_MS = HOUR_MS;
const LEAST_ARRIVING = rate('0.95');
const LEAST_AFTER_FLAT_FEE = rate('0.5');

interface Candidate {
  readonly departure: Departure;
  readonly arrival: Arrival;
  /** How far the amount is from what the departure's own figures promise. */
  readonly mismatch: Quantity;
  /** An arrival before its departure counts as later than any other. */
  readonly delayMs: number;
  /** It fits only if a flat network fee was taken that no file states. */
  readonly byFlatFee: boolean;
}

type Side = Pick<Departure, 'event' | 'asset' | 'account'>;

/** In: events in ledger order, counted once; what the user says of pairs. Out: pairs in no promised order. */
export function pairTransfers(
  events: readonly LedgerEvent[],
  decisions: readonly TransferDecision[] = [],
): Paired {
  return finished(pairedInSteps(events, decisions));
}

export interface Paired {
  readonly movements: readonly OwnMovement[];
  readonly issues: readonly Issue[];
}

/** As `pairTransfers`. */
export function* pairedInSteps(
  events: readonly LedgerEvent[],
  decisions: readonly TransferDecision[],
): Steps<Paired> {
  const { departures, arrivals } = transferSides(events);
  yield;
  const settled = settledPairs(departures, arrivals, decisions);
  const taken = new Set(settled.flatMap(({ departure, arrival }) => [sideOf(departure), sideOf(arrival)]));
  const apart = pairsApart(decisions);
  const free = Map.groupBy(
    taken.size === 0 ? arrivals : arrivals.filter((arrival) => !taken.has(sideOf(arrival))),
    ({ asset }) => asset,
  );
  yield;
  const candidates: Candidate[] = [];
  yield* eachInSteps(departures, (departure) => {
    if (taken.has(sideOf(departure))) return;
    for (const one of fitting(departure, free.get(departure.asset) ?? []))
      if (!apart.has(pairKey(departure, one.arrival))) candidates.push(one);
  });
  const { movements, issues } = best(unmistakable(candidates).sort(compareCandidates));
  const certain = settled.map(({ departure, arrival, why }) => movementOf(departure, arrival, why));
  return { movements: [...certain, ...movements], issues };
}

/** What left and what arrived, in ledger order. Deposits whose history the user typed are no one's other side. */
export function transferSides(events: readonly LedgerEvent[]): {
  readonly departures: readonly Departure[];
  readonly arrivals: readonly Arrival[];
} {
  const isArrival = ({ kind, carriedBasis }: LedgerEvent): boolean =>
    kind === 'deposit' && carriedBasis === undefined;
  return {
    departures: events.filter((event) => event.kind === 'withdrawal').flatMap(departuresOf),
    arrivals: events.filter(isArrival).flatMap(arrivalsOf),
  };
}

/** Without those that fit by a flat fee and have a side that fits something else too. */
function unmistakable(candidates: readonly Candidate[]): Candidate[] {
  if (!candidates.some(({ byFlatFee }) => byFlatFee)) return [...candidates];
  const fits = new Map<string, number>();
  for (const { departure, arrival } of candidates) {
    for (const side of [sideOf(departure), sideOf(arrival)]) fits.set(side, (fits.get(side) ?? 0) + 1);
  }
  const isOnly = (side: Side): boolean => fits.get(sideOf(side)) === 1;
  return candidates.filter(
    ({ byFlatFee, departure, arrival }) => !byFlatFee || (isOnly(departure) && isOnly(arrival)),
  );
}

/** Each side takes part once; a side whose two best partners are equally good takes part in none. */
function best(sorted: readonly Candidate[]): { movements: OwnMovement[]; issues: Issue[] } {
  const taken = new Set<string>();
  const movements: OwnMovement[] = [];
  const issues: Issue[] = [];
  for (const [place, candidate] of sorted.entries()) {
    const { departure, arrival } = candidate;
    const sides = [sideOf(departure), sideOf(arrival)];
    if (sides.some((side) => taken.has(side))) continue;
    for (const side of sides) taken.add(side);
    if (hasRival(candidate, sorted, place, taken)) issues.push(ambiguous(departure));
    else movements.push(movementOf(departure, arrival, reasonOf(candidate)));
  }
  return { movements, issues };
}

function reasonOf({ byFlatFee, mismatch }: Candidate): MovementReason {
  if (byFlatFee) return 'flat-fee';
  return isZero(mismatch) ? 'stated-fee' : 'amount';
}

/** Whether another pair fits equally well and would move the units from or to another account. */
function hasRival(
  candidate: Candidate,
  sorted: readonly Candidate[],
  place: number,
  taken: ReadonlySet<string>,
): boolean {
  for (let next = place + 1; next < sorted.length; next++) {
    const rival = sorted[next];
    if (rival === undefined || compareCandidates(candidate, rival) !== 0) return false;
    if (isOtherSide(candidate.departure, rival.departure, candidate.arrival, rival.arrival, taken))
      return true;
    if (isOtherSide(candidate.arrival, rival.arrival, candidate.departure, rival.departure, taken))
      return true;
  }
  return false;
}

/** One side is the same, the other a free one in another account. */
function isOtherSide(
  same: Side,
  rivalSame: Side,
  other: Side,
  rivalOther: Side,
  taken: ReadonlySet<string>,
): boolean {
  const isShared = sideOf(same) === sideOf(rivalSame);
  return isShared && other.account !== rivalOther.account && !taken.has(sideOf(rivalOther));
}

function fitting(departure: Departure, arrivals: readonly Arrival[]): readonly Candidate[] {
  const promised = subtract(departure.sent, departure.fee);
  const least = quantityTimes(departure.sent, LEAST_ARRIVING, 'floor');
  const candidates: Candidate[] = [];
  for (let i = firstFrom(arrivals, departure); i < arrivals.length; i++) {
    const arrival = arrivals[i];
    if (arrival === undefined || msBetween(departure.time, arrival.time) > LATEST_MS) break;
    const { received } = arrival;
    const isPromised = compare(received, promised) === 0;
    const isNear = compare(received, departure.sent) <= 0 && compare(received, least) >= 0;
    const byFlatFee = !isPromised && !isNear && isLessFlatFee(departure, received);
    if (arrival.account === departure.account || !(isPromised || isNear || byFlatFee)) continue;
    const ms = msBetween(departure.time, arrival.time);
    candidates.push({
      departure,
      arrival,
      mismatch: absolute(subtract(promised, received)),
      delayMs: ms < 0 ? LATEST_MS - ms : ms,
      byFlatFee,
    });
  }
  return candidates;
}

function isLessFlatFee({ asset, sent, fee }: Departure, received: Quantity): boolean {
  const missing = subtract(sent, received);
  const least = quantityTimes(sent, LEAST_AFTER_FLAT_FEE, 'floor');
  return (
    isZero(fee) &&
    isPositive(missing) &&
    compare(missing, mostNetworkFee(asset)) <= 0 &&
    compare(received, least) >= 0
  );
}

/** The place of the first arrival that is not too early for the departure. */
function firstFrom(arrivals: readonly Arrival[], departure: Departure): number {
  let low = 0;
  let high = arrivals.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    const arrival = arrivals[middle];
    if (arrival !== undefined && msBetween(departure.time, arrival.time) < -CLOCK_SKEW_MS) low = middle + 1;
    else high = middle;
  }
  return low;
}

function compareCandidates(a: Candidate, b: Candidate): number {
  return compare(a.mismatch, b.mismatch) || a.delayMs - b.delayMs;
}

function ambiguous({ event, asset, account }: Departure): Issue {
  return issueOf('transfers/ambiguous', 'warning', { asset, account, event }, { event, asset, account });
}
