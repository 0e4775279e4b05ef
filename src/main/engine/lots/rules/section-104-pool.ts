import type { Acquired, Gone, MatchingRule } from './asset-units.ts';
import { walkPool } from './pool.ts';

/**
 * What neither the day nor the thirty days matched: one holding over all accounts, at the average of what it cost.
 * Law: Taxation of Chargeable Gains Act 1992 s.104; HMRC CRYPTO22251.
 */
export const section104Pool: MatchingRule = {
  law: 'TCGA 1992 s.104',
  match: (units) => walkPool(units, byDay),
};

/** Of one day, purchases first: what rules about days left of them is there for units that were lost that day. */
function byDay(bought: Acquired, sold: Gone): number {
  return bought.date <= sold.date ? -1 : 1;
}
