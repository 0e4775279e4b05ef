/**
 * Lots a second time: lists that are scanned, fractions, and the rules in words beside the lines.
 * It must share no idea with the engine; that is why it is written so simply. Of `src/` it takes the contract's types.
 *
 * Order everywhere: acquisition, then the acquiring event's place in the ledger, then which part of a lot reached its
 * pool first.
 */
import type { CalcGainsInput } from '../../src/shared/contract/calc-gains.ts';
import {
  type Fraction,
  cmp,
  isAbove,
  isPositive,
  minus,
  over,
  parse,
  plus,
  rounded,
  share,
  times,
  total,
  zero,
} from './fraction.fixture.ts';
import { instantOf, localDay, startOfLocalDay } from './plain-days.fixture.ts';
import { gainsByRules, isByRules } from './plain-lots-by-rules.fixture.ts';
import { type PlainLaw, plainLawOf } from './plain-law.fixture.ts';
import { divide } from './plain-lots-division.fixture.ts';
import {
  type OrderedEvent,
  type PlainDisposal,
  type PlainGains,
  type PlainOpen,
  orderedOf,
} from './plain-lots-gains.fixture.ts';
import { type Method, type Prices, methodAt, orderOf, ratesIn } from './plain-lots-methods.fixture.ts';
import {
  type Part,
  type PlainLot,
  type Pool,
  addTo,
  arrange,
  emptyPool,
  takeFrom,
  takeNamed,
  termOf,
} from './plain-lots-pool.fixture.ts';
import {
  type Cause,
  type Step,
  type UnitsIn,
  type UnitsMoved,
  type UnitsOut,
  stepsOf,
} from './plain-lot-steps.fixture.ts';

/** What the walk over the events carries along. */
export interface Walk extends PlainGains {
  readonly input: CalcGainsInput;
  readonly zone: string;
  readonly law: PlainLaw;
  readonly pools: Pool[];
  /** Whether one pool an asset holds all accounts' units. */
  isUniversal: boolean;
  /** What came less what left, by asset and account. */
  readonly holdings: Map<string, Fraction>;
}

interface Moment extends OrderedEvent {
  readonly day: string;
}

export function plainGains(input: CalcGainsInput): PlainGains {
  return isByRules(input) ? gainsByRules(input) : gainsByLots(input);
}

function gainsByLots(input: CalcGainsInput): PlainGains {
  const scope = input.basisScope ?? plainLawOf(input.jurisdiction).scope;
  const zone = input.timeZone ?? 'UTC';
  const events = orderedOf(input);
  const walk = newWalk(input, scope !== 'account');
  const division = typeof scope === 'string' ? Infinity : startOfLocalDay(scope.universalUntil, zone);
  for (const one of events) {
    if (walk.isUniversal && one.time >= division) divide(walk, lyingAt(input, events, division));
    step(walk, one);
  }
  // A ledger that ends before that day is divided at its end, so that lots are shown where units lie.
  if (walk.isUniversal && division < Infinity) divide(walk, lyingAt(input, events, division));
  return { ...walk, open: openOf(walk) };
}

function newWalk(input: CalcGainsInput, isUniversal: boolean): Walk {
  return {
    input,
    zone: input.timeZone ?? 'UTC',
    law: plainLawOf(input.jurisdiction),
    pools: [],
    isUniversal,
    holdings: new Map(),
    disposals: [],
    open: [],
    insufficient: [],
    notIdentified: [],
    deniesLosses: false,
  };
}

/** Which lots would lie in which account by then, had basis been kept by account from the start. */
function lyingAt(input: CalcGainsInput, events: readonly OrderedEvent[], until: number): readonly Pool[] {
  const walk = newWalk(input, false);
  for (const one of events) if (one.time < until) step(walk, one);
  return walk.pools;
}

function step(walk: Walk, ordered: OrderedEvent): void {
  const moment = { ...ordered, day: localDay(ordered.time, walk.zone) };
  for (const one of stepsOf(ordered.event, walk.zone, walk.law)) {
    hold(walk, one);
    if (one.type === 'in') acquire(walk, one, moment);
    else if (one.type === 'out') dispose(walk, one, moment);
    else move(walk, one, moment);
  }
}

function hold({ holdings }: Walk, one: Step): void {
  const put = (account: string, units: Fraction): void => {
    const key = JSON.stringify([one.asset, account]);
    holdings.set(key, plus(holdings.get(key) ?? zero, units));
  };
  if (one.type === 'in') put(one.account, one.quantity);
  if (one.type === 'out') put(one.account, minus(zero, one.quantity));
  if (one.type !== 'move') return;
  put(one.account, minus(zero, one.sent));
  put(one.toAccount, one.received);
}

/**
 * The pool of an account, arranged by the method in force there at the time. A pool changes between "one average cost"
 * and "each part its own cost" when it is next touched, by units that come or leave; in a pool over all accounts it is
 * the method of the account that touches it.
 */
function poolOf(walk: Walk, asset: string, account: string, time: number): { pool: Pool; method: Method } {
  const key = walk.isUniversal ? null : account;
  let pool = walk.pools.find((one) => one.asset === asset && one.account === key);
  if (pool === undefined) walk.pools.push((pool = emptyPool(asset, key)));
  const method = methodAt(walk.input, walk.zone, account, time);
  arrange(pool, method === 'average');
  return { pool, method };
}

/** A lot of its own, even where the account's pool has one cost for all. */
function acquire(walk: Walk, one: UnitsIn, { event, place, time }: Moment): void {
  const cost = one.cost ?? zero;
  const acquired = one.acquired ?? time;
  const day = localDay(acquired, walk.zone);
  // Given when worth less than it cost the giver: a loss counts from the value then (26 U.S.C. 1015(a)).
  const isLess = one.cost !== null && one.giftValue !== undefined && isAbove(one.cost, one.giftValue);
  const lot: PlainLot = {
    id: event.id,
    asset: one.asset,
    account: one.account,
    acquired,
    place,
    day,
    longTermFrom: walk.law.longTermFrom?.(day) ?? null,
    unitCost: rounded(over(cost, one.quantity)),
    isUnknown: one.cost === null,
    gift:
      isLess && one.giftValue !== undefined
        ? {
            unitValue: over(one.giftValue, one.quantity),
            longTermFrom: walk.law.longTermFrom?.(localDay(time, walk.zone)) ?? null,
          }
        : null,
  };
  addTo(poolOf(walk, one.asset, one.account, time).pool, {
    lot,
    quantity: one.quantity,
    cost,
    isAssumed: lot.isUnknown,
  });
}

/** Named lots first, the rest by the method. */
function dispose(walk: Walk, one: UnitsOut, moment: Moment): void {
  const { pool, method } = poolOf(walk, one.asset, one.account, moment.time);
  const named =
    (one.cause === 'sale' || one.cause === 'swap') && method !== 'average' ? namesOf(walk, moment) : [];
  const chosen = takeNamed(pool, one.quantity, named);
  for (let name = 0; name < chosen.unmet; name++) walk.notIdentified.push(moment.event.id);
  const prices = pricesAt(walk, one.net, one.quantity, moment);
  const rest = takeFrom(pool, chosen.missing, orderOf(method, prices));
  const taken = [
    ...chosen.parts.map((part) => ({ part, reason: 'identified' })),
    ...rest.parts.map((part) => ({ part, reason: reasonOf(method, prices) })),
  ];
  record(walk, one, taken, rest.missing, moment);
}

/** What a sale names counts if it was on record by the time of the sale. */
function namesOf({ zone }: Walk, { event, time }: Moment): { lot: string; quantity: Fraction }[] {
  if ((event.kind !== 'sell' && event.kind !== 'swap') || event.lots === undefined) return [];
  if (event.identifiedAt !== undefined && instantOf(event.identifiedAt, zone) > time) return [];
  return event.lots.map(({ lot, quantity }) => ({ lot, quantity: parse(quantity) }));
}

/** What `lowest-tax` goes by: the price of one unit after fees, and the rates of the day's year. */
function pricesAt(walk: Walk, net: Fraction | null, quantity: Fraction, { day }: Moment): Prices | null {
  if (net === null || !isPositive(quantity)) return null;
  return { price: rounded(over(net, quantity)), day, rates: ratesIn(walk.input, Number(day.slice(0, 4))) };
}

/** Proceeds by quantity. What is missing has its share too, which is left out, or elected to have cost nothing. */
function record(
  walk: Walk,
  one: Pick<UnitsOut, 'asset' | 'account' | 'quantity' | 'net' | 'cause'>,
  taken: readonly { part: Part; reason: string }[],
  missing: Fraction,
  { event, day }: Moment,
): void {
  const { asset, account, cause } = one;
  const base = { event: event.id, asset, account, disposed: day, isTaxed: !isUntaxed(cause) };
  const shareOf = (units: Fraction): Fraction | null =>
    one.net === null ? null : share(one.net, units, one.quantity);
  for (const { part, reason } of taken) {
    const { lot, quantity } = part;
    const isLeftOut = part.isAssumed && walk.input.elections?.unknownCost === 'left-out';
    const given = reason === 'average' ? null : lot.gift;
    const result = resultOf(part, given, isLeftOut ? null : shareOf(quantity), day);
    const isAssumed = part.isAssumed && !isUntaxed(cause);
    const term = isUntaxed(cause) || walk.law.longTermFrom === null ? null : result.term;
    walk.disposals.push({
      ...base,
      lot: lot.id,
      acquired: lot.day,
      quantity,
      ...result,
      term,
      reason,
      isAssumed,
    });
  }
  if (!isPositive(missing)) return;
  walk.insufficient.push(event.id);
  if (walk.input.elections?.missingUnits !== 'zero-cost') return;
  walk.disposals.push({
    ...base,
    lot: `missing:${event.id}`,
    acquired: day,
    quantity: missing,
    proceeds: shareOf(missing) ?? zero,
    cost: zero,
    term: isUntaxed(cause) || walk.law.longTermFrom === null ? null : 'short',
    reason: 'zero-cost',
    isAssumed: !isUntaxed(cause),
  });
}

const isUntaxed = (cause: Cause): boolean => cause === 'gift' || cause === 'donation' || cause === 'loss';

/**
 * Without proceeds units leave at what they cost. Given units may have two costs, one for gains and one for losses,
 * unless their cost has become part of an average.
 */
function resultOf(
  { lot, quantity, cost }: Part,
  gift: PlainLot['gift'],
  proceeds: Fraction | null,
  day: string,
): Pick<PlainDisposal, 'proceeds' | 'cost'> & { term: 'short' | 'long' } {
  const term = termOf(lot.longTermFrom, day);
  if (proceeds === null) return { proceeds: cost, cost, term };
  const value = gift === null ? cost : times(gift.unitValue, quantity);
  if (gift === null || !isAbove(cost, value) || cmp(proceeds, cost) >= 0) return { proceeds, cost, term };
  // Below the giver's cost it is no gain of his: what he held them for does not count either (26 U.S.C. 1223(2)).
  const ownTerm = termOf(gift.longTermFrom, day);
  return { proceeds, cost: cmp(proceeds, value) >= 0 ? proceeds : value, term: ownTerm };
}

/**
 * Units go to another own account with cost and date. The network fee's units go first, at their own price, then those
 * that arrive, each in the order of the method in force where they leave. Elected into basis, the fee's units only
 * vanish: what they cost is added to what arrives, by quantity; where nothing is left to arrive, those that were there
 * are disposed of after all.
 */
function move(walk: Walk, one: UnitsMoved, moment: Moment): void {
  const { asset, account, received, feeValue } = one;
  const feeUnits = minus(one.sent, received);
  // In a pool over all accounts nothing happens where nothing is lost on the way.
  if (walk.isUniversal && !isPositive(feeUnits)) return;
  const { pool, method } = poolOf(walk, asset, account, moment.time);
  const isIntoBasis = walk.input.elections?.transferFee === 'into-basis';
  const prices = isIntoBasis ? null : pricesAt(walk, feeValue, feeUnits, moment);
  const fee = takeFrom(pool, feeUnits, orderOf(method, prices));
  const stays = walk.isUniversal && !isIntoBasis;
  const moved = stays ? null : takeFrom(pool, received, orderOf(method, null));
  const gone = { asset, account, quantity: feeUnits, net: feeValue, cause: 'transfer-fee' as const };
  const taken = fee.parts.map((part) => ({ part, reason: reasonOf(method, prices) }));
  if (!isIntoBasis) record(walk, gone, taken, fee.missing, moment);
  else if (isPositive(fee.missing)) walk.insufficient.push(moment.event.id);
  if (isIntoBasis && moved?.parts.length === 0) record(walk, gone, taken, zero, moment);
  else if (isIntoBasis) addCost(moved?.parts ?? [], fee.parts);
  if (moved === null) return;
  const to = walk.isUniversal ? pool : poolOf(walk, asset, one.toAccount, moment.time).pool;
  for (const part of moved.parts) addTo(to, part);
  if (!walk.isUniversal && isPositive(moved.missing)) walk.insufficient.push(moment.event.id);
}

/** What the fee's units cost, by quantity; and where that rests on an assumption, so does what it is added to. */
function addCost(parts: readonly Part[], fee: readonly Part[]): void {
  const cost = total(fee.map((part) => part.cost));
  const all = total(parts.map((part) => part.quantity));
  for (const part of parts) {
    part.cost = plus(part.cost, share(cost, part.quantity, all));
    part.isAssumed ||= fee.some(({ isAssumed }) => isAssumed);
  }
}

/** What a sale does not name goes first in, first out; so does what has no price to compare taxes by. */
function reasonOf(method: Method, prices: Prices | null): string {
  return method === 'specific' || (method === 'lowest-tax' && prices === null) ? 'fifo' : method;
}

/** What is still held; a pool over all accounts shows a lot with the account that acquired it. */
function openOf({ pools }: Walk): PlainOpen[] {
  return pools.flatMap((pool) => {
    arrange(pool, false);
    return pool.parts.map(({ lot, quantity, cost, isAssumed }) => ({
      lot: lot.id,
      asset: lot.asset,
      account: pool.account ?? lot.account,
      time: lot.acquired,
      place: lot.place,
      acquired: lot.day,
      longTermFrom: lot.longTermFrom,
      isAssumed,
      quantity,
      cost,
    }));
  });
}
