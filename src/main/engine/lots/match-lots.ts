/**
 * events → moves (what each event does to lots) → pools of parcels → slices → disposals, open lots
 *
 * Issues: lots/insufficient, lots/not-identified, and those of valuation and of the moves: prices/missing,
 * lots/unknown-origin, lots/left-without-arrival, lots/unexplained, lots/loss-not-deducted.
 */
import type { CountedEvents, LotMatching, LotOptions } from './lot-matching.ts';
import { finished } from '../steps.ts';
import type { Steps } from '../steps.ts';
import { lotMovesInSteps } from './moves/lot-moves-of.ts';
import { MatchedLots } from './matching/matched-lots.ts';
import { matchedInSteps } from './matching/match-moves.ts';

/**
 * Lots, disposals and income that events add up to.
 * In: events in ledger order, counted once, up to the instant that is asked about; `previous`, what an earlier state of
 * the ledger gave: only what comes after the first difference is matched again.
 * Out: quantities in equal quantities out plus open lots; cost in equals cost out plus cost of open lots.
 * Rounds: a share of cost or proceeds half-even to 18 decimals, the last share takes the rest.
 * Errors: all as issues; figures computed so far are kept.
 * Law: Reg. §1.1012-1(j) (lots by account, order of acquisition or identification), 26 U.S.C. 1222 (terms).
 */
export function matchLots(events: CountedEvents, options: LotOptions, previous?: LotMatching): LotMatching {
  return finished(lotsInSteps(events, options, previous));
}

/** As `matchLots`. */
export function* lotsInSteps(
  events: CountedEvents,
  options: LotOptions,
  previous?: LotMatching,
): Steps<LotMatching> {
  const earlier = previous instanceof MatchedLots ? previous.matching.moves : undefined;
  const moves = yield* lotMovesInSteps(events, options, earlier);
  return yield* matchedInSteps(moves, options, previous);
}
