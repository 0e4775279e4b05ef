/** steps that are left of a day → orders in slices, asset by asset in turns, with exposure before and after each */
import type { AssetId } from '../../../../shared/domain/asset.ts';
import {
  add,
  compare,
  isNegative,
  isZero,
  negate,
  smaller,
  subtract,
} from '../../../../shared/num/arithmetic.ts';
import { toText } from '../../../../shared/num/format.ts';
import { roundToStep } from '../../../../shared/num/rounding.ts';
import { apportion, ratio } from '../../../../shared/num/products.ts';
import { zeroQuantity } from '../../../../shared/num/types.ts';
import type { Money, Quantity } from '../../../../shared/num/types.ts';
import type { LocalDate } from '../../../../shared/time/local-date.ts';
import type { SavedSale } from '../../../../shared/domain/exit-plan.ts';
import { closeOutSlices } from '../../../engine/exit/close-out/close-out-slices.ts';
import type { AssetDay, SliceOrder, SlicedDay } from '../../../engine/exit/close-out/close-out-slices.ts';
import type { Derived } from '../../derived.ts';
import { isThere, standingBefore } from './asset-standing.ts';
import { isDone } from './plan-progress.ts';
import type { PlanProgress, StepProgress } from './plan-progress.ts';
import type { SalesNow } from './sales-now.ts';

/** A slice of a step with the lots that it is to be of. */
export interface SheetOrder extends SliceOrder {
  readonly progress: StepProgress;
  readonly wanted: Quantity;
  readonly lots: readonly SavedSale[];
  /** Whether the lots have what the tax engine makes of them today; else what the plan expected. */
  readonly isNow: boolean;
  /** Whether the position of an order for futures is open in the ledger; false for coins. */
  readonly isThere: boolean;
}

export interface SlicedAsset extends SlicedDay {
  readonly asset: AssetId;
  readonly day: AssetDay;
}

export interface SheetOrders {
  readonly orders: readonly SheetOrder[];
  readonly assets: readonly SlicedAsset[];
}

/** What is still to be done of a day, sliced; assets that are sold come before those that are bought, in turns. */
export function sheetOrders(
  progress: PlanProgress,
  date: LocalDate,
  { slices, now }: { readonly slices: number; readonly now: SalesNow },
  derived: Derived,
): SheetOrders {
  const open = progress.steps.filter((one) => one.step.date === date && !isDone(one));
  const assets = [...new Set(open.map(({ step }) => step.asset))].map((asset): SlicedAsset => {
    const day = assetDay(
      open.filter(({ step }) => step.asset === asset),
      standingBefore(progress, asset, date, derived),
    );
    return { asset, day, ...closeOutSlices(day, slices) };
  });
  const steps = new Map(open.map((one) => [one.step.id, one]));
  const lotsOf = lotWalk(now);
  const orders = inTurns(assets).flatMap(({ order, asset }): SheetOrder[] => {
    const one = steps.get(order.step);
    if (one === undefined) return [];
    const lots = one.step.kind === 'sell' ? lotsOf(one, negate(order.change)) : [];
    const { hedge } = one.step;
    const there = hedge !== null && isThere(hedge, progress, derived);
    return [
      { ...order, progress: one, wanted: asset.day.wanted, lots, isThere: there, isNow: now.has(order.step) },
    ];
  });
  return { orders, assets };
}

function assetDay(steps: readonly StepProgress[], standing: ReturnType<typeof standingBefore>): AssetDay {
  return {
    ...standing,
    futures: steps.flatMap(({ step, left }) => {
      if (step.hedge === null) return [];
      const { future } = step.hedge;
      const count = wholeSteps(left, future.quantityPerStep);
      const adds = step.side === 'buy';
      const effect = adds ? future.coinsPerStep : negate(future.coinsPerStep);
      return count === 0 ? [] : [{ step: step.id, steps: count, effect, side: future.side }];
    }),
    spot: steps.flatMap(({ step, left }) =>
      step.hedge !== null || isZero(left)
        ? []
        : [{ step: step.id, coins: step.kind === 'sell' ? negate(left) : left }],
    ),
  };
}

function wholeSteps(quantity: Quantity, step: Quantity): number {
  return Number(toText(ratio(roundToStep(quantity, step, 'floor'), step, 'half-even')));
}

/** Every asset's orders spread evenly over the whole, so that no asset is far ahead; sales bring the money for purchases. */
function inTurns(
  assets: readonly SlicedAsset[],
): readonly { readonly order: SliceOrder; readonly asset: SlicedAsset }[] {
  const isSale = ({ day }: SlicedAsset): boolean => day.spot.some(({ coins }) => isNegative(coins));
  return assets
    .toSorted((a, b) => Number(isSale(b)) - Number(isSale(a)))
    .flatMap((asset, rank) =>
      asset.orders.map((order, place) => ({
        order,
        asset,
        rank,
        // A sale stands where it begins, a purchase where it ends: its money is there by then.
        turn: (isSale(asset) ? place : place + 1) / asset.orders.length,
      })),
    )
    .toSorted((a, b) => a.turn - b.turn || a.rank - b.rank);
}

/** The lots of sales as they stand now, or as they were planned, those of what came in already left out. */
function lotWalk(now: SalesNow): (progress: StepProgress, coins: Quantity) => readonly SavedSale[] {
  const taken = new Map<string, Quantity>();
  return ({ step, filled }, coins) => {
    const left = now.get(step.id);
    const before = taken.get(step.id) ?? (left === undefined ? filled : zeroQuantity);
    taken.set(step.id, add(before, coins));
    return lotsBetween(left ?? step.sales, before, add(before, coins));
  };
}

/** Units of a sale from one place to another; shares of its amounts, so that all pieces together are the sale. */
function pieceOf(sale: SavedSale, from: Quantity, to: Quantity): SavedSale {
  const upTo = (amount: Money, place: Quantity): Money =>
    place === sale.quantity ? amount : apportion<Money>(amount, place, sale.quantity, 'half-even');
  const share = (amount: Money): Money => subtract(upTo(amount, to), upTo(amount, from));
  return {
    ...sale,
    quantity: subtract(to, from),
    proceeds: share(sale.proceeds),
    fee: share(sale.fee),
    costBasis: share(sale.costBasis),
    counted: { short: share(sale.counted.short), long: share(sale.counted.long) },
    waits: share(sale.waits),
  };
}

/** Units of a list of sales from one place to another, in their order. */
export function lotsBetween(sales: readonly SavedSale[], from: Quantity, to: Quantity): readonly SavedSale[] {
  const found: SavedSale[] = [];
  let place: Quantity = zeroQuantity;
  for (const sale of sales) {
    const end = add(place, sale.quantity);
    const first = compare(place, from) > 0 ? place : from;
    const last = smaller(end, to);
    if (compare(last, first) > 0) found.push(pieceOf(sale, subtract(first, place), subtract(last, place)));
    place = end;
  }
  return found;
}
