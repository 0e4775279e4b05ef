/**
 * A row that knows only one side of a trade, beside a better file that knows both: a P2P sale whose money goes by bank, a half
 * whose other half nobody could tell.
 */
import type { EventId, LedgerEvent, Leg } from '../../../../shared/domain/event.ts';
import { subjectOf } from '../../../../shared/domain/subject.ts';
import { firstWhere } from '../../../../shared/first-where.ts';
import { toText } from '../../../../shared/num/format.ts';
import { epochMs } from '../../../../shared/time/instant.ts';
import { comparisonIn, reachOver } from './comparison.ts';
import type { Comparison } from './comparison.ts';
import type { Outcome, RankedInput } from './count-by-rank.ts';

/** Files state one moment by different clocks, some in whole minutes. */
const nearMs = 60_000;

export function withHalvesOfTrades({ events, rankOf }: RankedInput, outcome: Outcome): void {
  const { leftOut, comparisons } = outcome;
  const rankIn = ({ source }: LedgerEvent): number | null => rankOf(source.format, 'trades');
  const halves = events.filter((event) => isHalf(event) && !leftOut.has(event.id) && rankIn(event) !== null);
  if (halves.length === 0) return;
  const byLeg = tradesByLeg(
    events.filter(
      (event) => subjectOf(event.kind) === 'trades' && !leftOut.has(event.id) && rankIn(event) !== null,
    ),
  );
  const used = usedBy(events, outcome);
  for (const half of halves) {
    const [leg] = half.legs;
    const rank = rankIn(half);
    if (leg === undefined || rank === null) continue;
    const sideOf = ({ id }: LedgerEvent, asset: string): string => `${half.source.format} ${id} ${asset}`;
    const trade = firstNear(byLeg.get(legKey(leg)) ?? [], half, (one) => {
      const isBetter = (rankIn(one) ?? rank) < rank;
      return isBetter && !used.has(sideOf(one, leg.asset)) && !used.has(sideOf(one, ''));
    });
    if (trade === undefined) continue;
    used.add(sideOf(trade, leg.asset));
    leftOut.set(half.id, trade.id);
    note(half, leg, trade, comparisons);
  }
}

/** In: trades in ledger order. Out: the first of those near enough that will do. */
function firstNear(
  trades: readonly LedgerEvent[],
  { time }: LedgerEvent,
  willDo: (trade: LedgerEvent) => boolean,
): LedgerEvent | undefined {
  const ms = epochMs(time);
  let place = firstWhere(trades, (one) => epochMs(one.time) >= ms - nearMs);
  for (let one = trades[place]; one !== undefined; one = trades[++place]) {
    if (epochMs(one.time) > ms + nearMs) return undefined;
    if (willDo(one)) return one;
  }
  return undefined;
}

function tradesByLeg(trades: readonly LedgerEvent[]): ReadonlyMap<string, readonly LedgerEvent[]> {
  const byLeg = new Map<string, LedgerEvent[]>();
  for (const trade of trades) {
    for (const leg of trade.legs) {
      if (leg.role !== 'principal') continue;
      const known = byLeg.get(legKey(leg));
      if (known === undefined) byLeg.set(legKey(leg), [trade]);
      else known.push(trade);
    }
  }
  return byLeg;
}

export function isHalf({ kind, legs, fill }: LedgerEvent): boolean {
  return (
    kind === 'balance-change' && fill === undefined && legs.length === 1 && legs[0]?.role === 'principal'
  );
}

export function legKey({ account, asset, quantity }: Leg): string {
  return `${account} ${asset} ${toText(quantity)}`;
}

/** Trades that a whole row of a format repeats already: no half of that format is theirs. */
function usedBy(events: readonly LedgerEvent[], { leftOut }: Outcome): Set<string> {
  const used = new Set<string>();
  if (leftOut.size === 0) return used;
  for (const { id, source } of events) {
    const by: EventId | null | undefined = leftOut.get(id);
    if (by !== undefined && by !== null) used.add(`${source.format} ${by} `);
  }
  return used;
}

function note(half: LedgerEvent, { account }: Leg, trade: LedgerEvent, comparisons: Comparison[]): void {
  const [counts, compared] = [trade.source.format, half.source.format];
  const found = comparisonIn(comparisons, { account, subject: 'trades', counts, compared });
  found.leftOut += 1;
  found.agreed += 1;
  reachOver(found, epochMs(half.time));
}
