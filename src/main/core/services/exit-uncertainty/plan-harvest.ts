import { fail } from '../../../../shared/errors/failure.ts';
import type { Handler } from '../../call-context.ts';

/** In the making. */
export const planHarvest: Handler<'exit.harvest'> = async () =>
  await Promise.resolve(fail('exit/no-schedule', {}));
