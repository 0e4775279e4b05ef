import type { Issue } from '../../../../shared/domain/issue.ts';
import { add, clampToZero, isPositive, negate, subtract } from '../../../../shared/num/arithmetic.ts';
import { toText } from '../../../../shared/num/format.ts';
import { zeroQuantity } from '../../../../shared/num/types.ts';
import type { Quantity } from '../../../../shared/num/types.ts';
import { issueOf } from '../../issue-of.ts';
import { ALL_ACCOUNTS } from './all-accounts.ts';
import { countWhile, sumsBefore } from './amounts-by-day.ts';
import type { AssetUnits, Gone } from './asset-units.ts';
import type { RuleOptions } from './rule-options.ts';

const AT_NOTHING = 'They count as having cost nothing.';
const LEFT_OUT = 'The missing units are left out of the gains.';
const LATER =
  'They are matched with what was bought in the thirty days after, as the law says of units that were there to be sold.';

/**
 * More left than there was: what no rule could match, and what a rule matched with later purchases although nothing was
 * held when it left. Issues: `lots/insufficient`.
 */
export function shortfallIssues(units: AssetUnits, { elections }: RuleOptions): readonly Issue[] {
  const assumed = elections?.missingUnits === 'zero-cost';
  const notFound = units.gone
    .filter(({ left }) => isPositive(left))
    .map((sold) => ({
      sold,
      missing: sold.left,
      consequence: assumed && !sold.costStays ? AT_NOTHING : LEFT_OUT,
    }));
  return issuesOf(units, [...notFound, ...boughtLater(units)]);
}

/** Units that were not there when they left. */
interface Shortfall {
  readonly sold: Gone;
  readonly missing: Quantity;
  readonly consequence: string;
}

/** Day by day: within a day, what is bought may stand after what is sold. */
function boughtLater({ acquired, gone }: AssetUnits): readonly Shortfall[] {
  const found: Shortfall[] = [];
  let held = zeroQuantity;
  let place = 0;
  for (const ofDay of Map.groupBy(gone, ({ date }) => date).values()) {
    const [first] = ofDay;
    const last = ofDay.at(-1);
    if (first === undefined || last === undefined) continue;
    for (
      let bought = acquired[place];
      bought !== undefined && bought.date <= first.date;
      bought = acquired[place]
    ) {
      held = add(held, bought.quantity);
      place++;
    }
    const before = shortOf(held);
    for (const sold of ofDay) held = subtract(held, subtract(sold.quantity, sold.left));
    const missing = subtract(shortOf(held), before);
    if (isPositive(missing)) found.push({ sold: last, missing, consequence: LATER });
  }
  return found;
}

function shortOf(held: Quantity): Quantity {
  return clampToZero(negate(held));
}

/** Each with what had come and gone by then: in all accounts, for that is what the rules look at. */
function issuesOf({ asset, acquired, gone }: AssetUnits, found: readonly Shortfall[]): readonly Issue[] {
  if (found.length === 0) return [];
  const [cameBefore, leftBefore] = [sumsBefore(acquired), sumsBefore(gone)];
  return found.map(({ sold, missing, consequence }) => {
    const { event, account } = sold;
    const before = ({ rank }: { readonly rank: number }): boolean => rank < sold.rank;
    const words = {
      missing: toText(missing),
      asset,
      account: ALL_ACCOUNTS,
      event,
      consequence,
      what: `more left "${account}" than the files show arriving there`,
      arrived: toText(cameBefore(countWhile(acquired, before))),
      left: toText(leftBefore(countWhile(gone, before))),
      cause: `the import of a purchase of ${asset} is missing`,
    };
    return issueOf('lots/insufficient', 'error', words, { event, asset, account });
  });
}
