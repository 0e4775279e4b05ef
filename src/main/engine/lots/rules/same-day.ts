import { isPositive } from '../../../../shared/num/arithmetic.ts';
import type { AssetUnits, MatchingRule } from './asset-units.ts';
import { isMatchedByDay } from './matched-by-day.ts';
import { matchWith } from './take-from.ts';

/**
 * What was sold and bought on one day belongs together, in whatever order and in whatever accounts; a day's purchases
 * are one purchase at one average cost.
 * Law: Taxation of Chargeable Gains Act 1992 s.105(1); HMRC CRYPTO22252.
 */
export const sameDay: MatchingRule = { law: 'TCGA 1992 s.105', match: matchSameDay };

function matchSameDay({ acquired, gone }: AssetUnits): void {
  const ofDay = new Map(acquired.map((bought) => [bought.date, bought]));
  for (const sold of gone) {
    const bought = ofDay.get(sold.date);
    if (bought === undefined || !isMatchedByDay(sold)) continue;
    if (isPositive(sold.left) && isPositive(bought.left)) matchWith(sold, bought, 'same-day');
  }
}
