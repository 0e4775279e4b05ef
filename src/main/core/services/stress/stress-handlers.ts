import { fail } from '../../../../shared/errors/failure.ts';
import type { HandlersOf } from '../../call-context.ts';

type StressCall =
  | 'stress.scenarios'
  | 'stress.saveScenario'
  | 'stress.removeScenario'
  | 'stress.run'
  | 'stress.grid'
  | 'stress.register';

/** Being built: the shapes stand. */
export const stressHandlers: HandlersOf<StressCall> = {
  'stress.scenarios': async () => fail('call/unknown', { name: 'stress.scenarios' }),
  'stress.saveScenario': async () => fail('call/unknown', { name: 'stress.saveScenario' }),
  'stress.removeScenario': async () => fail('call/unknown', { name: 'stress.removeScenario' }),
  'stress.run': async () => fail('call/unknown', { name: 'stress.run' }),
  'stress.grid': async () => fail('call/unknown', { name: 'stress.grid' }),
  'stress.register': async () => fail('call/unknown', { name: 'stress.register' }),
};
