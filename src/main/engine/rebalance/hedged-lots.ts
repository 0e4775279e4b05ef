import type { AssetId } from '../../../shared/domain/asset.ts';
import type { LotId, OpenLot } from '../../../shared/domain/lot.ts';
import { compare, isZero, smaller, subtract } from '../../../shared/num/arithmetic.ts';
import { priceOf } from '../../../shared/num/products.ts';
import type { Price, Quantity } from '../../../shared/num/types.ts';
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
 * Which lots shorts hedge: a standing order, to be recorded the same day. Long-term lots first, because a lot in its
 * first year loses its holding period; among equals the highest cost per unit first, because the least unrealised gain
 * defers the least loss; then the earlier acquired. Two shorts of one asset share its lots, none twice.
 * Out: less than a short's quantity where the lots do not reach.
 * Law: Reg. 1.1092(b)-2T(a); partial overlays by identified lots, PLR 199925044 (a private ruling, no authority).
 * Source: PLR 199925044 (only matching units are hedged; there is no regulation); Reg. 1.1092(b)-2T(a) (the clock).
 */
export function hedgedLots(
  shorts: readonly ShortOfAsset[],
  openLots: readonly OpenLot[],
  alreadyHedged: ReadonlyMap<LotId, Quantity>,
  asOf: LocalDate,
): HedgedLot[] {
  return lotsByShort(shorts, openLots, alreadyHedged, asOf).flat();
}

/** The same, one list for each short: the first takes its lots first. */
export function lotsByShort(
  shorts: readonly ShortOfAsset[],
  openLots: readonly OpenLot[],
  alreadyHedged: ReadonlyMap<LotId, Quantity>,
  asOf: LocalDate,
): HedgedLot[][] {
  if (shorts.length === 0) return [];
  const busy = alreadyHedged.size === 0 ? [] : hedgedOfLots(openLots, alreadyHedged);
  const ranked = openLots.map((lot, index) => ({
    ...rankedLot(lot, asOf),
    free: subtract(lot.quantity, busy[index] ?? zeroQuantity),
  }));
  const queues = new Map<AssetId, FreeLot[]>();
  return shorts.map(({ asset, quantity }) => {
    let queue = queues.get(asset);
    if (queue === undefined) {
      queue = ranked.filter(({ lot }) => lot.asset === asset).toSorted(standingOrder);
      queues.set(asset, queue);
    }
    return takeFrom(queue, quantity, asOf);
  });
}

interface FreeLot extends RankedLot {
  /** What no short hedges. */
  free: Quantity;
}

/** Takes a short's units from the front of a queue; what is used up leaves it. */
function takeFrom(queue: FreeLot[], quantity: Quantity, asOf: LocalDate): HedgedLot[] {
  let left = quantity;
  let used = 0;
  const hedged: HedgedLot[] = [];
  for (const one of queue) {
    if (isZero(left)) break;
    const { lot } = one;
    const part = smaller(one.free, left);
    one.free = subtract(one.free, part);
    left = subtract(left, part);
    if (isZero(one.free)) used++;
    if (!isZero(part))
      hedged.push({ asset: lot.asset, lot, quantity: part, clockRestarts: lot.longTermFrom > asOf });
  }
  queue.splice(0, used);
  return hedged;
}

/** Lots in the order in which shorts hedge them: for whoever asks for it again and again. */
export function lotsInStandingOrder(openLots: readonly OpenLot[], asOf: LocalDate): OpenLot[] {
  return openLots
    .map((lot) => rankedLot(lot, asOf))
    .toSorted(standingOrder)
    .map(({ lot }) => lot);
}

function rankedLot(lot: OpenLot, asOf: LocalDate): RankedLot {
  return { lot, isShortTerm: Number(lot.longTermFrom > asOf), unitCost: unitCost(lot) };
}

interface RankedLot {
  readonly lot: OpenLot;
  readonly isShortTerm: number;
  readonly unitCost: Price;
}

function standingOrder(a: RankedLot, b: RankedLot): number {
  return (
    a.isShortTerm - b.isShortTerm ||
    compare(b.unitCost, a.unitCost) ||
    (a.lot.acquired < b.lot.acquired ? -1 : a.lot.acquired > b.lot.acquired ? 1 : 0) ||
    (a.lot.id < b.lot.id ? -1 : a.lot.id > b.lot.id ? 1 : 0)
  );
}

function unitCost(lot: OpenLot): Price {
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
