import { isPositive } from '../../../../shared/num/arithmetic.ts';
import { addDays } from '../../../../shared/time/local-date.ts';
import type { AssetUnits, MatchingRule } from './asset-units.ts';
import { isMatchedByDay } from './matched-by-day.ts';
import { matchWith } from './take-from.ts';

/** The first day after the sale is the first, the thirtieth the last. */
export const LOOK_AHEAD_DAYS = 30;

/**
 * What was sold belongs to what is bought within the thirty days after: the earliest sale first, with the earliest
 * purchase first. Purchases of the day itself belong to `sameDay`.
 * Law: Taxation of Chargeable Gains Act 1992 s.106A(5); HMRC CRYPTO22253. It asks that the buyer is resident in the
 * United Kingdom when buying (s.106A(5A)), which is taken as given.
 */
export const thirtyDaysAhead: MatchingRule = { law: 'TCGA 1992 s.106A(5)', match: matchThirtyDays };

function matchThirtyDays({ acquired, gone }: AssetUnits): void {
  let first = 0;
  for (const sold of gone) {
    if (!isPositive(sold.left) || !isMatchedByDay(sold)) continue;
    // Sales come in order of time, so what one of them has passed, all later ones have.
    while (isDone(acquired[first], sold.date)) first++;
    const last = addDays(sold.date, LOOK_AHEAD_DAYS);
    for (let place = first; isPositive(sold.left); place++) {
      const bought = acquired[place];
      if (bought === undefined || bought.date > last) break;
      if (isPositive(bought.left)) matchWith(sold, bought, 'thirty-days');
    }
  }
}

function isDone(
  bought: AssetUnits['acquired'][number] | undefined,
  soldOn: AssetUnits['gone'][number]['date'],
): boolean {
  return bought !== undefined && (bought.date <= soldOn || !isPositive(bought.left));
}
