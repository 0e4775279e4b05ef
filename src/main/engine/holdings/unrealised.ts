import type { LotId, OpenLot } from '../../../shared/domain/lot.ts';
import { add, compare, isPositive, isZero, subtract, sum } from '../../../shared/num/arithmetic.ts';
import { apportion, valueOf } from '../../../shared/num/products.ts';
import { zeroMoney, zeroQuantity } from '../../../shared/num/types.ts';
import type { Money, Price, Quantity } from '../../../shared/num/types.ts';
import type { LocalDate } from '../../../shared/time/local-date.ts';
import { clockPartsOf } from './clock-parts.ts';
import type { ClockPart, LotClocks } from './clock-parts.ts';
import type { Holding, Holdings } from './holdings.ts';

/** What units of a lot would gain. */
export interface UnitsGain {
  readonly lot: OpenLot;
  /** All of the lot, or units of it. */
  readonly quantity: Quantity;
  readonly gain: Money;
}

export interface GainsByTerm {
  readonly short: readonly UnitsGain[];
  readonly long: readonly UnitsGain[];
}

/**
 * What open lots would gain at a price, by the term that a sale on the day would have. In: lots of one coin, and the same cut
 * by their clocks: units that a hedge keeps from ageing are short-term (Reg. 1.1092(b)-2T(a)). Rounds half-even, per lot.
 */
export function gainsByTerm(
  lots: readonly OpenLot[],
  parts: readonly ClockPart[],
  price: Price,
  asOf: LocalDate,
): GainsByTerm {
  const short: UnitsGain[] = [];
  const long: UnitsGain[] = [];
  const longUnits = longUnitsOf(parts, asOf);
  // A lot can lie in several accounts; its clocks are told for all of it.
  for (const [id, ofLot] of Map.groupBy(lots, (lot) => lot.id)) {
    const units = longUnits.get(id) ?? zeroQuantity;
    const whole = sum(
      ofLot.map(({ quantity }) => quantity),
      zeroQuantity,
    );
    const gains = ofLot.map((lot): UnitsGain => ({ lot, quantity: lot.quantity, gain: gainOf(lot, price) }));
    const [first] = ofLot;
    if (!isPositive(units)) short.push(...gains);
    else if (compare(units, whole) >= 0 || first === undefined) long.push(...gains);
    else {
      const gain = totalOf(gains);
      const ofLong = apportion(gain, units, whole, 'half-even');
      long.push({ lot: first, quantity: units, gain: ofLong });
      short.push({ lot: first, quantity: subtract(whole, units), gain: subtract(gain, ofLong) });
    }
  }
  return { short, long };
}

function longUnitsOf(parts: readonly ClockPart[], asOf: LocalDate): ReadonlyMap<LotId, Quantity> {
  const units = new Map<LotId, Quantity>();
  for (const { lot, quantity, longTermFrom } of parts)
    if (longTermFrom !== null && asOf >= longTermFrom)
      units.set(lot.id, add(units.get(lot.id) ?? zeroQuantity, quantity));
  return units;
}

function gainOf({ quantity, costBasis }: OpenLot, price: Price): Money {
  return subtract(valueOf(quantity, price, 'half-even'), costBasis);
}

function totalOf(gains: readonly UnitsGain[]): Money {
  return sum(
    gains.map(({ gain }) => gain),
    zeroMoney,
  );
}

/** The sums of `gainsByTerm` where no hedge touched any clock. */
export function unrealisedOf(
  lots: readonly OpenLot[],
  price: Price,
  asOf: LocalDate,
): { readonly short: Money; readonly long: Money } {
  let short = zeroMoney;
  let long = zeroMoney;
  for (const lot of lots) {
    const gain = gainOf(lot, price);
    if (asOf >= lot.longTermFrom) long = add(long, gain);
    else short = add(short, gain);
  }
  return { short, long };
}

/**
 * Holdings whose gains are split with what hedges did to the clocks of lots; the very object where they did nothing.
 * Apart from `holdingsOf`, because clocks are known only once straddles are, which most answers do not need.
 */
export function withClocks(
  all: Holdings,
  lotsOf: (asset: Holding['asset']) => readonly OpenLot[],
  clocks: LotClocks,
  asOf: LocalDate,
): Holdings {
  if (clocks.size === 0) return all;
  let moved = zeroMoney;
  const holdings = all.holdings.map((holding): Holding => {
    const { price, unrealisedLong, unrealisedShort } = holding;
    if (price === null || unrealisedLong === null || unrealisedShort === null) return holding;
    const lots = lotsOf(holding.asset);
    const long = totalOf(gainsByTerm(lots, clockPartsOf(lots, clocks), price.price, asOf).long);
    const change = subtract(long, unrealisedLong);
    if (isZero(change)) return holding;
    moved = add(moved, change);
    return { ...holding, unrealisedLong: long, unrealisedShort: subtract(unrealisedShort, change) };
  });
  return {
    ...all,
    holdings,
    unrealisedLong: add(all.unrealisedLong, moved),
    unrealisedShort: subtract(all.unrealisedShort, moved),
  };
}
