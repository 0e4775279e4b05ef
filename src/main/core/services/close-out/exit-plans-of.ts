/** Saved exit plans: documents of the ledger that are never changed; what became of them stands beside them. */
import { exitRequest } from '../../../../shared/contract/exit-request.ts';
import type { ExitPlanId, HandTick, SavedExitPlan } from '../../../../shared/domain/exit-plan.ts';
import { instantFromIso, toIso } from '../../../../shared/time/instant.ts';
import type { Instant } from '../../../../shared/time/instant.ts';
import { canonicalJson } from '../../../ledger/repositories/canonical-json.ts';
import { keptFor } from '../../kept-for.ts';
import { exitPlanOf } from './exit-plan-document.ts';

const PLAN = 'exit-plan:';
const DROPPED = 'exit-plan-dropped:';
const TICKS = 'exit-plan-ticks:';

export const exitPlanKey = (id: ExitPlanId): string => `${PLAN}${id}`;
export const exitDropKey = (id: ExitPlanId): string => `${DROPPED}${id}`;
export const exitTicksKey = (id: ExitPlanId): string => `${TICKS}${id}`;

/** A plan that another version saved and this one cannot read: kept as it was written, and named. */
interface UnreadExitPlan {
  readonly id: string;
  readonly name: string;
}

const plansIn = keptFor((settings: ReadonlyMap<string, string>) => {
  const read: SavedExitPlan[] = [];
  const unread: UnreadExitPlan[] = [];
  for (const [key, document] of settings) {
    if (!key.startsWith(PLAN)) continue;
    const plan = readable(document);
    if (plan !== null) read.push(withFate(plan, settings));
    else if (!settings.has(exitDropKey(key.slice(PLAN.length) as ExitPlanId)))
      unread.push({ id: key.slice(PLAN.length), name: nameIn(document) });
  }
  return { read: read.toSorted((a, b) => numberOf(a.id) - numberOf(b.id)), unread };
});

/** Every exit plan that was ever saved, dropped and replaced ones too, oldest first; those that cannot be read are left out. */
export const exitPlansOf = (settings: ReadonlyMap<string, string>): readonly SavedExitPlan[] =>
  plansIn(settings).read;

/** Plans that were saved in another shape and are not dropped. */
export const unreadExitPlans = (settings: ReadonlyMap<string, string>): readonly UnreadExitPlan[] =>
  plansIn(settings).unread;

/** null where it was written in another shape. A request that is none any more makes it unreadable: nothing could be planned anew. */
function readable(document: string): ReturnType<typeof exitPlanOf> | null {
  try {
    const plan = exitPlanOf(document);
    return exitRequest.safeParse(JSON.parse(plan.request)).success ? plan : null;
  } catch {
    return null;
  }
}

function nameIn(document: string): string {
  try {
    const { name } = JSON.parse(document) as { readonly name?: unknown };
    return typeof name === 'string' ? name : '';
  } catch {
    return '';
  }
}

/** Those that stand: neither dropped nor replaced by a newer version. */
export const openExitPlans = keptFor((settings: ReadonlyMap<string, string>): readonly SavedExitPlan[] => {
  const plans = exitPlansOf(settings);
  const replaced = new Set(
    plans.flatMap(({ replaces, dropped }) => (dropped === null ? (replaces ?? []) : [])),
  );
  return plans.filter(({ id, dropped }) => dropped === null && !replaced.has(id));
});

/** The plan that took a plan's place; null where none did, or that one was dropped. */
export function replacedBy(id: ExitPlanId, settings: ReadonlyMap<string, string>): ExitPlanId | null {
  const next = exitPlansOf(settings).find(({ replaces, dropped }) => replaces === id && dropped === null);
  return next?.id ?? null;
}

export function nextExitPlanId(settings: ReadonlyMap<string, string>): ExitPlanId {
  const numbers = [...settings.keys()]
    .filter((key) => key.startsWith(PLAN))
    .map((key) => numberOf(key.slice(PLAN.length)) || 0);
  return `exit-${Math.max(0, ...numbers) + 1}` as ExitPlanId;
}

export function dropDocument(at: Instant, reason: string): string {
  return canonicalJson({ at: toIso(at), reason });
}

export function ticksDocument(ticks: readonly HandTick[]): string {
  return canonicalJson(ticks.map((tick) => ({ ...tick, at: toIso(tick.at) })));
}

interface Noted {
  readonly at: string;
  readonly reason: string;
}

function withFate(plan: ReturnType<typeof exitPlanOf>, settings: ReadonlyMap<string, string>): SavedExitPlan {
  const dropped = settings.get(exitDropKey(plan.id));
  const ticks = settings.get(exitTicksKey(plan.id));
  const fate = dropped === undefined ? null : (JSON.parse(dropped) as Noted);
  const ticked =
    ticks === undefined ? [] : (JSON.parse(ticks) as readonly { step: string; at: string; note: string }[]);
  return {
    ...plan,
    dropped: fate === null ? null : { at: instantFromIso(fate.at), reason: fate.reason },
    ticks: ticked.map((tick) => ({ ...tick, at: instantFromIso(tick.at) })),
  };
}

function numberOf(id: string): number {
  return Number(id.slice('exit-'.length));
}
