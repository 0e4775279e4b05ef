/** Rows that an exchange ties together by an id of its own: a reference, an order. */
import type { EventKind, LedgerEvent } from '../../../shared/domain/event.ts';
import { isFeeRow, netOf, tradeOf } from './assembled-event.ts';
import type { Joined } from './assembled-event.ts';

export interface Assembled {
  readonly joined: readonly Joined[];
  /** Rows that should have found others and did not. */
  readonly apart: readonly LedgerEvent[];
}

const nothing: Assembled = { joined: [], apart: [] };

/** What moves units of one asset and can be taken back by the same reference. */
const moves: ReadonlySet<EventKind> = new Set(['balance-change', 'deposit', 'withdrawal', 'transfer']);

/** In: the rows of one format, account and group, in ledger order. */
export function assembleGroup(parts: readonly LedgerEvent[]): Assembled {
  const wholes = parts.filter((part) => !isFeeRow(part));
  const joined = wholes.length === 0 || parts.length === 1 ? null : joinedOf(parts, wholes);
  if (joined !== null) return { joined: [joined], apart: [] };
  const halves = wholes.filter(({ kind, fill }) => kind === 'balance-change' && fill === undefined);
  return halves.length === 0 ? nothing : { joined: [], apart: halves };
}

function joinedOf(parts: readonly LedgerEvent[], wholes: readonly LedgerEvent[]): Joined | null {
  const fills = parts.filter(({ fill }) => fill !== undefined);
  if (fills.length > 1) return null;
  const [only] = fills.length === 1 ? fills : wholes;
  if (only === undefined) return null;
  if (fills.length === 1 || wholes.length === 1) return { parts, kind: only.kind };
  return tradeOf(parts) ?? oneKindOf(parts, wholes);
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
