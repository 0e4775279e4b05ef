import type { OpenLot } from '../../../shared/domain/lot.ts';
import type { Trace } from '../../../shared/domain/trace.ts';
import { smaller, subtract, sum } from '../../../shared/num/arithmetic.ts';
import { zeroQuantity } from '../../../shared/num/types.ts';
import { hedgedOfLots } from '../rebalance/quantity-hedged.ts';
import type { ExplainContext } from './explain-context.ts';
import { leaf, node } from './trace-nodes.ts';

/** How much of a lot in one account open shorts of saved plans hedge: never more than lies there. */
export function hedgedTrace(part: OpenLot, context: ExplainContext): Trace {
  const { asset, id, quantity, event } = part;
  const all = context.openPartsOf(id);
  const place = all.findIndex(({ account }) => account === part.account);
  const byAccount = hedgedOfLots(all, context.hedged());
  const before = sum(byAccount.slice(0, place), zeroQuantity);
  const covered = context.hedged().get(id) ?? zeroQuantity;
  const left = subtract(covered, before);
  const free = node('Of it, not in other accounts', left, asset, 'difference', [
    leaf('Units of this lot that open shorts hedge (your hedge plans)', covered, asset),
    leaf('Hedged in other accounts (your hedge plans)', before, asset),
  ]);
  const held = leaf(`Held in ${context.accountName(part.account)}`, quantity, asset, { events: [event] });
  return node('Hedged units', smaller(left, quantity), asset, 'smallest', [free, held], { lots: [id] });
}
