/**
 * Positions that a file states as closed, without the fills. Where fills, profits, fees or funding of the same account
 * and contract count over the same time, those do, and the stated result is checked against them; elsewhere it counts.
 */
import type { LedgerEvent } from '../../../../shared/domain/event.ts';
import { add, isZero, subtract } from '../../../../shared/num/arithmetic.ts';
import { firstWhere } from '../../../../shared/first-where.ts';
import { zeroQuantity } from '../../../../shared/num/types.ts';
import type { Quantity } from '../../../../shared/num/types.ts';
import { epochMs } from '../../../../shared/time/instant.ts';
import type { Comparison, Difference } from './comparison.ts';
import type { Outcome, RankedInput } from './count-by-rank.ts';
import { accountOf } from './ranked-formats.ts';

/** The closing fill is stated at the time of the close, by clocks that differ, some in whole minutes. */
const nearClose = 60_000;
const roles = ['profit', 'fee', 'funding'] as const;
type Role = (typeof roles)[number];

/** Rows by account and contract in ledger order, with the times of them; null: those that name no contract. */
type Books = ReadonlyMap<string, readonly { readonly ms: number; readonly event: LedgerEvent }[]>;

export function withClosedPositions({ events, dayOf }: RankedInput, outcome: Outcome): void {
  const closed = events.filter(({ kind }) => kind === 'closed-position');
  if (closed.length === 0) return;
  const books = booksOf(events, outcome);
  const byPair = new Map<string, Comparison>();
  for (const position of closed) {
    const during = rowsDuring(position, books);
    const [first] = during;
    if (first === undefined) continue;
    outcome.leftOut.set(position.id, first.id);
    const comparison = comparisonOf(position, first, byPair);
    const differences = differencesOf(position, during, dayOf(position));
    comparison.leftOut += 1;
    comparison.agreed += differences.length === 0 ? 1 : 0;
    comparison.first = Math.min(comparison.first, epochMs(position.time));
    comparison.last = Math.max(comparison.last, epochMs(position.time));
    comparison.differences.push(...differences);
  }
  outcome.comparisons.push(...byPair.values());
}

function booksOf(events: readonly LedgerEvent[], { leftOut }: Outcome): Books {
  const books = new Map<string, { ms: number; event: LedgerEvent }[]>();
  for (const event of events) {
    const contract = event.fill?.contract ?? event.contract;
    if (contract === undefined || event.kind === 'closed-position' || leftOut.has(event.id)) continue;
    const key = `${accountOf(event) ?? ''}\n${contract}`;
    const rows = books.get(key);
    const row = { ms: epochMs(event.time), event };
    if (rows === undefined) books.set(key, [row]);
    else rows.push(row);
  }
  return books;
}

/** What counts between the opening and the close; where the file does not say when it was opened, at the close. */
function rowsDuring(position: LedgerEvent, books: Books): readonly LedgerEvent[] {
  const to = epochMs(position.time) + nearClose;
  const from = epochMs(position.opened ?? position.time) - nearClose;
  const key = `${accountOf(position) ?? ''}\n${position.contract ?? ''}`;
  const rows = books.get(key) ?? [];
  const first = firstWhere(rows, ({ ms }) => ms >= from);
  const until = firstWhere(rows, ({ ms }) => ms > to);
  return rows.slice(first, until).map(({ event }) => event);
}

function comparisonOf(
  position: LedgerEvent,
  first: LedgerEvent,
  byPair: Map<string, Comparison>,
): Comparison {
  const account = accountOf(position);
  const [counts, compared] = [first.source.format, position.source.format];
  const key = `${account ?? ''}\n${counts}\n${compared}`;
  let found = byPair.get(key);
  if (found === undefined) {
    const none = { first: Infinity, last: -Infinity, leftOut: 0, agreed: 0, filled: 0, alone: 0 };
    found = {
      account: account as Comparison['account'],
      subject: 'futures',
      counts,
      compared,
      ...none,
      differences: [],
    };
    byPair.set(key, found);
  }
  return found;
}

/** A figure is compared where both sides state it, and only where the whole life of the position is known. */
function differencesOf(
  position: LedgerEvent,
  during: readonly LedgerEvent[],
  day: number,
): readonly Difference[] {
  if (position.opened === undefined) return [];
  const [has, says] = [sumsOf(during), sumsOf([position])];
  return [...says].flatMap(([key, stated]) => {
    const [role, asset] = key.split(' ', 2) as [Role, string];
    const isStated = during.some(({ legs }) => legs.some((leg) => leg.role === role));
    const counted = has.get(key) ?? zeroQuantity;
    if (!isStated || isZero(subtract(stated, counted))) return [];
    const rows = { countedRows: during.map(({ id }) => id), statedRows: [position.id] };
    return [{ day, asset, contract: position.contract ?? null, role, counted, stated, ...rows }];
  });
}

function sumsOf(events: readonly LedgerEvent[]): ReadonlyMap<string, Quantity> {
  const sums = new Map<string, Quantity>();
  for (const { role, asset, quantity } of events.flatMap(({ legs }) => legs)) {
    if (!roles.some((one) => one === role)) continue;
    const key = `${role} ${asset}`;
    sums.set(key, add(sums.get(key) ?? zeroQuantity, quantity));
  }
  return sums;
}
