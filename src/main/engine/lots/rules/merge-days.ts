import { add } from '../../../../shared/num/arithmetic.ts';
import type { Acquired, AssetUnits } from './asset-units.ts';

/**
 * All purchases of a day as one, named after the first: of unknown cost where one of them is.
 * Law: TCGA 1992 s.105(1)(a).
 */
export function withMergedDays(units: AssetUnits): AssetUnits {
  const merged: Acquired[] = [];
  for (const bought of units.acquired) {
    const last = merged.at(-1);
    if (last?.date === bought.date) merged[merged.length - 1] = joined(last, bought);
    else merged.push(bought);
  }
  return { ...units, acquired: merged };
}

function joined(first: Acquired, second: Acquired): Acquired {
  return {
    ...first,
    quantity: add(first.quantity, second.quantity),
    basisUnknown: first.basisUnknown || second.basisUnknown,
    left: add(first.left, second.left),
    leftCost: add(first.leftCost, second.leftCost),
  };
}
