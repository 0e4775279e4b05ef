import type { Issue } from '../../../../shared/domain/issue.ts';
import { add, clampToZero, isPositive, negate, subtract } from '../../../../shared/num/arithmetic.ts';
import { toText } from '../../../../shared/num/format.ts';
import { zeroQuantity } from '../../../../shared/num/types.ts';
import type { Quantity } from '../../../../shared/num/types.ts';
import { issueOf } from '../../issue-of.ts';
import type { AssetUnits, Gone } from './asset-units.ts';
import type { RuleOptions } from './rule-options.ts';

const LATER =
  'They are matched with what was bought in the thirty days after, as the law says of units that were there to be sold.';

/**
 * More left than there was: what no rule could match, and what a rule matched with later purchases although nothing was
 * held when it left. Issues: `lots/insufficient`.
 */
export function shortfallIssues(units: AssetUnits, { elections }: RuleOptions): readonly Issue[] {
  const unmatched =
    elections?.missingUnits === 'zero-cost'
      ? 'They count as having cost nothing.'
      : 'The missing units are left out of the gains.';
  const notFound = units.gone
    .filter(({ left }) => isPositive(left))
    .map((sold) => insufficient(units, sold, sold.left, unmatched));
  return [...notFound, ...boughtLater(units)];
}

/** Day by day: within a day, what is bought may stand after what is sold. */
function boughtLater(units: AssetUnits): readonly Issue[] {
  const { acquired, gone } = units;
  const issues: Issue[] = [];
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
    if (isPositive(missing)) issues.push(insufficient(units, last, missing, LATER));
  }
  return issues;
}

function shortOf(held: Quantity): Quantity {
  return clampToZero(negate(held));
}

function insufficient(units: AssetUnits, sold: Gone, missing: Quantity, consequence: string): Issue {
  const { event, account } = sold;
  const { asset } = units;
  const before = ({ rank }: { readonly rank: number }): boolean => rank < sold.rank;
  const total = (all: readonly { readonly quantity: Quantity }[]): Quantity =>
    all.reduce((sum, { quantity }) => add(sum, quantity), zeroQuantity);
  const words = {
    missing: toText(missing),
    asset,
    account,
    event,
    consequence,
    arrived: toText(total(units.acquired.filter(before))),
    left: toText(total(units.gone.filter(before))),
    cause: `an import of a purchase or a transfer into "${account}" is missing`,
  };
  return issueOf('lots/insufficient', 'error', words, { event, asset, account });
}
