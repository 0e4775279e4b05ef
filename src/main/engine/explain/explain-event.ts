import type { EventId } from '../../../shared/domain/event.ts';
import type { Trace } from '../../../shared/domain/trace.ts';
import type { ExplainContext } from './explain-context.ts';
import { leaf, node } from './trace-nodes.ts';

/** What one event did to balances, and the gains it gave. null where no event that counts has the id. */
export function eventTrace(id: EventId, context: ExplainContext): Trace | null {
  const event = context.eventOf(id);
  if (event === undefined) return null;
  const events = [id];
  const legs = event.legs.map((leg) =>
    leaf(`${leg.account}: ${leg.role}`, leg.quantity, leg.asset, { events }),
  );
  const gains = context
    .disposalsOfEvent(id)
    .map((one) =>
      leaf(`Gain on lot ${one.lot}`, one.gain, context.prices.currency, { events, lots: [one.lot] }),
    );
  const [first, ...others] = [...legs, ...gains];
  if (first === undefined) return leaf('A row that moves no balance', '0', '', { events });
  return node(`What this row did`, first.value, first.unit, 'each', [first, ...others], { events });
}
