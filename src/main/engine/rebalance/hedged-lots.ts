import type { AssetId } from '../../../shared/domain/asset.ts';
import type { LotId, OpenLot } from '../../../shared/domain/lot.ts';
import { compare, isZero, smaller, subtract } from '../../../shared/num/arithmetic.ts';
import { priceOf } from '../../../shared/num/products.ts';
import type { Quantity } from '../../../shared/num/types.ts';
import { zeroPrice, zeroQuantity } from '../../../shared/num/types.ts';
import { dateText } from '../../../shared/time/local-date.ts';
import type { LocalDate } from '../../../shared/time/local-date.ts';
import { hedgedOfLots } from './quantity-hedged.ts';
import { listText, quantityText } from '../words.ts';

/** The part of a lot that a short hedges. */
export interface HedgedLot {
  readonly asset: AssetId;
  readonly lot: OpenLot;
  readonly quantity: Quantity;
  /** Not long-term on the day the short is opened: its holding period would start anew when the short is closed. */
  readonly clockRestarts: boolean;
}

export interface ShortOfAsset {
  readonly asset: AssetId;
  /** Coins sold short, positive. */
  readonly quantity: Quantity;
}

/**
 * Which lots a short hedges: a standing order, to be recorded the same day. Long-term lots first, because a lot in its
 * first year loses its holding period; among equals the highest cost per unit first, because the least unrealised gain
 * defers the least loss; then the earlier acquired.
 * Out: less than the short's quantity where the lots do not reach.
 * Law: Reg. 1.1092(b)-2T(a); partial overlays by identified lots, PLR 199925044 (a private ruling, no authority).
 * Source: PLR 199925044 (only matching units are hedged; there is no regulation); Reg. 1.1092(b)-2T(a) (the clock).
 */
export function hedgedLots(
  shorts: readonly ShortOfAsset[],
  openLots: readonly OpenLot[],
  alreadyHedged: ReadonlyMap<LotId, Quantity>,
  asOf: LocalDate,
): HedgedLot[] {
  const busy = hedgedOfLots(openLots, alreadyHedged);
  const lots = openLots.map((lot, index) => ({
    lot,
    free: subtract(lot.quantity, busy[index] ?? zeroQuantity),
  }));
  const order = standingOrder(asOf);
  return shorts.flatMap(({ asset, quantity }) => {
    let left = quantity;
    const hedged: HedgedLot[] = [];
    const ofAsset = lots.filter(({ lot }) => lot.asset === asset).toSorted((a, b) => order(a.lot, b.lot));
    for (const { lot, free } of ofAsset) {
      const part = smaller(free, left);
      if (isZero(part)) continue;
      left = subtract(left, part);
      hedged.push({ asset, lot, quantity: part, clockRestarts: lot.longTermFrom > asOf });
    }
    return hedged;
  });
}

function standingOrder(asOf: LocalDate): (a: OpenLot, b: OpenLot) => number {
  return (a, b) =>
    Number(a.longTermFrom > asOf) - Number(b.longTermFrom > asOf) ||
    compare(unitCost(b), unitCost(a)) ||
    (a.acquired < b.acquired ? -1 : a.acquired > b.acquired ? 1 : 0) ||
    (a.id < b.id ? -1 : 1);
}

function unitCost(lot: OpenLot): ReturnType<typeof priceOf> {
  return isZero(lot.quantity) ? zeroPrice : priceOf(lot.costBasis, lot.quantity, 'half-even');
}

const MOST_LOTS_NAMED = 3;

/** Lots in a sentence: a few by name, many by their number and the last of their long-term dates. */
export function hedgedLotsWords(lots: readonly HedgedLot[]): string {
  if (lots.length > MOST_LOTS_NAMED) {
    const last = lots.reduce<LocalDate | null>(
      (latest, { lot }) => (latest === null || lot.longTermFrom > latest ? lot.longTermFrom : latest),
      null,
    );
    return `${lots.length} lots (the last long-term from ${last === null ? '' : dateText(last)})`;
  }
  return listText(
    lots.map(
      ({ asset, lot, quantity }) =>
        `${quantityText(quantity, asset)} of ${dateText(lot.acquiredDate)} (long-term from ${dateText(lot.longTermFrom)})`,
    ),
  );
}
