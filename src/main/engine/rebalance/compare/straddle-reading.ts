/**
 * What the straddle rules would change: a second, strict reading of the hedge alternative's gains.
 *
 * The comparison itself does not apply these rules yet; this reading says how much hangs on them.
 *  1. A hedged lot that is not long-term when the short is opened has no holding period until the short is closed.
 *  2. A loss of the short is deferred as far as the lots it hedges have an unrealised gain at the year's end; what is
 *     deferred is tried again in the next year, and is free once those lots are sold.
 *  3. A short opened against long-term lots loses long-term.
 * Law: 26 U.S.C. 1092(a)(1); Reg. 1.1092(b)-1T(a)(2), -2T(a), -2T(b)(1). Mixed straddle elections: none.
 */
import type { AssetId } from '../../../../shared/domain/asset.ts';
import type { LotId } from '../../../../shared/domain/lot.ts';
import { invariant } from '../../../../shared/invariant.ts';
import {
  add,
  clampToZero,
  isNegative,
  isPositive,
  isZero,
  negate,
  smaller,
  subtract,
  sum,
} from '../../../../shared/num/arithmetic.ts';
import { apportion, valueOf } from '../../../../shared/num/products.ts';
import type { Money, Price, Quantity } from '../../../../shared/num/types.ts';
import { zeroMoney, zeroQuantity } from '../../../../shared/num/types.ts';
import { lastBusinessDayOfYear, yearOf } from '../../../../shared/time/local-date.ts';
import type { LocalDate } from '../../../../shared/time/local-date.ts';
import type { HedgedLot } from '../hedged-lots.ts';
import type { ComparisonCase } from './comparison-case.ts';
import type { GainItem } from './gains.ts';
import { priceOn } from './price-path.ts';
import type { LotSale } from './sell-lots.ts';

/** A lot whose clock restarts and that is sold at the exit: its gain would be short-term. */
export interface RestartedSale {
  readonly sale: LotSale;
  readonly quantity: Quantity;
  readonly gain: Money;
}

/** A short's loss of one year, and what of it waits. */
export interface DeferredLoss {
  readonly asset: AssetId;
  readonly year: number;
  /** Positive: the year's own loss and what earlier years deferred. */
  readonly loss: Money;
  /** What of it earlier years deferred. */
  readonly carried: Money;
  readonly deferred: Money;
}

export interface StraddleReading {
  readonly items: readonly GainItem[];
  readonly restarted: readonly RestartedSale[];
  readonly losses: readonly DeferredLoss[];
  /** Still deferred after the last year of the comparison. */
  readonly leftDeferred: Money;
  /** Losses that would be long-term, by asset, positive. */
  readonly longTermLosses: readonly { readonly asset: AssetId; readonly amount: Money }[];
}

/** The gains of the hedge alternative as the straddle rules would have them. */
export function straddleReading(
  given: ComparisonCase,
  sales: readonly LotSale[],
  items: readonly GainItem[],
): StraddleReading {
  const restarted = restartedSales(given, sales);
  const ofLegs = given.legs.map((_, index) => strictLeg(given, sales, items, index));
  const ofSales = items.filter((item) => 'lot' in item.from);
  return {
    items: [...ofSales, ...restarted.flatMap(restartItems), ...ofLegs.flatMap((leg) => leg.items)],
    restarted,
    losses: ofLegs.flatMap((leg) => leg.losses),
    leftDeferred: sum(
      ofLegs.map((leg) => leg.left),
      zeroMoney,
    ),
    longTermLosses: ofLegs.flatMap((leg) => leg.longTermLosses),
  };
}

/** Moves the gain of a restarted part from long to short. */
function restartItems({ sale, gain }: RestartedSale): GainItem[] {
  const common = { year: yearOf(sale.date), asset: sale.asset, from: { lot: sale.lot.id } } as const;
  return [
    { ...common, character: 'long', amount: negate(gain) },
    { ...common, character: 'short', amount: gain },
  ];
}

function restartedSales({ hedgedLots }: ComparisonCase, sales: readonly LotSale[]): RestartedSale[] {
  const left = quantities(hedgedLots.filter(({ clockRestarts }) => clockRestarts));
  return sales.flatMap((sale) => {
    const quantity = smaller(left.get(sale.lot.id) ?? zeroQuantity, sale.quantity);
    if (sale.term === 'short' || isZero(quantity)) return [];
    left.set(sale.lot.id, subtract(left.get(sale.lot.id) ?? zeroQuantity, quantity));
    return [{ sale, quantity, gain: apportion(sale.gain, quantity, sale.quantity, 'half-even') }];
  });
}

interface StrictLeg {
  readonly items: readonly GainItem[];
  readonly losses: readonly DeferredLoss[];
  readonly left: Money;
  readonly longTermLosses: StraddleReading['longTermLosses'];
}

/** One leg's results by year, its losses deferred and long-term where the rules say so. */
function strictLeg(
  given: ComparisonCase,
  sales: readonly LotSale[],
  items: readonly GainItem[],
  index: number,
): StrictLeg {
  const leg = given.legs[index];
  const own = items.filter(({ from }) => 'leg' in from && from.leg === index);
  const hedged = given.hedgedLots.filter(({ asset }) => asset === leg?.asset);
  const [first] = own;
  if (leg === undefined || first === undefined || !isNegative(leg.coins) || hedged.length === 0) {
    return { items: own, losses: [], left: zeroMoney, longTermLosses: [] };
  }
  const killer = hedged.some(({ clockRestarts }) => !clockRestarts);
  const strict: GainItem[] = [];
  const losses: DeferredLoss[] = [];
  let carried = zeroMoney;
  let longTermLoss = zeroMoney;
  for (const { year } of given.years) {
    const net = subtract(sumOfYear(own, year), carried);
    const loss = clampToZero(negate(net));
    const deferred = smaller(loss, unrealisedGain(given, hedged, sales, year));
    const allowed = subtract(loss, deferred);
    if (isPositive(loss)) losses.push({ asset: leg.asset, year, loss, carried, deferred });
    if (isPositive(net)) strict.push({ ...first, year, amount: net });
    if (isPositive(allowed)) {
      strict.push({ ...first, year, amount: negate(allowed), character: killer ? 'long' : first.character });
    }
    if (killer) longTermLoss = add(longTermLoss, allowed);
    carried = deferred;
  }
  const longTermLosses = isZero(longTermLoss) ? [] : [{ asset: leg.asset, amount: longTermLoss }];
  return { items: strict, losses, left: carried, longTermLosses };
}

function sumOfYear(items: readonly GainItem[], year: number): Money {
  return items.reduce((total, item) => (item.year === year ? add(total, item.amount) : total), zeroMoney);
}

/** Unrealised gain of the hedged lots still held at a year's end, lots with a loss left out. */
function unrealisedGain(
  given: ComparisonCase,
  hedged: readonly HedgedLot[],
  sales: readonly LotSale[],
  year: number,
): Money {
  const day = lastBusinessDayOfYear(year);
  const sold = quantities(sales.filter(({ date }) => date <= day));
  return hedged.reduce((total, { asset, lot, quantity }) => {
    const gone = smaller(sold.get(lot.id) ?? zeroQuantity, quantity);
    sold.set(lot.id, subtract(sold.get(lot.id) ?? zeroQuantity, gone));
    const kept = subtract(quantity, gone);
    if (isZero(kept)) return total;
    const cost = apportion(lot.costBasis, kept, lot.quantity, 'half-even');
    return add(total, clampToZero(subtract(valueOf(kept, spotOn(given, asset, day), 'half-even'), cost)));
  }, zeroMoney);
}

function spotOn(given: ComparisonCase, asset: AssetId, day: LocalDate): Price {
  const traded = given.trades.find((one) => one.asset === asset);
  invariant(traded !== undefined, `a hedged asset is one that is traded: ${asset}`);
  // After the exit the price stays where it is.
  return priceOn(traded.price, traded.change, day > given.exit ? given.exit : day, given);
}

function quantities(
  parts: readonly { readonly lot: { readonly id: LotId }; readonly quantity: Quantity }[],
): Map<LotId, Quantity> {
  const map = new Map<LotId, Quantity>();
  for (const { lot, quantity } of parts) map.set(lot.id, add(map.get(lot.id) ?? zeroQuantity, quantity));
  return map;
}
