import type { LotId } from '../../../../shared/domain/lot.ts';
import type { AssetId } from '../../../../shared/domain/asset.ts';
import { add, isPositive, smaller, subtract } from '../../../../shared/num/arithmetic.ts';
import { zeroMoney, zeroQuantity } from '../../../../shared/num/types.ts';
import type { Acquired, AssetUnits, Gone, Pool } from './asset-units.ts';
import { shareOf } from './take-from.ts';

/** A pool without units. */
export function emptyPool(asset: AssetId): Pool {
  const lot = `pool:${asset}` as LotId;
  return { lot, quantity: zeroQuantity, cost: zeroMoney, opened: null, basisUnknown: false };
}

type AfterTaking = (gone: Gone, units: AssetUnits) => void;

/**
 * Puts what no rule matched into the pool and takes what is left of disposals out of it, at the average cost.
 * In: `order`, below zero where the purchase comes first; `after`, what happens once a disposal has left the pool.
 */
export function walkPool(
  units: AssetUnits,
  order: (bought: Acquired, sold: Gone) => number,
  after?: AfterTaking,
): void {
  const { acquired, gone, pool } = units;
  let place = 0;
  for (const sold of gone) {
    for (; isBefore(acquired[place], sold, order); place++) putIn(pool, acquired[place]);
    takeOut(pool, sold);
    after?.(sold, units);
  }
  for (; place < acquired.length; place++) putIn(pool, acquired[place]);
}

function isBefore(
  bought: Acquired | undefined,
  sold: Gone,
  order: (bought: Acquired, sold: Gone) => number,
): boolean {
  return bought !== undefined && order(bought, sold) < 0;
}

function putIn(pool: Pool, bought: Acquired | undefined): void {
  if (bought === undefined || !isPositive(bought.left)) return;
  if (!isPositive(pool.quantity)) {
    pool.opened = bought;
    pool.basisUnknown = false;
  }
  pool.quantity = add(pool.quantity, bought.left);
  pool.cost = add(pool.cost, bought.leftCost);
  pool.basisUnknown ||= bought.basisUnknown;
  bought.left = zeroQuantity;
  bought.leftCost = zeroMoney;
}

function takeOut(pool: Pool, sold: Gone): void {
  const quantity = smaller(sold.left, pool.quantity);
  const { opened, lot, basisUnknown } = pool;
  if (!isPositive(quantity) || opened === null) return;
  // Where nothing is left that could take the cost, it goes with the units after all.
  const isCostKept = sold.costStays && pool.quantity !== quantity;
  const costBasis = isCostKept ? zeroMoney : shareOf(pool.cost, quantity, pool.quantity);
  pool.quantity = subtract(pool.quantity, quantity);
  pool.cost = subtract(pool.cost, costBasis);
  sold.left = subtract(sold.left, quantity);
  if (isCostKept) return;
  const { acquired, acquiredDate } = opened;
  sold.parts.push({ quantity, costBasis, reason: 'pool', lot, acquired, acquiredDate, basisUnknown });
}
