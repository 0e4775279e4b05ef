import type { HedgeLeg, HedgePlan, PlanStep } from '../../../shared/domain/hedge.ts';
import { toText } from '../../../shared/num/format.ts';
import { toIso } from '../../../shared/time/instant.ts';
import { dateText } from '../../../shared/time/local-date.ts';
import type { Fact } from '../database/content-sum.ts';

/** What a plan, each of its legs and each of its steps adds to the content hash. */
export function planFacts({ id, createdAt, exitDate, legs, steps }: HedgePlan): readonly Fact[] {
  return [
    ['plan', id, toIso(createdAt), dateText(exitDate)],
    ...legs.map((leg, number) => legFact(id, leg, number)),
    ...steps.map((step, number) => stepFact(id, step, number)),
  ];
}

/** What dropping a plan adds: the record that says so. */
export function droppedFact(plan: string, record: number): Fact {
  return ['plan-dropped', plan, record];
}

function legFact(plan: string, leg: HedgeLeg, number: number): Fact {
  const numbers = [toText(leg.quantity), toText(leg.price), toText(leg.notional)];
  const lots = leg.lots.flatMap(({ lot, quantity }) => [lot, toText(quantity)]);
  const counts = [leg.lots.length, leg.fills.length];
  return [
    'leg',
    plan,
    leg.id,
    number,
    leg.asset,
    leg.contract,
    leg.side,
    ...numbers,
    leg.state,
    ...counts,
    ...lots,
    ...leg.fills,
  ];
}

function stepFact(plan: string, { id, date, text, doneAt }: PlanStep, number: number): Fact {
  return ['step', plan, id, number, dateText(date), text, doneAt === null ? null : toIso(doneAt)];
}
