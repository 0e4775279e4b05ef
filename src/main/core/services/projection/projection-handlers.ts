import type { HandlersOf } from '../../call-context.ts';
import { readProjection } from './read-projection.ts';
import { readWhatIf } from './read-what-if.ts';

export const projectionHandlers: HandlersOf<'plan.projection' | 'plan.whatIf'> = {
  'plan.projection': readProjection,
  'plan.whatIf': readWhatIf,
};
