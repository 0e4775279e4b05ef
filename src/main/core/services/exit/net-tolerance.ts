/** How far all coins of a plan together may stand off what is wanted, in money at today's prices. */
import { add, isNegative, isPositive, larger, negate, subtract } from '../../../../shared/num/arithmetic.ts';
import { rate } from '../../../../shared/num/parse.ts';
import { moneyTimes, valueOf } from '../../../../shared/num/products.ts';
import { zeroMoney, zeroPrice } from '../../../../shared/num/types.ts';
import type { Money } from '../../../../shared/num/types.ts';
import type { ExitFuture, ExitGoal } from '../../../engine/exit/exit-case.ts';
import { wantedOf } from '../../../engine/exit/exposure-after.ts';
import { openOfContracts } from './exit-goals-of-case.ts';
import type { WantedGoal } from './exit-goals.ts';
import { outOfRange } from './exit-prices.ts';
import type { ExitRequest } from './exit-setup.ts';
import type { Problems } from './problems.ts';

export interface NetTolerance {
  /** null where the plan has no futures: then nothing earns by standing off. */
  readonly netTolerance: Money | null;
  /** Where it comes from: "yours", or a clause. */
  readonly from: string;
}

const USUAL = rate('0.01');
const CONTRACTS = 'what whole contracts leave open';

/**
 * The share asked for, or 1 %, of what the goals are meant to be worth in the end; at least what whole contracts leave open. Where
 * nothing is asked, coins to be sold that nothing hedges come on top: they stand above until they are sold, which earns nothing.
 * Problems: `exit/assumption-out-of-range`.
 */
export function netToleranceOf(
  goals: readonly ExitGoal[],
  found: {
    readonly wanted: readonly WantedGoal[];
    readonly futures: readonly ExitFuture[];
    readonly request: ExitRequest;
  },
  problems: Problems,
): NetTolerance {
  const { bandTogether } = found.request;
  const asked = bandTogether === undefined ? null : rate(bandTogether);
  if (asked !== null && isNegative(asked))
    outOfRange(problems, 'bandTogether', bandTogether ?? '', 'zero or more');
  if (asked === null && found.futures.length === 0) return { netTolerance: null, from: '' };
  let [target, contracts, unhedged] = [zeroMoney, zeroMoney, zeroMoney];
  for (const goal of goals) {
    const price = found.wanted.find(({ asset }) => asset === goal.asset)?.price ?? zeroPrice;
    const own = found.futures.filter(({ asset }) => asset === goal.asset);
    const open = openOfContracts(subtract(goal.buy, goal.sell), own, found.request.overlay !== undefined);
    target = add(target, valueOf(wantedOf(goal), price, 'half-even'));
    if (open !== null) contracts = add(contracts, valueOf(open, price, 'up'));
    else if (isPositive(goal.sell)) unhedged = add(unhedged, valueOf(goal.tolerance, price, 'up'));
  }
  const share = moneyTimes(larger(target, negate(target)), asked ?? USUAL, 'half-even');
  const least = larger(share, contracts);
  if (asked !== null) return { netTolerance: least, from: least === share ? 'yours' : CONTRACTS };
  const usual =
    least === share ? 'assumed: 1 % of what the coins of the plan are meant to be worth' : CONTRACTS;
  return {
    netTolerance: add(least, unhedged),
    from: isPositive(unhedged) ? `${usual}, and what nothing hedges` : usual,
  };
}
