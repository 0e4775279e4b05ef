/** Naming lots for the next sale: what was typed, and what it comes to. Pure. */
import { add, clampToZero, compare, subtract, sum } from '../../../../shared/num/arithmetic.ts';
import { toText } from '../../../../shared/num/format.ts';
import { money, quantity } from '../../../../shared/num/parse.ts';
import { apportion } from '../../../../shared/num/products.ts';
import { zeroMoney, zeroQuantity, type Money } from '../../../../shared/num/types.ts';
import type { CallInput } from '../../../../shared/contract/contract.ts';
import { readEntry } from '../../../ui/decimal-entry.ts';
import type { OpenLot } from '../view-model.ts';
import type { Identification } from './choices-words.ts';

export interface TypedQuantity {
  readonly lot: OpenLot;
  readonly text: string;
}

/** By lot. */
export type Typed = Readonly<Record<string, TypedQuantity>>;

export interface CheckedLots {
  readonly choices: CallInput<'elections.identify'>['lots'];
  /** By lot: what is wrong with its quantity. */
  readonly errors: Readonly<Record<string, string>>;
  readonly quantity: string;
  /** The gain if just these were sold at today's prices; null where a price is missing. */
  readonly shortGain: string | null;
  readonly longGain: string | null;
  /** True where a named lot's cost is assumed, or a part of it is hedged. */
  readonly basisUnknown: boolean;
}

/** By lot: what earlier identifications keep for sales to come. */
export type Reserved = Readonly<Record<string, string>>;

/** What is named already, and not sold yet, of each lot of an asset in an account. */
export function reservedOf(
  identifications: readonly Identification[],
  { asset, account }: { readonly asset: string; readonly account: string },
): Reserved {
  const open = identifications.filter((each) => each.asset === asset && each.account === account);
  const reserved: Record<string, string> = {};
  for (const { lot, left } of open.flatMap(({ lots }) => lots)) {
    reserved[lot] = toText(add(quantity(reserved[lot] ?? '0'), quantity(left)));
  }
  return reserved;
}

/** What of a lot can be named. */
export function freeOf(
  { lot, quantity: held }: Pick<OpenLot, 'lot' | 'quantity'>,
  reserved: Reserved,
): string {
  return toText(clampToZero(subtract(quantity(held), quantity(reserved[lot] ?? '0'))));
}

/** A quantity of one lot: canonical text, nothing, or what is wrong. */
function entryOf(
  { lot, text }: TypedQuantity,
  reserved: Reserved,
): { readonly value: string } | { readonly error: string } | null {
  const entry = readEntry(text, { zero: false });
  if (!entry.ok) return entry.error === null ? null : { error: entry.error };
  const isMoreThan = (limit: string): boolean => compare(quantity(entry.value), quantity(limit)) > 0;
  if (isMoreThan(lot.quantity)) return { error: 'More than this lot holds' };
  if (isMoreThan(freeOf(lot, reserved))) return { error: 'The rest is named for a sale already' };
  return { value: entry.value };
}

/** What was typed for each lot → what can be recorded. Rounds each lot's share of its gain to the eighteenth decimal. */
export function checkLots(typed: Typed, reserved: Reserved = {}): CheckedLots {
  const entries = Object.values(typed).map((each) => ({ lot: each.lot, entry: entryOf(each, reserved) }));
  const errors: Record<string, string> = {};
  const named: { readonly lot: OpenLot; readonly value: string }[] = [];
  for (const { lot, entry } of entries) {
    if (entry === null) continue;
    if ('error' in entry) errors[lot.lot] = entry.error;
    else named.push({ lot, value: entry.value });
  }
  return {
    choices: named.map(({ lot, value }) => ({ lot: lot.lot, quantity: value })),
    errors,
    quantity: toText(
      sum(
        named.map(({ value }) => quantity(value)),
        zeroQuantity,
      ),
    ),
    shortGain: gainOf(named.filter(({ lot }) => lot.term === 'short')),
    longGain: gainOf(named.filter(({ lot }) => lot.term === 'long')),
    basisUnknown: named.some(({ lot }) => lot.basisUnknown),
  };
}

function gainOf(named: readonly { readonly lot: OpenLot; readonly value: string }[]): string | null {
  let gain: Money = zeroMoney;
  for (const { lot, value } of named) {
    if (lot.gain === null) return null;
    gain = add(gain, apportion(money(lot.gain), quantity(value), quantity(lot.quantity), 'half-even'));
  }
  return toText(gain);
}
