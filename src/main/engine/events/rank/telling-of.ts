import type { AccountId } from '../../../../shared/domain/account.ts';
import type { LedgerEvent } from '../../../../shared/domain/event.ts';
import { epochMs } from '../../../../shared/time/instant.ts';
import type { Entry } from './entries-of.ts';
import { isHalf, legKey } from './halves-of-trades.ts';
import { accountOf } from './ranked-formats.ts';
import type { RankOf } from './ranked-formats.ts';

/**
 * Whether a format's rows of an account reach over the time of an entry, whatever they are about; null where the format
 * tells of one thing only, so that nothing follows from what it lacks.
 */
export type TellsOf = (format: string, account: AccountId) => ((entry: Entry) => boolean) | null;

interface Span {
  first: number;
  last: number;
}

/** In: events in any order. What tells of arrivals and departures, too, is the account's whole book. */
export function tellingOf(events: readonly LedgerEvent[], rankOf: RankOf): TellsOf {
  const spans = new Map<string, Map<AccountId, Span>>();
  const halves = new Map<string, Set<string>>();
  for (const event of events) {
    if (isHalf(event)) addHalf(halves, event);
    const account = accountOf(event);
    if (account === undefined) continue;
    let ofFormat = spans.get(event.source.format);
    if (ofFormat === undefined) spans.set(event.source.format, (ofFormat = new Map<AccountId, Span>()));
    const ms = epochMs(event.time);
    const span = ofFormat.get(account);
    if (span === undefined) ofFormat.set(account, { first: ms, last: ms });
    else {
      span.first = Math.min(span.first, ms);
      span.last = Math.max(span.last, ms);
    }
  }
  return (format, account) => {
    const span = spans.get(format)?.get(account);
    if (span === undefined || rankOf(format, 'moves') === null) return null;
    const known = halves.get(format);
    return ({ ms, event }) =>
      span.first <= ms &&
      ms <= span.last &&
      (known === undefined || !event.legs.some((leg) => known.has(legKey(leg))));
  };
}

/** One side of a trade: the file tells of it, if not in full. */
function addHalf(halves: Map<string, Set<string>>, { source, legs }: LedgerEvent): void {
  let known = halves.get(source.format);
  if (known === undefined) halves.set(source.format, (known = new Set<string>()));
  for (const leg of legs) known.add(legKey(leg));
}
