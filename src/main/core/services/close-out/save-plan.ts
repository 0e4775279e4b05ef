import { fail } from '../../../../shared/errors/failure.ts';
import type { Handler } from '../../call-context.ts';

export const saveExitPlan: Handler<'exit.save'> = async () => fail('exit/nothing-planned', {});
