import type {
  HedgeLeg,
  HedgeLegId,
  HedgePlan,
  IdentificationRecord,
  PlanId,
} from '../../../shared/domain/hedge.ts';
import { invariant } from '../../../shared/invariant.ts';
import { toText } from '../../../shared/num/format.ts';
import { epochMs, type Instant } from '../../../shared/time/instant.ts';
import { dateText } from '../../../shared/time/local-date.ts';
import { refuse, type Change } from '../database/change.ts';
import type { LegLinks, NewRecord, StoredPlan } from '../ledger.ts';
import { canonicalJson } from './canonical-json.ts';
import { baselineDocument } from './plan-baseline-document.ts';
import { droppedFact, planFacts } from './plan-facts.ts';
import { readPlan } from './plan-reader.ts';
import { appendRecord } from './records.ts';

/** Stores a plan together with the record that identifies what it hedges, and with others of the same moment. */
export async function storePlan(
  change: Change,
  plan: HedgePlan,
  identification: NewRecord,
  also: readonly NewRecord[] = [],
): Promise<StoredPlan> {
  const record = await appendRecord(change, identification);
  for (const other of also) await appendRecord(change, other);
  await change.transaction
    .insertInto('hedge_plan')
    .values({
      id: plan.id,
      created_at: epochMs(plan.createdAt),
      exit_date: dateText(plan.exitDate),
      record: record.sequence,
      reason: plan.reason,
      baseline: plan.baseline === null ? null : baselineDocument(plan.baseline),
    })
    .executeTakeFirstOrThrow();
  for (const [number, leg] of plan.legs.entries()) await insertLeg(change, plan.id, leg, number);
  await insertSteps(change, plan);
  for (const fact of planFacts(plan)) change.content.add(fact);
  return { plan, record, dropped: null };
}

/** Errors: `targets/no-such-plan`, also for one that was dropped before. */
export async function dropStoredPlan(
  change: Change,
  plan: PlanId,
  at: Instant,
): Promise<IdentificationRecord> {
  const stored = await change.transaction
    .selectFrom('hedge_plan')
    .select('record')
    .where('id', '=', plan)
    .where('dropped', 'is', null)
    .executeTakeFirst();
  if (stored === undefined) refuse('targets/no-such-plan', { plan });
  const body = canonicalJson({ plan, record: stored.record });
  const record = await appendRecord(change, { kind: 'plan-dropped', body, recordedAt: at });
  const { numUpdatedRows } = await change.transaction
    .updateTable('hedge_plan')
    .set({ dropped: record.sequence })
    .where('id', '=', plan)
    .executeTakeFirstOrThrow();
  invariant(numUpdatedRows === 1n, 'one plan is dropped');
  change.content.add(droppedFact(plan, record.sequence));
  return record;
}

/**
 * Which fills a leg is and which lots it hedges, in place of what was said before, with the record that says so first
 * and others of the same moment after it. Out: the first.
 * Errors: `ledger/no-such-leg`, `ledger/record-before-last`.
 */
export async function storeLegFills(
  change: Change,
  plan: PlanId,
  leg: HedgeLegId,
  { fills, lots }: LegLinks,
  [record, ...also]: readonly [NewRecord, ...NewRecord[]],
): Promise<IdentificationRecord> {
  const known = (await readPlan(change.transaction, plan))?.legs.some(({ id }) => id === leg) ?? false;
  if (!known) refuse('ledger/no-such-leg', { leg });
  await revise(change, plan, async () => {
    for (const table of ['hedge_leg_fill', 'hedge_leg_lot'] as const)
      await change.transaction.deleteFrom(table).where('plan', '=', plan).where('leg', '=', leg).execute();
    await insertFills(change, plan, leg, fills);
    await insertLots(change, plan, leg, lots);
  });
  const stored = await appendRecord(change, record);
  for (const other of also) await appendRecord(change, other);
  return stored;
}

/** Errors: `ledger/no-such-step`. */
export async function storeStepMark(
  change: Change,
  plan: PlanId,
  step: string,
  doneAt: Instant | null,
): Promise<void> {
  await revise(change, plan, async () => {
    const { numUpdatedRows } = await change.transaction
      .updateTable('plan_step')
      .set({ done_at: doneAt === null ? null : epochMs(doneAt) })
      .where('plan', '=', plan)
      .where('id', '=', step)
      .executeTakeFirstOrThrow();
    if (numUpdatedRows === 0n) refuse('ledger/no-such-step', { step });
  });
}

/** Exchanges the plan's facts for those that it has after the work. */
async function revise(change: Change, plan: PlanId, work: () => Promise<void>): Promise<void> {
  const before = await readPlan(change.transaction, plan);
  await work();
  const after = await readPlan(change.transaction, plan);
  invariant(before !== undefined && after !== undefined, `plan ${plan} holds what was changed in it`);
  for (const fact of planFacts(before)) change.content.remove(fact);
  for (const fact of planFacts(after)) change.content.add(fact);
}

async function insertLeg(change: Change, plan: PlanId, leg: HedgeLeg, number: number): Promise<void> {
  const { id, asset, contract, side, lots } = leg;
  const quantity = toText(leg.quantity);
  const price = toText(leg.price);
  const notional = toText(leg.notional);
  const wanted = leg.wanted === null ? null : toText(leg.wanted);
  await change.transaction
    .insertInto('hedge_leg')
    .values({ plan, id, number, asset, contract, side, quantity, price, notional, wanted })
    .executeTakeFirstOrThrow();
  await insertLots(change, plan, id, lots);
  await insertFills(change, plan, id, leg.fills);
}

async function insertLots(
  change: Change,
  plan: PlanId,
  leg: HedgeLegId,
  lots: HedgeLeg['lots'],
): Promise<void> {
  const rows = lots.map(({ lot, quantity }, number) => ({
    plan,
    leg,
    number,
    lot,
    quantity: toText(quantity),
  }));
  for (const part of parts(rows)) await change.transaction.insertInto('hedge_leg_lot').values(part).execute();
}

async function insertFills(
  change: Change,
  plan: PlanId,
  leg: HedgeLegId,
  fills: readonly string[],
): Promise<void> {
  const rows = fills.map((event, number) => ({ plan, leg, number, event }));
  for (const part of parts(rows))
    await change.transaction.insertInto('hedge_leg_fill').values(part).execute();
}

async function insertSteps(change: Change, { id: plan, steps }: HedgePlan): Promise<void> {
  const rows = steps.map(({ id, date, text, doneAt }, number) => ({
    plan,
    id,
    number,
    date: dateText(date),
    text,
    done_at: doneAt === null ? null : epochMs(doneAt),
  }));
  for (const part of parts(rows)) await change.transaction.insertInto('plan_step').values(part).execute();
}

/** SQLite takes 32 766 values in a statement; a leg can have more fills than that. */
const ROWS_AT_ONCE = 4000;

function parts<Row>(rows: readonly Row[]): readonly (readonly Row[])[] {
  return Array.from({ length: Math.ceil(rows.length / ROWS_AT_ONCE) }, (_, part) =>
    rows.slice(part * ROWS_AT_ONCE, (part + 1) * ROWS_AT_ONCE),
  );
}
