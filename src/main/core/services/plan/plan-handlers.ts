import type { HandlersOf } from '../../call-context.ts';
import { comparePlan } from './compare-plan.ts';
import { markStep } from './mark-step.ts';
import { readRecords } from './read-records.ts';

export const planHandlers: HandlersOf<'plan.compare' | 'plan.markStep' | 'plan.records'> = {
  'plan.compare': comparePlan,
  'plan.markStep': markStep,
  'plan.records': readRecords,
};
