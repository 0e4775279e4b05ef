import type { Kysely, Selectable } from 'kysely';
import { assetId } from '../../../shared/domain/asset.ts';
import type { ContractId } from '../../../shared/domain/contract-spec.ts';
import type { EventId, Side } from '../../../shared/domain/event.ts';
import type { HedgeLeg, HedgeLegId, HedgePlan, PlanId, PlanStep } from '../../../shared/domain/hedge.ts';
import type { LotId } from '../../../shared/domain/lot.ts';
import { invariant } from '../../../shared/invariant.ts';
import { money, price, quantity } from '../../../shared/num/parse.ts';
import { instantFromEpochMs } from '../../../shared/time/instant.ts';
import { localDate } from '../../../shared/time/local-date.ts';
import type { LedgerSchema } from '../database/schema.ts';
import type { StoredPlan } from '../ledger.ts';
import { baselineOf } from './plan-baseline-document.ts';
import { recordOf } from './records.ts';

type Db = Kysely<LedgerSchema>;

/** All plans with the record each was saved with, oldest first. */
export async function readPlans(db: Db): Promise<readonly StoredPlan[]> {
  const plans = await db.selectFrom('hedge_plan').selectAll().orderBy('record').execute();
  return Promise.all(plans.map((plan) => readStoredPlan(db, plan)));
}

export async function readPlan(db: Db, id: PlanId): Promise<HedgePlan | undefined> {
  const plan = await db.selectFrom('hedge_plan').selectAll().where('id', '=', id).executeTakeFirst();
  return plan === undefined ? undefined : (await readStoredPlan(db, plan)).plan;
}

async function readStoredPlan(db: Db, plan: Selectable<LedgerSchema['hedge_plan']>): Promise<StoredPlan> {
  const record = await db
    .selectFrom('identification_record')
    .selectAll()
    .where('sequence', '=', plan.record)
    .executeTakeFirst();
  invariant(record !== undefined, `plan ${plan.id} was saved with its record`);
  return {
    plan: {
      id: plan.id as PlanId,
      createdAt: instantFromEpochMs(plan.created_at),
      exitDate: localDate(plan.exit_date),
      reason: plan.reason,
      baseline: plan.baseline === null ? null : baselineOf(plan.baseline),
      legs: await readLegs(db, plan.id),
      steps: await readSteps(db, plan.id),
    },
    record: recordOf(record),
    dropped: plan.dropped,
  };
}

async function readLegs(db: Db, plan: string): Promise<readonly HedgeLeg[]> {
  const legs = await db
    .selectFrom('hedge_leg')
    .selectAll()
    .where('plan', '=', plan)
    .orderBy('number')
    .execute();
  const lots = await db
    .selectFrom('hedge_leg_lot')
    .selectAll()
    .where('plan', '=', plan)
    .orderBy('number')
    .execute();
  const fills = await db
    .selectFrom('hedge_leg_fill')
    .selectAll()
    .where('plan', '=', plan)
    .orderBy('number')
    .execute();
  const lotsOf = Map.groupBy(lots, ({ leg }) => leg);
  const fillsOf = Map.groupBy(fills, ({ leg }) => leg);
  return legs.map((leg) => ({
    id: leg.id as HedgeLegId,
    asset: assetId(leg.asset),
    contract: leg.contract as ContractId,
    side: leg.side as Side,
    quantity: quantity(leg.quantity),
    price: price(leg.price),
    notional: money(leg.notional),
    wanted: leg.wanted === null ? null : quantity(leg.wanted),
    lots: (lotsOf.get(leg.id) ?? []).map((lot) => ({
      lot: lot.lot as LotId,
      quantity: quantity(lot.quantity),
    })),
    fills: (fillsOf.get(leg.id) ?? []).map(({ event }) => event as EventId),
  }));
}

async function readSteps(db: Db, plan: string): Promise<readonly PlanStep[]> {
  const steps = await db
    .selectFrom('plan_step')
    .selectAll()
    .where('plan', '=', plan)
    .orderBy('number')
    .execute();
  return steps.map(({ id, date, text, done_at }) => ({
    id,
    date: localDate(date),
    text,
    doneAt: done_at === null ? null : instantFromEpochMs(done_at),
  }));
}
