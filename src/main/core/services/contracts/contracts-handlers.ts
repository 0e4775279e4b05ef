import { fail } from '../../../../shared/errors/failure.ts';
import type { HandlersOf } from '../../call-context.ts';

type ContractsCall =
  | 'contracts.list'
  | 'contracts.read'
  | 'contracts.tryValue'
  | 'contracts.correct'
  | 'contracts.takeBack'
  | 'contracts.add'
  | 'contracts.remove'
  | 'contracts.selfCheck';

/** Being built: the shapes stand. */
export const contractsHandlers: HandlersOf<ContractsCall> = {
  'contracts.list': async () => fail('call/unknown', { name: 'contracts.list' }),
  'contracts.read': async () => fail('call/unknown', { name: 'contracts.read' }),
  'contracts.tryValue': async () => fail('call/unknown', { name: 'contracts.tryValue' }),
  'contracts.correct': async () => fail('call/unknown', { name: 'contracts.correct' }),
  'contracts.takeBack': async () => fail('call/unknown', { name: 'contracts.takeBack' }),
  'contracts.add': async () => fail('call/unknown', { name: 'contracts.add' }),
  'contracts.remove': async () => fail('call/unknown', { name: 'contracts.remove' }),
  'contracts.selfCheck': async () => fail('call/unknown', { name: 'contracts.selfCheck' }),
};
