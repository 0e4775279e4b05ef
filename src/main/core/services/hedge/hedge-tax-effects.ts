import { ok } from '../../../../shared/errors/failure.ts';
import { dateText } from '../../../../shared/time/local-date.ts';
import type { Handler } from '../../call-context.ts';
import { derivedOf } from '../../derived.ts';
import { overlayMarketOf } from '../targets/overlay-market.ts';
import { overlayOfRequest } from '../targets/overlay-of-request.ts';

/** What a hedge does to lots and taxes, before it is saved. Errors: those of `overlayOfRequest`. */
export const hedgeTaxEffectsHandler: Handler<'hedge.taxEffects'> = async ({ overlay }, context) => {
  const derived = await derivedOf(context);
  if (!derived.ok) return derived;
  const market = await overlayMarketOf(derived.value, overlay.contracts, context);
  const chosen = overlayOfRequest(derived.value, overlay, market);
  if (!chosen.ok) return chosen;
  return ok({
    asOf: dateText(derived.value.asOf),
    closings: [],
    lots: [],
    closed: [],
    verdict: {
      kind: 'unknown',
      sentence: 'The tax effect of this hedge is not computed yet.',
      cost: null,
      sellingNow: null,
      reasons: [],
    },
    notes: [],
    issues: [],
  });
};
