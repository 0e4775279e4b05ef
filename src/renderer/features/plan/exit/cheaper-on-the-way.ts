/** Whether the search for other paths of prices came upon a plan that is cheaper on the plan's own. Pure. */
import type { CallAnswer } from '../../../../shared/contract/contract.ts';
import { compare, subtract } from '../../../../shared/num/arithmetic.ts';
import { toText } from '../../../../shared/num/format.ts';
import { money } from '../../../../shared/num/parse.ts';

/** Less is not worth another search. */
const worthSaying = money('1');

/** In: the cost of a plan made for prices that stay. Out: what costs less if they do, and by how much; null where nothing. */
export function cheaperIfPricesStay(
  { plans }: Pick<CallAnswer<'exit.paths'>, 'plans'>,
  cost: string,
): { readonly title: string; readonly by: string } | null {
  const [cheapest] = plans
    .flatMap(({ title, onPaths }) => {
      const there = onPaths.find(({ path }) => path === 'flat')?.cost ?? null;
      return there === null ? [] : [{ title, cost: money(there) }];
    })
    .toSorted((a, b) => compare(a.cost, b.cost));
  if (cheapest === undefined) return null;
  const by = subtract(money(cost), cheapest.cost);
  return compare(by, worthSaying) < 0 ? null : { title: cheapest.title, by: toText(by) };
}
