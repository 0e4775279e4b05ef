import type { CallRequest } from '../../../../shared/contract/contract.ts';
import type { SavedExitPlan } from '../../../../shared/domain/exit-plan.ts';
import { fail, failure, ok } from '../../../../shared/errors/failure.ts';
import type { Result } from '../../../../shared/errors/failure.ts';
import { dateText } from '../../../../shared/time/local-date.ts';
import type { ExitSchedule } from '../../../engine/exit/exit-schedule.ts';
import { traceOfPrice } from '../../../engine/exit/price-trace.ts';
import { feasibility } from '../../../engine/exit/feasibility.ts';
import { priceSchedule } from '../../../engine/exit/price-schedule.ts';
import type { PricedSchedule } from '../../../engine/exit/priced-schedule.ts';
import { savedPlan } from '../../../engine/exit/close-out/saved-plan.ts';
import { listText } from '../../../engine/words.ts';
import { canonicalJson } from '../../../ledger/repositories/canonical-json.ts';
import type { CallContext, Handler } from '../../call-context.ts';
import { derivedOf } from '../../derived.ts';
import type { Derived } from '../../derived.ts';
import { exitCaseOf } from '../exit/exit-case-of.ts';
import { exitMarketOf } from '../exit/exit-market.ts';
import { scheduleFromText } from '../exit/schedule-text.ts';
import type { ExitSetup } from '../exit/exit-setup.ts';
import { traceText } from '../trace-text.ts';
import { standingPlan } from './chosen-plan.ts';
import { exitPlanDocument } from './exit-plan-document.ts';
import type { ExitPlanCore } from './exit-plan-document.ts';
import { exitPlanKey, nextExitPlanId } from './exit-plans-of.ts';
import { savedPlanText } from './plan-text.ts';
import { tradesSince } from './plan-progress.ts';

type Save = CallRequest<'exit.save'>;

/**
 * Keeps a schedule with what the tax engine makes of it. It is checked against the request's own limits and priced anew:
 * what a caller says it costs is not asked.
 * Errors: those of `exitCaseOf`, `exit/lot-not-there`, `exit/nothing-planned`, those of `feasibility`, `exit/no-such-plan`,
 * `exit/plan-dropped`, `exit/plan-replaced`, `ledger/locked` and of writing.
 */
export const saveExitPlan: Handler<'exit.save'> = async (request, context) => {
  const found = await derivedOf(context);
  if (!found.ok) return found;
  const derived = found.value;
  const { ledger } = context.session;
  if (ledger === null) return fail('ledger/locked', {});
  const before = request.replaces === undefined ? ok(null) : standingPlan(request.replaces, derived);
  if (!before.ok) return before;
  const made = await planOf(request, before.value, derived, context);
  if (!made.ok) return made;
  const stored = await ledger.write.saveSetting(
    exitPlanKey(made.value.id),
    exitPlanDocument(made.value),
    context.clock,
  );
  return stored.ok ? ok(savedPlanText({ ...made.value, dropped: null, ticks: [] }, derived)) : stored;
};

async function planOf(
  request: Save,
  before: SavedExitPlan | null,
  derived: Derived,
  context: CallContext,
): Promise<Result<ExitPlanCore>> {
  const schedule = scheduleFromText(request.schedule);
  const unknown = lotsNotThere(schedule, derived);
  if (unknown.length > 0)
    return fail('exit/lot-not-there', { lots: listText(unknown) }, { field: 'schedule' });
  const market = await exitMarketOf(derived, request.request, context);
  const given = exitCaseOf(derived, request.request, market);
  if (!given.ok) return given;
  const possible = checked(given.value, schedule);
  if (!possible.ok) return possible;
  const priced = priceSchedule(given.value, schedule);
  const part = savedPlan(given.value, priced);
  if (part.days.length === 0) return fail('exit/nothing-planned', {}, { field: 'schedule' });
  return ok({
    ...part,
    id: nextExitPlanId(derived.facts.settings),
    name: request.name,
    reason: request.reason ?? '',
    version: before === null ? 1 : before.version + 1,
    replaces: before?.id ?? null,
    savedAt: context.clock,
    request: canonicalJson(request.request),
    trace: JSON.stringify(traceText(traceOfPrice(given.value, priced))),
    assumptions: assumptionsOf(given.value, priced),
    before: tradesSince(part.asOf, [], derived).map(({ event }) => event),
  });
}

/** Lots that the ledger does not have, or that hold nothing any more. */
function lotsNotThere({ days }: ExitSchedule, { heldLots }: Derived): readonly string[] {
  const held = new Set(heldLots.map(({ id }) => id));
  const named = days.flatMap(({ sells }) => sells.map(({ lot }) => lot));
  return [...new Set(named)].filter((lot) => !held.has(lot)).map((lot) => `"${lot}"`);
}

/** Every limit that the schedule breaks, together. */
function checked(given: ExitSetup, schedule: ExitSchedule): Result<void> {
  const broken = feasibility(given, schedule).map(({ issue }) => issue);
  const [first] = broken;
  if (first === undefined) return ok(undefined);
  const where = { field: 'schedule' };
  if (broken.length === 1) return { ok: false, failure: { ...first, where } };
  const values = {
    count: broken.length,
    problems: broken.map(({ message }, place) => `${place + 1}. ${message}`).join(' '),
    fixes: [...new Set(broken.map(({ fix }) => fix))].join(' '),
  };
  return { ok: false, failure: failure('exit/several', values, where) };
}

function assumptionsOf({ assumptions, notes }: ExitSetup, { flows }: PricedSchedule): readonly string[] {
  const rolls = flows.moves
    .filter(({ move }) => move === 'roll')
    .map(
      ({ date, future }) => `${future.terms.symbol} is rolled into a later contract on ${dateText(date)}.`,
    );
  return [
    ...new Set([
      ...assumptions.map(
        ({ label, value, unit, from }) =>
          `${label}: ${value}${unit === 'share' ? '' : ` ${unit}`} (${from}).`,
      ),
      ...rolls,
      ...notes,
    ]),
  ];
}
