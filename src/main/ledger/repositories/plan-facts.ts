import type { HedgeLeg, HedgePlan, PlanStep } from '../../../shared/domain/hedge.ts';
import { toText } from '../../../shared/num/format.ts';
import { toIso } from '../../../shared/time/instant.ts';
import { dateText } from '../../../shared/time/local-date.ts';
import type { Fact } from '../database/content-sum.ts';
import { baselineDocument } from './plan-baseline-document.ts';

/** What a plan, each of its legs and each of its steps adds to the content hash. */
export function planFacts(plan: HedgePlan): readonly Fact[] {
  const { id, createdAt, exitDate, legs, steps } = plan;
  return [
    ['plan', id, toIso(createdAt), dateText(exitDate)],
    ...whyFacts(plan),
    ...legs.map((leg, number) => legFact(id, leg, number)),
    ...legs.flatMap((leg) => wantedFacts(id, leg)),
    ...steps.map((step, number) => stepFact(id, step, number)),
  ];
}

/** What dropping a plan adds: the record that says so. */
export function droppedFact(plan: string, record: number): Fact {
  return ['plan-dropped', plan, record];
}

/** None for plans saved before a reason and a baseline were kept. */
function whyFacts({ id, reason, baseline }: HedgePlan): readonly Fact[] {
  return reason === '' && baseline === null
    ? []
    : [['plan-why', id, reason, baseline === null ? null : baselineDocument(baseline)]];
}

function wantedFacts(plan: string, { id, wanted }: HedgeLeg): readonly Fact[] {
  return wanted === null ? [] : [['leg-wanted', plan, id, toText(wanted)]];
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
    // Where a state was kept once. It never was another, and facts of saved plans do not change.
    'planned',
    ...counts,
    ...lots,
    ...leg.fills,
  ];
}

function stepFact(plan: string, { id, date, text, doneAt }: PlanStep, number: number): Fact {
  return ['step', plan, id, number, dateText(date), text, doneAt === null ? null : toIso(doneAt)];
}
