import type { HandlersOf } from '../../call-context.ts';
import { markStep } from './mark-step.ts';
import { readRecords } from './read-records.ts';

export const planHandlers: HandlersOf<'plan.markStep' | 'plan.records'> = {
  'plan.markStep': markStep,
  'plan.records': readRecords,
};
