import type { AccountId } from '../../../shared/domain/account.ts';
import type { OpenLot } from '../../../shared/domain/lot.ts';
import type { Trace } from '../../../shared/domain/trace.ts';
import { toText } from '../../../shared/num/format.ts';
import { dateText } from '../../../shared/time/local-date.ts';
import { localDateOf } from '../../../shared/time/time-zone.ts';
import { ELSEWHERE } from '../events/own-movement.ts';
import type { CarriedUnits } from '../lots/matching/carried-units.ts';
import type { LotOrigin } from '../lots/lot-matching.ts';
import { disposalId } from './disposal-items.ts';
import type { ExplainContext } from './explain-context.ts';
import { divisionRule, transferRule } from './explain-rules.ts';
import { MOST_PARTS } from './listed.ts';
import { leaf, node } from './trace-nodes.ts';

/**
 * Where a lot was acquired and the own transfers that its units went through, each with its rows and its fee.
 * null where it never left the account that acquired it.
 */
export function journeyTrace(origin: LotOrigin, part: OpenLot, context: ExplainContext): Trace | null {
  const to = part.account;
  if (origin.account === to) return null;
  const carried = waysTo(origin, to, context).slice(0, MOST_PARTS);
  const acquired = leaf(
    `Acquired ${dateText(origin.acquiredDate)} in ${context.accountName(origin.account)}`,
    origin.quantity,
    origin.asset,
    { events: [origin.event] },
  );
  const transfers = carried.map((units) => transferTrace(units, origin, context));
  const here = leaf(`Of it, held in ${context.accountName(to)}`, part.quantity, part.asset, {
    events: [origin.event],
  });
  const parts = [
    here,
    acquired,
    ...transfers,
    ...divided(carried.length, to, context),
    ...feesOf(origin, context),
  ];
  const label = `How its units came to ${context.accountName(to)}`;
  return node(label, part.quantity, part.asset, 'each', parts, { rule: transferRule, lots: [origin.id] });
}

/** The transfers that led to an account: those that arrived there, and before them those that arrived where they began. */
function waysTo({ id }: LotOrigin, to: AccountId, context: ExplainContext): readonly CarriedUnits[] {
  const leading = new Set<AccountId>([to]);
  const ways: CarriedUnits[] = [];
  for (const units of context.lots.carriedOf(id).toReversed()) {
    if (!leading.has(units.toAccount)) continue;
    leading.add(units.fromAccount);
    ways.push(units);
  }
  return ways.toReversed();
}

function transferTrace(units: CarriedUnits, { asset, id }: LotOrigin, context: ExplainContext): Trace {
  const { from, to, fromAccount, toAccount, quantity, costBasis } = units;
  const time = context.eventOf(to)?.time;
  const day = time === undefined ? '' : ` of ${dateText(localDateOf(time, context.timeZone))}`;
  const names = `from ${context.accountName(fromAccount)} to ${context.accountName(toAccount)}`;
  const events = from === to ? [to] : [from, to];
  const label = `Transfer${day} ${names}, with a cost of ${toText(costBasis)} ${context.prices.currency}`;
  return leaf(label, quantity, asset, { events, lots: [id] });
}

/** Units that no transfer carried lie there since basis was divided among the accounts. */
function divided(
  transfers: number,
  to: AccountId,
  { lotOptions: { scope } }: ExplainContext,
): readonly Trace[] {
  if (transfers > 0 || typeof scope !== 'object' || to === ELSEWHERE) return [];
  const label = 'Given to this account when what was left of one pool was divided among the accounts';
  return [leaf(label, dateText(scope.universalUntil), '', { rule: divisionRule })];
}

/** What paid network fees out of this lot. */
function feesOf({ id }: LotOrigin, context: ExplainContext): readonly Trace[] {
  return context
    .disposalsOfLot(id)
    .filter(({ cause }) => cause === 'transfer-fee')
    .slice(0, MOST_PARTS)
    .map((one) =>
      leaf(`Left as a network fee on ${dateText(one.disposedDate)}`, one.quantity, one.asset, {
        events: [one.event],
        explain: disposalId(one, context),
      }),
    );
}
