import type { Issue } from '../../../../shared/domain/issue.ts';
import { dateText } from '../../../../shared/time/local-date.ts';
import { localDateOf } from '../../../../shared/time/time-zone.ts';
import { issueOf } from '../../../engine/issue-of.ts';
import type { Derived } from '../../derived.ts';

/**
 * Positions that ended by delivery of coins: the contract's result is in the years, the coins that changed hands only where
 * the ledger holds a trade of that day. Law: 26 U.S.C. 1092(d)(8), 1256(c)(1).
 */
export function deliveredCoins({ usFacts, facts, events }: Derived): readonly Issue[] {
  return [...usFacts.stretches.values()].flatMap(({ stretch }) => {
    const { spec, closed, steps, account } = stretch;
    const last = steps.at(-1);
    if (closed === null || last === undefined || facts.termsOf(spec.id)?.settlement !== 'coins') return [];
    const end = events.find(({ id }) => id === last.event);
    if (end?.kind !== 'settlement') return [];
    const day = localDateOf(closed, facts.timeZone);
    const trade = stretch.direction === 'short' ? 'sell' : 'buy';
    const isThere = events.some(
      ({ kind, time, legs }) =>
        kind === trade &&
        localDateOf(time, facts.timeZone) === day &&
        legs.some(({ asset }) => asset === spec.underlying),
    );
    if (isThere) return [];
    const what = stretch.direction === 'short' ? 'sold' : 'bought';
    const values = { contract: spec.id, date: dateText(day), what };
    return [issueOf('tax/coins-delivered', 'warning', values, { account, asset: spec.underlying })];
  });
}
