import type { Acquired, Gone, MatchingRule } from './asset-units.ts';
import { walkPool } from './pool.ts';
import { superficialLosses } from './superficial-loss.ts';

/**
 * One average cost over all accounts, taken anew with every purchase; losses on units bought back are denied.
 * Law: Income Tax Act (Canada) s.47(1); `superficial-loss.ts`.
 */
export const averagePool: MatchingRule = {
  law: 'Income Tax Act s.47(1)',
  match: (units) => walkPool(units, byPlace, superficialLosses(units)),
};

function byPlace(bought: Acquired, sold: Gone): number {
  return bought.rank - sold.rank;
}
