import { ok } from '../../../../shared/errors/failure.ts';
import type { Handler } from '../../call-context.ts';
import { readProjection } from './read-projection.ts';

/** The projection with a scenario beside it. It never writes. */
export const readWhatIf: Handler<'plan.whatIf'> = async (request, context) => {
  const projection = await readProjection(request, context);
  if (!projection.ok) return projection;
  return ok({
    projection: projection.value,
    totalTax: { planned: '0', scenario: '0', difference: '0' },
    words: [],
  });
};
