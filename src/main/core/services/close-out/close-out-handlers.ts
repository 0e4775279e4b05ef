import type { HandlersOf } from '../../call-context.ts';
import { identifySales } from './identify-sales.ts';
import { dropExitPlan, listExitPlans, tickStep } from './list-plans.ts';
import { readProgress } from './read-progress.ts';
import { readSheet } from './read-sheet.ts';
import { replanExit } from './replan.ts';
import { saveExitPlan } from './save-plan.ts';

export const closeOutHandlers: HandlersOf<
  | 'exit.save'
  | 'exit.list'
  | 'exit.drop'
  | 'exit.progress'
  | 'exit.sheet'
  | 'exit.identify'
  | 'exit.tick'
  | 'exit.replan'
> = {
  'exit.save': saveExitPlan,
  'exit.list': listExitPlans,
  'exit.drop': dropExitPlan,
  'exit.progress': readProgress,
  'exit.sheet': readSheet,
  'exit.identify': identifySales,
  'exit.tick': tickStep,
  'exit.replan': replanExit,
};
