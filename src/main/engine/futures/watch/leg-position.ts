/** linked fills → what they add up to, contract by contract, with the life that they tell. */
import type { AssetId } from '../../../../shared/domain/asset.ts';
import type { ContractSpec } from '../../../../shared/domain/contract-spec.ts';
import type { EventId } from '../../../../shared/domain/event.ts';
import { add, isZero, subtract } from '../../../../shared/num/arithmetic.ts';
import type { Price, Quantity } from '../../../../shared/num/types.ts';
import { zeroQuantity } from '../../../../shared/num/types.ts';
import type { Instant } from '../../../../shared/time/instant.ts';
import { applyFill } from '../apply-fill.ts';
import type { OpenSize } from '../apply-fill.ts';
import type { SpecOf } from '../positions.ts';
import { payoffRules } from '../payoff/payoff-rules.ts';
import { coins, settleAmount } from '../units.ts';
import type { OrderQuantity, SettleAmount } from '../units.ts';
import { directionOf, positionKey } from './leg-fill.ts';
import type { FillEffect, LegFill, LegPart } from './leg-fill.ts';

/** What a leg's fills add up to in one position of the venue. */
export interface LegContract extends LegPart {
  /** In the contract's own order unit. */
  readonly quantity: OrderQuantity;
  /** null when flat. Of the leg's own fills: the venue's average differs where it holds others too. */
  readonly averageEntry: Price | null;
  /** When the first of its fills opened it. */
  readonly opened: Instant;
  /** null while it is open. */
  readonly closed: Instant | null;
  /** By the leg's own entry, in the settle asset. */
  readonly realisedProfit: SettleAmount;
  /** As the fills state them, signed, by asset. */
  readonly fees: readonly { readonly asset: AssetId; readonly quantity: Quantity }[];
}

/** The state of a contract of the leg after one of its fills. */
export interface LegMoment {
  readonly fill: EventId;
  readonly time: Instant;
  readonly key: string;
  readonly open: OpenSize;
  readonly effect: FillEffect;
}

export interface LegPosition {
  /** In the order in which they were opened: a leg that was rolled has several. */
  readonly contracts: readonly LegContract[];
  readonly moments: readonly LegMoment[];
}

interface Walked {
  readonly part: Omit<LegPart, 'open'>;
  open: OpenSize;
  readonly opened: Instant;
  closed: Instant | null;
  realised: SettleAmount;
  readonly fees: Map<AssetId, Quantity>;
  /** What was last told of it; null since its last fill. */
  told: LegContract | null;
}

/** What fills add up to, one after the other. */
export interface LegWalk {
  /** Fills of contracts that nobody knows are left out. */
  take(fill: LegFill): void;
  /** In the order in which they were opened. */
  contracts(): readonly LegContract[];
}

/**
 * What a leg's linked fills add up to. A roll is a contract that goes flat and a later one that is opened.
 * In: the leg's fills in ledger order; those of contracts that nobody knows are left out. Profit is by the leg's own average entry, so that it is the leg's even where the
 * account's position holds more than the leg.
 */
export function legPosition(fills: readonly LegFill[], specOf: SpecOf): LegPosition {
  const moments: Omit<LegMoment, 'effect'>[] = [];
  const before: OpenSize[] = [];
  const { take, contracts } = legWalk(specOf, (one, was, open) => {
    before.push(was);
    moments.push({ fill: one.id, time: one.time, key: positionKey(one.fill), open });
  });
  for (const one of fills) take(one);
  const places = placesOf(moments);
  return {
    contracts: contracts(),
    moments: moments.map((moment, place) => ({
      ...moment,
      effect: effectOf(moments, before, places, place),
    })),
  };
}

/** The same, fill by fill: for whoever asks after each of them. */
export function legWalk(
  specOf: SpecOf,
  onTaken: (fill: LegFill, was: OpenSize, open: OpenSize) => void = () => undefined,
): LegWalk {
  const walked = new Map<string, Walked>();
  return {
    take: (one) => {
      const spec = specOf(one.fill.contract);
      if (spec === undefined) return;
      const entry = entryOf(walked, one, spec);
      const was = entry.open;
      take(entry, one, spec);
      onTaken(one, was, entry.open);
    },
    contracts: () => [...walked.values()].map((entry) => (entry.told ??= contractOf(entry))),
  };
}

function entryOf(walked: Map<string, Walked>, { fill, time }: LegFill, spec: ContractSpec): Walked {
  const key = positionKey(fill);
  let entry = walked.get(key);
  if (entry === undefined) {
    const nothing = settleAmount(zeroQuantity);
    const { contract, account, positionSide } = fill;
    entry = {
      part: { spec, contract, account, positionSide },
      open: { direction: directionOf(fill), size: coins(zeroQuantity), entryValue: nothing },
      opened: time,
      closed: null,
      realised: nothing,
      fees: new Map(),
      told: null,
    };
    walked.set(key, entry);
  }
  return entry;
}

function take(entry: Walked, { fill, time, legs }: LegFill, spec: ContractSpec): void {
  const order = { unit: spec.quantityUnit, amount: fill.quantity };
  const applied = applyFill(spec, entry.open, {
    direction: directionOf(fill),
    quantity: order,
    price: fill.price,
  });
  entry.told = null;
  entry.open = applied.open;
  entry.closed = isZero(applied.open.size) ? time : null;
  entry.realised = add(entry.realised, applied.profit);
  for (const { role, asset, quantity } of legs) {
    if (role !== 'fee' && role !== 'rebate') continue;
    entry.fees.set(asset, add(entry.fees.get(asset) ?? zeroQuantity, quantity));
  }
}

function contractOf({ part, open, opened, closed, realised, fees }: Walked): LegContract {
  const rules = payoffRules(part.spec.payoff);
  const averageEntry = isZero(open.size) ? null : rules.averageEntry(open.size, open.entryValue);
  return {
    ...part,
    open,
    quantity:
      averageEntry === null
        ? { unit: part.spec.quantityUnit, amount: zeroQuantity }
        : rules.orderOf(part.spec, open.size, averageEntry),
    averageEntry,
    opened,
    closed,
    realisedProfit: realised,
    fees: [...fees].map(([asset, quantity]) => ({ asset, quantity })),
  };
}

type Places = ReadonlyMap<string, { readonly first: number; last: number }>;

/** Where each position's fills begin and end. */
function placesOf(moments: readonly Pick<LegMoment, 'key'>[]): Places {
  const places = new Map<string, { readonly first: number; last: number }>();
  for (const [place, { key }] of moments.entries()) {
    const known = places.get(key);
    if (known === undefined) places.set(key, { first: place, last: place });
    else known.last = place;
  }
  return places;
}

/** The first fill opens, one in another position rolls in; the one before it that went flat rolled out. */
function effectOf(
  moments: readonly Omit<LegMoment, 'effect'>[],
  before: readonly OpenSize[],
  places: Places,
  place: number,
): FillEffect {
  const moment = moments[place];
  const was = before[place];
  if (moment === undefined || was === undefined || place === 0) return 'opens';
  if (isZero(moment.open.size)) {
    const goesOn = [...places].some(([key, { last }]) => key !== moment.key && last > place);
    return goesOn ? 'rolls-out' : 'closes';
  }
  if (isZero(was.size)) {
    const isFirst = places.get(moment.key)?.first === place;
    return isFirst && moments[0]?.key !== moment.key ? 'rolls-in' : 'opens';
  }
  return isNegativeStep(was, moment.open) ? 'reduces' : 'adds';
}

function isNegativeStep(was: OpenSize, now: OpenSize): boolean {
  return was.direction !== now.direction || subtract(now.size, was.size) < subtract(was.size, was.size);
}

/** The contracts of a leg that are open now. */
export function openContracts({ contracts }: Pick<LegPosition, 'contracts'>): readonly LegContract[] {
  return contracts.filter(({ open }) => !isZero(open.size));
}
