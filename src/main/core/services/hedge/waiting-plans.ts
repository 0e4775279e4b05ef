import type { Issue } from '../../../../shared/domain/issue.ts';
import { toText } from '../../../../shared/num/format.ts';
import type { CheckedOrder } from '../../../engine/futures/watch/checks/checked-order.ts';
import { issueOf } from '../../../engine/issue-of.ts';
import type { Derived } from '../../derived.ts';
import { legLivesOf } from './leg-lives.ts';

/**
 * Saved legs that wait for their fills while an overlay orders the same side of the same asset: both together hedge it
 * twice. Orders that are typed may well be those of the plan. Issues: `hedge/plan-waits`.
 */
export function waitingPlans(orders: readonly CheckedOrder[], derived: Derived): Issue[] {
  const sized = orders.filter(({ typed }) => !typed);
  return legLivesOf(derived).flatMap(({ leg, plan, state, terms }) => {
    const again = sized.some(({ asset, side }) => asset === leg.asset && side === leg.side);
    if (state !== 'planned' || !again) return [];
    const values = {
      plan: plan.id,
      side: leg.side,
      quantity: toText(leg.quantity),
      contract: terms?.symbol ?? leg.contract,
      asset: leg.asset,
    };
    return [issueOf('hedge/plan-waits', 'warning', values)];
  });
}
