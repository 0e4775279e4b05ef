import { fail, ok } from '../../../../shared/errors/failure.ts';
import type { PlanId } from '../../../../shared/domain/hedge.ts';
import { toIso } from '../../../../shared/time/instant.ts';
import type { Handler } from '../../call-context.ts';

/**
 * Drops a saved plan: it leaves lists, dates and hedged lots. The record of what it was to hedge stays, and a record
 * that it was dropped follows it. Errors: `targets/no-such-plan` and those of writing.
 */
export const dropPlan: Handler<'targets.dropPlan'> = async ({ plan }, { session, clock }) => {
  if (session.ledger === null) return fail('ledger/locked', {});
  const dropped = await session.ledger.write.dropPlan(plan as PlanId, clock);
  if (!dropped.ok) return dropped;
  const { sequence, recordedAt, hash } = dropped.value;
  return ok({ record: { sequence, recordedAt: toIso(recordedAt), hash } });
};
