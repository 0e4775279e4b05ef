import type { HandlersOf } from '../../call-context.ts';
import { planHarvest } from './plan-harvest.ts';
import { planPaths } from './plan-paths.ts';
import { planSensitivity } from './plan-sensitivity.ts';

export const exitUncertaintyHandlers: HandlersOf<'exit.paths' | 'exit.sensitivity' | 'exit.harvest'> = {
  'exit.paths': planPaths,
  'exit.sensitivity': planSensitivity,
  'exit.harvest': planHarvest,
};
