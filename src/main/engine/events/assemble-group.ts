/** Rows that an exchange ties together by an id of its own: a reference, an order. */
import { compareEvents } from '../../../shared/domain/event-order.ts';
import type { EventKind, LedgerEvent } from '../../../shared/domain/event.ts';
import { isNegative, isPositive } from '../../../shared/num/arithmetic.ts';
import { isFeeRow, netOf, tradeOf } from './assembled-event.ts';
import type { Joined } from './assembled-event.ts';
import { restatedTrades } from './restated-trades.ts';

export interface Assembled {
  readonly joined: readonly Joined[];
  /** Rows that should have found others and did not. */
  readonly apart: readonly LedgerEvent[];
}

const kinds: ReadonlySet<EventKind> = new Set(['buy', 'sell', 'swap']);

/** What moves units of one asset and can be taken back by the same reference. */
const moves: ReadonlySet<EventKind> = new Set(['balance-change', 'deposit', 'withdrawal', 'transfer']);

/** In: the rows of one format, account and group, in ledger order. */
export function assembleGroup(parts: readonly LedgerEvent[]): Assembled {
  const restated = restatedTrades(parts);
  if (restated !== null) return restated;
  const wholes = parts.filter((part) => !isFeeRow(part));
  if (wholes.length === 0 || parts.length === 1) return { joined: [], apart: halvesOf(wholes) };
  const fills = parts.filter(({ fill }) => fill !== undefined);
  const trades = wholes.filter(isWholeTrade);
  const joined =
    fills.length > 0
      ? inTurn(fills, parts)
      : trades.length > 0
        ? inTurn(trades, parts)
        : one(wholes.length === 1 ? sameKind(parts, wholes) : (tradeOf(parts) ?? oneKindOf(parts, wholes)));
  return { joined: joined ?? [], apart: joined === null ? halvesOf(wholes) : [] };
}

function one(joined: Joined | null): readonly Joined[] | null {
  return joined === null ? null : [joined];
}

function halvesOf(wholes: readonly LedgerEvent[]): readonly LedgerEvent[] {
  return wholes.filter(({ kind, fill }) => kind === 'balance-change' && fill === undefined);
}

/** A row that knows both sides; others of its reference only add to it. */
function isWholeTrade({ kind, legs }: LedgerEvent): boolean {
  const main = legs.filter(({ role }) => role === 'principal');
  return (
    kinds.has(kind) &&
    main.some(({ quantity }) => isNegative(quantity)) &&
    main.some(({ quantity }) => isPositive(quantity))
  );
}

/**
 * Each fill or trade with the row in its turn, where there are as many of both; one alone takes all. A reference that
 * several share tells by its market and time, so that any pairing has the same sums.
 */
function inTurn(mains: readonly LedgerEvent[], parts: readonly LedgerEvent[]): readonly Joined[] | null {
  const isMain = new Set(mains);
  const others = parts.filter((part) => !isMain.has(part));
  const [only] = mains;
  if (only !== undefined && mains.length === 1) return [{ parts, kind: only.kind }];
  if (others.length === 0) return [];
  if (others.length !== mains.length) return null;
  return mains.flatMap((main, place) => {
    const other = others[place];
    return other === undefined ? [] : [{ parts: [main, other].sort(compareEvents), kind: main.kind }];
  });
}

function sameKind(parts: readonly LedgerEvent[], [only]: readonly LedgerEvent[]): Joined | null {
  return only === undefined ? null : { parts, kind: only.kind };
}

/** Rows of one kind and one asset are one of that kind; rows that cancel moved nothing. */
function oneKindOf(parts: readonly LedgerEvent[], wholes: readonly LedgerEvent[]): Joined | null {
  const { came, went } = netOf(wholes);
  if (came.length + went.length === 0)
    return wholes.every(({ kind }) => moves.has(kind)) ? { parts, kind: 'balance-change' } : null;
  const [first] = wholes;
  const isOneKind =
    first !== undefined && wholes.every(({ kind, reason }) => kind === first.kind && reason === first.reason);
  if (!isOneKind || came.length + went.length !== 1 || first.kind === 'balance-change') return null;
  return { parts, kind: first.kind };
}
