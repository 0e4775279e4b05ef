import type { AccountId } from '../../../../shared/domain/account.ts';
import type { ContractId } from '../../../../shared/domain/contract-spec.ts';
import type { EventId, LedgerEvent, Leg } from '../../../../shared/domain/event.ts';
import type { Subject } from '../../../../shared/domain/subject.ts';
import { add, isNegative, isZero } from '../../../../shared/num/arithmetic.ts';
import { zeroQuantity } from '../../../../shared/num/types.ts';
import type { Quantity } from '../../../../shared/num/types.ts';
import { epochMs } from '../../../../shared/time/instant.ts';

/** What one event says of one thing that another file can say, too. */
export interface Entry {
  readonly event: LedgerEvent;
  readonly ms: number;
  readonly contract: ContractId | null;
  /** What has to be equal in both files, each a sum that can be added up; named by asset and role. */
  readonly figures: readonly Figure[];
}

export interface Figure {
  readonly asset: string;
  readonly role: Leg['role'];
  readonly quantity: Quantity;
}

/** By what can be the same thing at all: a market and its direction, an asset that came or went, a role. */
export type Buckets = Map<string, Entry[]>;

/** Puts what an event says of the account and subject into its buckets. */
export function addEntries(buckets: Buckets, event: LedgerEvent, account: AccountId, subject: Subject): void {
  if (subject === 'trades') addTrade(buckets, event);
  else if (subject === 'moves' || subject === 'income') addMoves(buckets, event, account);
  else if (event.fill === undefined) addFiguresOf(buckets, event, account);
  else addFill(buckets, event);
}

function put(buckets: Buckets, key: string, event: LedgerEvent, figures: readonly Figure[]): void {
  const entry: Entry = {
    event,
    ms: epochMs(event.time),
    contract: event.fill?.contract ?? event.contract ?? null,
    figures,
  };
  const list = buckets.get(key);
  if (list === undefined) buckets.set(key, [entry]);
  else list.push(entry);
}

function addTrade(buckets: Buckets, event: LedgerEvent): void {
  const figures = event.legs
    .filter(({ role }) => role === 'principal')
    .toSorted((a, b) => (a.asset < b.asset ? -1 : a.asset > b.asset ? 1 : 0));
  put(buckets, figures.map(signed).join(' '), event, figures);
}

function signed({ asset, quantity }: Figure): string {
  return `${isNegative(quantity) ? '-' : '+'}${asset}`;
}

/** A fee of the same asset is part of what left: one file states it apart, the other within. */
function addMoves(buckets: Buckets, event: LedgerEvent, account: AccountId): void {
  const sums = new Map<string, Quantity>();
  for (const leg of event.legs)
    if (leg.account === account) sums.set(leg.asset, add(sums.get(leg.asset) ?? zeroQuantity, leg.quantity));
  for (const [asset, quantity] of sums)
    if (!isZero(quantity))
      put(buckets, signed({ asset, quantity, role: 'principal' }), event, [
        { asset, quantity, role: 'principal' },
      ]);
}

function addFill(buckets: Buckets, event: LedgerEvent): void {
  const { fill } = event;
  if (fill === undefined) return;
  const asset = fill.contract;
  put(buckets, `${fill.contract} ${fill.side}`, event, [
    { asset, role: 'principal', quantity: fill.quantity },
  ]);
}

/** What the legs say, each by itself: rows of other files state the profit or the fee of a fill alone. */
export function addFiguresOf(buckets: Buckets, event: LedgerEvent, account: AccountId): void {
  for (const { asset, role, quantity, account: at } of event.legs)
    if (at === account && !isZero(quantity))
      put(buckets, `${role} ${asset}`, event, [{ asset, role, quantity }]);
}

/** What a bucket is about, its assets apart: a trade, an arrival or departure, a fill, a role. */
export function shapeOf(key: string): string {
  const [first = ''] = key.split(' ');
  if (first.startsWith('+') || first.startsWith('-')) return key.includes(' ') ? 'trade' : first.charAt(0);
  return first.includes(':') ? 'fill' : first;
}

/** The ids of entries, each once. */
export function eventIdsOf(entries: readonly Entry[]): readonly EventId[] {
  return [...new Set(entries.map(({ event }) => event.id))];
}
