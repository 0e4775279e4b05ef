import type { EventId } from '../../../shared/domain/event.ts';
import type { Trace } from '../../../shared/domain/trace.ts';
import { disposalItem } from './disposal-items.ts';
import type { ExplainContext } from './explain-context.ts';
import { MOST_PARTS } from './listed.ts';
import { leaf, node } from './trace-nodes.ts';

/** What one event did to balances, and the gains it gave. null where no event that counts has the id. */
export function eventTrace(id: string, context: ExplainContext): Trace | null {
  const event = context.eventOf(id as EventId);
  if (event === undefined) return null;
  const events = [event.id];
  const legs = event.legs.map((leg) =>
    leaf(`${context.accountName(leg.account)}: ${leg.role}`, leg.quantity, leg.asset, { events }),
  );
  const gains = context
    .disposalsOfEvent(event.id)
    .slice(0, MOST_PARTS)
    .map((one) => {
      const trace = disposalItem(one, 'gain', context).trace();
      return { ...trace, label: `Gain on ${trace.label}` };
    });
  const [first, ...others] = [...legs, ...gains];
  if (first === undefined) return leaf('A row that moves no balance', '0', '', { events });
  return node(`What this row did`, first.value, first.unit, 'each', [first, ...others], { events });
}
