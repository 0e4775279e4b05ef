/**
 * Binance's transaction history states one event as several rows without any id. Rows of one family find each other by
 * second, sign and asset; where two readings are possible, neither is taken.
 * Source: formats of Binance's statement as parsers of BittyTax, rotki and everytrade read them.
 */
import type { LedgerEvent } from '../../../../shared/domain/event.ts';
import { absolute, isNegative } from '../../../../shared/num/arithmetic.ts';
import { toText } from '../../../../shared/num/format.ts';
import { eachInSteps } from '../../steps.ts';
import type { Steps } from '../../steps.ts';
import { isFeeRow } from '../assembled-event.ts';
import type { Joined } from '../assembled-event.ts';
import type { Assembled } from '../assemble-group.ts';
import { assembleConversions } from './conversions.ts';
import { assembleTrades } from './trades.ts';
import { secondOf } from './by-second.ts';
import { Queue } from './queue.ts';

/** How far apart the rows of one conversion can be, in seconds. */
const windows: Readonly<Record<string, number>> = { convert: 31, fiat: 3, dust: 1, staking: 1 };

/** In: the rows of one statement format, in ledger order. A part's `group` is its family, with a reference behind "|" where rows have one. */
export function* assembleStatement(rows: readonly LedgerEvent[]): Steps<Assembled> {
  const joined: Joined[] = [];
  const apart: LedgerEvent[] = [];
  for (const family of (yield* byFamily(rows)).values()) {
    const found = yield* assembleFamily(familyOf(family[0]), family);
    for (const one of found.joined) joined.push(one);
    for (const one of found.apart) apart.push(one);
    yield;
  }
  return { joined, apart };
}

function* assembleFamily(family: string, rows: readonly LedgerEvent[]): Steps<Assembled> {
  if (family === 'transfer') return { joined: yield* mirrored(rows), apart: [] };
  const window = windows[family];
  return window === undefined ? yield* assembleTrades(rows) : yield* assembleConversions(rows, window);
}

function familyOf(row: LedgerEvent | undefined): string {
  return row?.part?.group.split('|', 1)[0] ?? '';
}

/** Transfers find each other across accounts; everything else within one, and by reference where there is one. */
function* byFamily(rows: readonly LedgerEvent[]): Steps<ReadonlyMap<string, LedgerEvent[]>> {
  const families = new Map<string, LedgerEvent[]>();
  yield* eachInSteps(rows, (row) => {
    const group = row.part?.group ?? '';
    const key = group === 'transfer' ? group : `${row.legs[0]?.account ?? ''}\n${group}`;
    const family = families.get(key);
    if (family === undefined) families.set(key, [row]);
    else family.push(row);
  });
  return families;
}

/** What left one account and arrived in another in the same second; within one account nothing moved. */
function* mirrored(rows: readonly LedgerEvent[]): Steps<readonly Joined[]> {
  const joined: Joined[] = [];
  let second = Number.NaN;
  const waiting = new Map<string, Queue<LedgerEvent>>();
  yield* eachInSteps(rows, (row) => {
    const [leg] = row.legs;
    if (leg === undefined || isFeeRow(row)) return;
    if (secondOf(row) !== second) waiting.clear();
    second = secondOf(row);
    const amount = `${leg.asset} ${toText(absolute(leg.quantity))}`;
    const isOut = isNegative(leg.quantity);
    const other = waiting.get(`${amount} ${String(!isOut)}`)?.take();
    if (other !== undefined) joined.push(pairOf(other, row));
    else queueAt(waiting, `${amount} ${String(isOut)}`).put(row);
  });
  return joined;
}

function queueAt(queues: Map<string, Queue<LedgerEvent>>, key: string): Queue<LedgerEvent> {
  let queue = queues.get(key);
  if (queue === undefined) queues.set(key, (queue = new Queue()));
  return queue;
}

function pairOf(a: LedgerEvent, b: LedgerEvent): Joined {
  const isInside = a.legs[0]?.account === b.legs[0]?.account;
  return { parts: [a, b], kind: isInside ? 'balance-change' : 'transfer' };
}
