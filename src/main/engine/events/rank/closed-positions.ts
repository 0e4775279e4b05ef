/**
 * Positions that a file states as closed, without the fills: where other rows of the same account and contract count over
 * the same time, each figure counts once.
 *
 * Profit, fees or funding that those rows state: theirs count, and the stated one is checked against them. What they do not
 * state (exports of fills without profits), the closed position states: it counts with that alone. A profit after fees and
 * funding counts for what it holds besides those that the other rows state. Elsewhere a closed position counts whole.
 */
import type { LedgerEvent, Leg } from '../../../../shared/domain/event.ts';
import { add, isZero, subtract } from '../../../../shared/num/arithmetic.ts';
import { firstWhere } from '../../../../shared/first-where.ts';
import { zeroQuantity } from '../../../../shared/num/types.ts';
import type { Quantity } from '../../../../shared/num/types.ts';
import { epochMs } from '../../../../shared/time/instant.ts';
import { comparisonIn, reachOver } from './comparison.ts';
import type { Comparison, Difference } from './comparison.ts';
import type { Outcome, RankedInput } from './count-by-rank.ts';
import { costsOfClosing } from './costs-of-closing.ts';
import type { CostOfClosing } from './costs-of-closing.ts';
import { accountOf } from './ranked-formats.ts';

/** The closing fill is stated at the time of the close, by clocks that differ, some in whole minutes. */
const nearClose = 60_000;
const roles = ['profit', 'fee', 'funding'] as const;
type Role = (typeof roles)[number];

/** Rows by account and contract in ledger order, with the times of them. */
type Books = ReadonlyMap<string, readonly { readonly ms: number; readonly event: LedgerEvent }[]>;

export function withClosedPositions({ events, dayOf }: RankedInput, outcome: Outcome): void {
  const closed = events.filter(({ kind }) => kind === 'closed-position');
  if (closed.length === 0) return;
  const books = booksOf(events, outcome);
  const costOf = costsOfClosing((key) => (books.get(key) ?? []).map(({ event }) => event));
  const rolesOf = rolesIn(books);
  const comparisons: Comparison[] = [];
  for (const position of closed) {
    const during = rowsDuring(position, books);
    const [first] = during;
    if (first === undefined) continue;
    const [counts, compared] = [first.source.format, position.source.format];
    const account = accountOf(position);
    if (account === undefined) continue;
    const comparison = comparisonIn(comparisons, { account, subject: 'futures', counts, compared });
    const differences = isNet(position) ? [] : differencesOf(position, during, dayOf(position));
    const rest = isNet(position) ? netRest(position, during, costOf) : restOf(position, during, rolesOf);
    if (rest.length === 0) {
      outcome.leftOut.set(position.id, first.id);
      comparison.leftOut += 1;
    } else {
      outcome.inPart.set(position.id, inPart(position, rest, during));
      comparison.filled += 1;
    }
    comparison.agreed += differences.length === 0 ? 1 : 0;
    reachOver(comparison, epochMs(position.time));
    comparison.differences.push(...differences);
  }
  outcome.comparisons.push(...comparisons);
}

function isNet({ part }: LedgerEvent): boolean {
  return part?.assembly === 'net-profit';
}

/** What rows of a contract state at all, by account and contract, then by format. */
type RolesIn = (key: string) => ReadonlyMap<string, ReadonlySet<Leg['role']>>;

function rolesIn(books: Books): RolesIn {
  const known = new Map<string, ReadonlyMap<string, ReadonlySet<Leg['role']>>>();
  return (key) => {
    const before = known.get(key);
    if (before !== undefined) return before;
    const roles = new Map<string, Set<Leg['role']>>();
    for (const { event } of books.get(key) ?? []) {
      let ofFormat = roles.get(event.source.format);
      if (ofFormat === undefined) roles.set(event.source.format, (ofFormat = new Set()));
      for (const { role } of event.legs) ofFormat.add(role);
    }
    known.set(key, roles);
    return roles;
  };
}

/**
 * What no other row states. Where nothing says when the position was opened, the files around its close are asked for all
 * that they state of the contract.
 */
function restOf(position: LedgerEvent, during: readonly LedgerEvent[], rolesOf: RolesIn): readonly Leg[] {
  const stated =
    position.opened === undefined
      ? during.flatMap(({ source }) => [...(rolesOf(keyOf(position)).get(source.format) ?? [])])
      : during.flatMap(({ legs }) => legs.map(({ role }) => role));
  const roles = new Set(stated);
  return position.legs.filter(({ role }) => !roles.has(role));
}

/**
 * The profit before the fees and the funding that other rows state. None where they state profits, too. Where nothing says
 * when the position was opened, its fees are those of the closing fills and of what they closed, first in first out.
 */
function netRest(
  { legs, opened, time }: LedgerEvent,
  during: readonly LedgerEvent[],
  costOf: CostOfClosing,
): readonly Leg[] {
  const [net] = legs;
  if (net === undefined || during.some((event) => event.legs.some(({ role }) => role === 'profit')))
    return [];
  const from = opened === undefined ? -Infinity : epochMs(opened);
  const inside = during.filter((event) => from < epochMs(event.time) && event.time <= time);
  const others =
    opened === undefined
      ? costOf(during, net)
      : inside
          .flatMap((event) => event.legs)
          .filter(({ role, asset }) => (role === 'fee' || role === 'funding') && asset === net.asset)
          .reduce<Quantity>((total, { quantity }) => add(total, quantity), zeroQuantity);
  const gross = subtract(net.quantity, others);
  return isZero(gross) ? [] : [{ ...net, quantity: gross }];
}

const made = new WeakMap<LedgerEvent, LedgerEvent>();

/** The position with what it alone states; the same object as before for the same figures. */
function inPart(position: LedgerEvent, legs: readonly Leg[], during: readonly LedgerEvent[]): LedgerEvent {
  const hasFills = during.some(({ fill }) => fill !== undefined);
  const isOfFills = hasFills && legs.some(({ role }) => role === 'profit');
  const known = made.get(position);
  if (known !== undefined && isSame(known, legs, isOfFills)) return known;
  const event: LedgerEvent = { ...position, legs, ...(isOfFills && { profitOfFills: true }) };
  made.set(position, event);
  return event;
}

function isSame({ legs, profitOfFills }: LedgerEvent, wanted: readonly Leg[], isOfFills: boolean): boolean {
  return (
    (profitOfFills === true) === isOfFills &&
    legs.length === wanted.length &&
    legs.every(({ role, asset, quantity }, place) => {
      const other = wanted[place];
      return role === other?.role && asset === other.asset && quantity === other.quantity;
    })
  );
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

function keyOf(position: LedgerEvent): string {
  return `${accountOf(position) ?? ''}\n${position.contract ?? ''}`;
}

/** What counts between the opening and the close; where the file does not say when it was opened, at the close. */
function rowsDuring(position: LedgerEvent, books: Books): readonly LedgerEvent[] {
  const to = epochMs(position.time) + nearClose;
  const from = epochMs(position.opened ?? position.time) - nearClose;
  const rows = books.get(keyOf(position)) ?? [];
  const first = firstWhere(rows, ({ ms }) => ms >= from);
  const until = firstWhere(rows, ({ ms }) => ms > to);
  return rows.slice(first, until).map(({ event }) => event);
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
