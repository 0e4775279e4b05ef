/** Saved exit plans and the close-out sheet of a day. Pure. */
import type { CallAnswer } from '../../../../shared/contract/contract.ts';
import { isZero } from '../../../../shared/num/arithmetic.ts';
import { quantity } from '../../../../shared/num/parse.ts';
import type { Plan } from '../view-model.ts';

export type Sheet = CallAnswer<'exit.sheet'>;
export type Order = Sheet['orders'][number];
export type SheetStep = Sheet['steps'][number];
export type ExitPlanKept = CallAnswer<'exit.list'>['plans'][number];
export type Progress = CallAnswer<'exit.progress'>;
export type StepState = SheetStep['state'];

export const stateWords: Readonly<Record<StepState, string>> = {
  waiting: 'Not yet',
  due: 'Today',
  late: 'Late',
  partly: 'Partly done',
  done: 'Done',
  over: 'More than planned',
  'by-hand': 'Ticked by hand',
};

export const stateColors: Readonly<Record<StepState, string>> = {
  waiting: 'gray',
  due: 'blue',
  late: 'orange',
  partly: 'yellow',
  done: 'teal',
  over: 'orange',
  'by-hand': 'teal',
};

/** Plans that stand: neither dropped nor replaced, newest first. */
export function standing(plans: readonly ExitPlanKept[]): readonly ExitPlanKept[] {
  return plans
    .filter(({ dropped, replacedBy }) => dropped === null && replacedBy === null)
    .toSorted((a, b) => b.savedAt.localeCompare(a.savedAt));
}

export type Chosen =
  | { readonly kind: 'exit'; readonly plan: ExitPlanKept }
  | { readonly kind: 'hedge'; readonly plan: Plan }
  | null;

/** What the address names; else the newest exit plan, else the newest hedge plan. In: both newest first. */
export function chosenOf(
  exits: readonly ExitPlanKept[],
  hedges: readonly Plan[],
  named: { readonly exit?: string | undefined; readonly hedge?: string | undefined },
): Chosen {
  const exit = exits.find(({ id }) => id === named.exit);
  if (exit !== undefined) return { kind: 'exit', plan: exit };
  const hedge = hedges.find(({ id }) => id === named.hedge);
  if (hedge !== undefined) return { kind: 'hedge', plan: hedge };
  const [firstExit] = exits;
  if (firstExit !== undefined) return { kind: 'exit', plan: firstExit };
  const [firstHedge] = hedges;
  return firstHedge === undefined ? null : { kind: 'hedge', plan: firstHedge };
}

/** The day that the address names if the plan has it, else the next one, else its last. */
export function dayOf(plan: ExitPlanKept, named: string | undefined): string | null {
  if (plan.days.some(({ date }) => date === named)) return named ?? null;
  return plan.nextDay ?? plan.days.at(-1)?.date ?? null;
}

/** Sales whose lots have no record yet. */
export function unrecorded(identify: Sheet['identify']): Sheet['identify'] {
  return identify.filter(({ recorded }) => recorded === null);
}

/** True where a step may be ticked by hand: nothing or not all of it came in. */
export function canTick({ state, left }: SheetStep): boolean {
  return state !== 'done' && state !== 'over' && (state === 'by-hand' || !isZero(quantity(left)));
}
