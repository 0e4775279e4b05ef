import type { HandlersOf } from '../../call-context.ts';
import { applyScenario } from './apply-scenario.ts';
import { compareScenarios } from './compare-scenarios.ts';
import { listScenarios, removeScenario, renameScenario, saveScenario } from './edit-scenarios.ts';

type ScenarioCall =
  | 'scenarios.list'
  | 'scenarios.save'
  | 'scenarios.rename'
  | 'scenarios.remove'
  | 'scenarios.compare'
  | 'scenarios.apply';

export const scenariosHandlers: HandlersOf<ScenarioCall> = {
  'scenarios.list': listScenarios,
  'scenarios.save': saveScenario,
  'scenarios.rename': renameScenario,
  'scenarios.remove': removeScenario,
  'scenarios.compare': compareScenarios,
  'scenarios.apply': applyScenario,
};
