import type { HandlersOf } from '../../call-context.ts';
import { dropPlan } from './drop-plan.ts';
import { listContracts } from './list-contracts.ts';
import { listPlans } from './list-plans.ts';
import { previewOverlay } from './preview-overlay.ts';
import { readTargets } from './read-targets.ts';
import { saveOverlay } from './save-overlay.ts';
import { savePolicy } from './save-policy.ts';

export const targetsHandlers: HandlersOf<
  | 'targets.read'
  | 'targets.savePolicy'
  | 'targets.contracts'
  | 'targets.overlay'
  | 'targets.saveOverlay'
  | 'targets.dropPlan'
  | 'targets.plans'
> = {
  'targets.read': readTargets,
  'targets.savePolicy': savePolicy,
  'targets.contracts': listContracts,
  'targets.overlay': previewOverlay,
  'targets.saveOverlay': saveOverlay,
  'targets.dropPlan': dropPlan,
  'targets.plans': listPlans,
};
