/** One event made of the rows that state it: sums by asset, one kind, one time. */
import type { AssetId } from '../../../shared/domain/asset.ts';
import type { EventKind, LedgerEvent, Leg } from '../../../shared/domain/event.ts';
import { tradeKind } from '../../../shared/domain/trade-kind.ts';
import { add, isNegative, isPositive, isZero } from '../../../shared/num/arithmetic.ts';
import { lastStated, statedAfter } from './last-stated.ts';
import { zeroQuantity } from '../../../shared/num/types.ts';
import type { Quantity } from '../../../shared/num/types.ts';

/** Rows that are one event, in ledger order, and what it is. */
export interface Joined {
  readonly parts: readonly LedgerEvent[];
  readonly kind: EventKind;
  /** What they come to, where that is not the sum of their legs. It follows from the parts. */
  readonly legs?: readonly Leg[];
}

/** What rows bring in all, asset by asset, fees left out; what comes to nothing is left out, too. */
export interface NetAmounts {
  readonly came: readonly (readonly [AssetId, Quantity])[];
  readonly went: readonly (readonly [AssetId, Quantity])[];
}

/** A row that states nothing but a fee. */
export function isFeeRow({ legs, fill }: LedgerEvent): boolean {
  return fill === undefined && legs.length > 0 && legs.every(({ role }) => role === 'fee');
}

export function netOf(parts: readonly LedgerEvent[]): NetAmounts {
  const sums = new Map<AssetId, Quantity>();
  for (const { legs } of parts)
    for (const { role, asset, quantity } of legs)
      if (role !== 'fee') sums.set(asset, add(sums.get(asset) ?? zeroQuantity, quantity));
  const all = [...sums];
  return {
    came: all.filter(([, quantity]) => isPositive(quantity)),
    went: all.filter(([, quantity]) => isNegative(quantity)),
  };
}

/** The trade that rows come to: one asset in, another out; null where they do not. */
export function tradeOf(parts: readonly LedgerEvent[]): Joined | null {
  const { came, went } = netOf(parts);
  const [[received] = [], [given] = []] = [came[0], went[0]];
  if (came.length !== 1 || went.length !== 1 || received === undefined || given === undefined) return null;
  return { parts, kind: tradeKind(received, given, isSale(parts) ? 'sell' : 'buy') };
}

/** By the rows' own words; it only matters where money is paid with money. */
function isSale(parts: readonly LedgerEvent[]): boolean {
  const words = parts.filter((part) => !isFeeRow(part)).map(({ part }) => part?.operation ?? '');
  return words.length > 0 && words.every((word) => /\b(?:sell|sold|revenue)\b/iu.test(word));
}

const made = new WeakMap<LedgerEvent, { readonly of: Joined; readonly event: LedgerEvent }>();

/**
 * In: at least one row, in ledger order. Out: the same object as before for the same rows. Its id is that of its main
 * row: the fill, else the smallest id of those that are no fees, so that it does not depend on which file came first.
 */
export function assembledEvent(joined: Joined): LedgerEvent {
  const main = mainOf(joined);
  const known = made.get(main);
  if (known !== undefined && isSame(known.of, joined)) return known.event;
  const event = assemble(main, joined);
  made.set(main, { of: joined, event });
  return event;
}

function isSame(a: Joined, b: Joined): boolean {
  return (
    a.kind === b.kind &&
    a.parts.length === b.parts.length &&
    a.parts.every((part, place) => part === b.parts[place])
  );
}

/** The row whose id the event has. */
export function mainOf({ parts, kind }: Joined): LedgerEvent {
  const fill = parts.find((part) => part.fill !== undefined);
  if (fill !== undefined) return fill;
  const noFees = parts.filter((part) => !isFeeRow(part));
  const trade = noFees.find(
    ({ kind: own, legs }) => own === kind && own !== 'balance-change' && legs.length > 1,
  );
  if (trade !== undefined) return trade;
  return (noFees.length === 0 ? parts : noFees).reduce((least, part) => (part.id < least.id ? part : least));
}

function assemble(main: LedgerEvent, { parts, kind, legs }: Joined): LedgerEvent {
  const first = main.fill === undefined ? (parts.find((part) => !isFeeRow(part)) ?? main) : main;
  const { part: _, note, legs: _legs, ...rest } = main;
  const others = parts.filter((part) => part !== main);
  const contract = main.contract ?? others.find((part) => part.contract !== undefined)?.contract;
  // A note of a row that stands for another kind says that it is a half: of the whole it would be wrong.
  const isOneKind = note !== undefined && (main.fill !== undefined || main.kind === kind);
  return {
    ...rest,
    kind,
    time: first.time,
    sequence: first.sequence,
    legs: legs ?? unitedLegs(parts),
    ...(contract !== undefined && { contract }),
    ...(isOneKind && { note }),
    parts: others.map(({ id, source }) => ({ id, source })),
  };
}

/** One leg an account, asset and role; what came first, then what went, then the rest. What comes to nothing is left out. */
function unitedLegs(parts: readonly LedgerEvent[]): readonly Leg[] {
  const united = new Map<string, Leg>();
  for (const leg of parts.flatMap(({ legs }) => legs)) {
    const key = `${leg.account} ${leg.asset} ${leg.role}`;
    const known = united.get(key);
    united.set(key, known === undefined ? leg : sumOf(known, leg));
  }
  return [...united.values()]
    .filter(({ quantity }) => !isZero(quantity))
    .map((leg) => withLastBalance(leg, parts))
    .toSorted((a, b) => placeOf(a) - placeOf(b));
}

/** What an account holds after all rows, where one of them states it. */
function withLastBalance(leg: Leg, parts: readonly LedgerEvent[]): Leg {
  if (leg.balanceAfter === undefined) return leg;
  const last = lastStated(parts.flatMap((part) => statedAfter(part, leg.account, leg.asset) ?? []));
  return last === undefined ? leg : { ...leg, balanceAfter: last.stated };
}

function placeOf({ role, quantity }: Leg): number {
  if (role !== 'principal') return role === 'fee' ? 3 : 2;
  return isNegative(quantity) ? 1 : 0;
}

function sumOf(a: Leg, b: Leg): Leg {
  const { value: _, ...rest } = a;
  return {
    ...rest,
    quantity: add(a.quantity, b.quantity),
    ...(a.value !== undefined && b.value !== undefined && { value: add(a.value, b.value) }),
    ...(b.balanceAfter !== undefined && { balanceAfter: b.balanceAfter }),
  };
}
