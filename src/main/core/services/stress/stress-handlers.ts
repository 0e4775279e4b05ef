import type { HandlersOf } from '../../call-context.ts';
import { listScenarios } from './list-scenarios.ts';
import { readGrid } from './price-grid.ts';
import { readRegister } from './read-register.ts';
import { runScenarios } from './run-scenarios.ts';
import { removeScenario, saveScenario } from './save-scenario.ts';

type StressCall =
  | 'stress.scenarios'
  | 'stress.saveScenario'
  | 'stress.removeScenario'
  | 'stress.run'
  | 'stress.grid'
  | 'stress.register';

export const stressHandlers: HandlersOf<StressCall> = {
  'stress.scenarios': listScenarios,
  'stress.saveScenario': saveScenario,
  'stress.removeScenario': removeScenario,
  'stress.run': runScenarios,
  'stress.grid': readGrid,
  'stress.register': readRegister,
};
