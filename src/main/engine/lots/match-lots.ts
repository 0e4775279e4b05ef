/**
 * events → moves (what each event does to lots) → pools of parcels → slices → disposals, open lots
 *
 * Issues: lots/insufficient, lots/not-identified, and those of valuation and of the moves: prices/missing,
 * lots/unknown-origin, lots/left-without-arrival, lots/unexplained, lots/loss-not-deducted.
 */
import type { LedgerEvent } from '../../../shared/domain/event.ts';
import { valuerOf } from '../valuation/valuer.ts';
import { acquire, receiveMoney } from './acquire.ts';
import { dispose } from './dispose.ts';
import { arrive, leave } from './move-units.ts';
import type { CountedEvents, LotMatching, LotOptions } from './lot-matching.ts';
import type { LotMove } from './lot-moves.ts';
import { movementsByEvent } from './move-context.ts';
import { movesOfEvent } from './moves-of-event.ts';
import { openLotsOf } from './open-lots.ts';
import { newWalk } from './walk.ts';
import type { Walk } from './walk.ts';

/**
 * Lots, disposals and income that events add up to.
 * In: events in ledger order, counted once, up to the instant that is asked about.
 * Out: quantities in equal quantities out plus open lots; cost in equals cost out plus cost of open lots.
 * Rounds: a share of cost or proceeds half-even to 18 decimals, the last share takes the rest.
 * Errors: all as issues; figures computed so far are kept.
 * Law: Reg. §1.1012-1(j) (lots by account, order of acquisition or identification), §1222 (terms).
 */
export function matchLots(events: CountedEvents, options: LotOptions): LotMatching {
  const walk = newWalk(options);
  const valuer = valuerOf(options.prices, options.timeZone);
  const context = {
    valuer,
    movements: movementsByEvent(events, options.movements),
    futuresAccounts: options.futuresAccounts ?? new Set(),
    report: (issue: Walk['issues'][number]) => void walk.issues.push(issue),
  };
  for (const [rank, event] of events.entries()) {
    walk.lotsOfEvent = 0;
    for (const move of movesOfEvent(event, context)) apply(walk, move, event, rank);
  }
  const { disposals, income, origins, issues } = walk;
  return { openLots: openLotsOf(walk), disposals, income, origins, issues: [...issues, ...valuer.issues] };
}

function apply(walk: Walk, move: LotMove, event: LedgerEvent, rank: number): void {
  switch (move.type) {
    case 'acquire':
      return acquire(walk, move, event, rank);
    case 'dispose':
      return dispose(walk, move, event);
    case 'leave':
      return leave(walk, move, event);
    case 'receive-money':
      return receiveMoney(walk, move, event);
    case 'arrive':
      return arrive(walk, move);
  }
}
