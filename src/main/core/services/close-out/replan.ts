import { fail } from '../../../../shared/errors/failure.ts';
import type { Handler } from '../../call-context.ts';

export const replanExit: Handler<'exit.replan'> = async () => fail('exit/nothing-planned', {});
