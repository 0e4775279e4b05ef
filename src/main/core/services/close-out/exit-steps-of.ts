import type { ExitPlanId } from '../../../../shared/domain/exit-plan.ts';
import type { LocalDate } from '../../../../shared/time/local-date.ts';
import type { ExitStepKind } from '../../../engine/exit/close-out/exit-steps.ts';
import type { Derived } from '../../derived.ts';
import { keptFor } from '../../kept-for.ts';
import { openExitPlans } from './exit-plans-of.ts';
import { isDone, planProgressOf } from './plan-progress.ts';
import type { StepState } from './plan-progress.ts';
import { rollWords, stateWords, stepWords } from './step-words.ts';

/** A step of a saved exit plan as a calendar and a to-do list show it. */
export interface ExitStepAhead {
  readonly plan: ExitPlanId;
  readonly planName: string;
  readonly id: string;
  readonly date: LocalDate;
  readonly kind: ExitStepKind;
  readonly asset: string;
  readonly account: string | null;
  readonly contract: string | null;
  /** "Buy back 2 contracts of MBTZ26 in IBKR, reduce-only." */
  readonly words: string;
  readonly state: StepState;
  readonly stateWords: string;
  readonly done: boolean;
  /** Of both halves of a roll: all of it in one sentence; null of other steps. */
  readonly rollWords: string | null;
}

/** The steps of every exit plan that stands, by plan and day, with what imported trades made of them. */
export const exitStepsOf = keptFor((derived: Derived): readonly ExitStepAhead[] =>
  openExitPlans(derived.facts.settings).flatMap((plan) =>
    planProgressOf(plan, derived).steps.map((one) => ({
      plan: plan.id,
      planName: plan.name,
      id: one.step.id,
      date: one.step.date,
      kind: one.step.kind,
      asset: one.step.asset,
      account: one.step.account,
      contract: one.step.hedge?.future.contract ?? null,
      words: stepWords(one.step, one.step.quantity, derived),
      state: one.state,
      stateWords: stateWords(one, derived),
      done: isDone(one),
      rollWords: rollWords(one.step, derived),
    })),
  ),
);
