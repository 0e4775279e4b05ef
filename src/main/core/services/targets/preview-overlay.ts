import { ok } from '../../../../shared/errors/failure.ts';
import type { Handler } from '../../call-context.ts';
import { derivedOf } from '../../derived.ts';
import { overlayMarketOf } from './overlay-market.ts';
import { overlayOfRequest } from './overlay-of-request.ts';
import { overlayText } from './overlay-text.ts';

/** The overlay for the contracts chosen, before anything is saved. Errors: those of `overlayOfRequest`. */
export const previewOverlay: Handler<'targets.overlay'> = async (request, context) => {
  const derived = await derivedOf(context);
  if (!derived.ok) return derived;
  const market = await overlayMarketOf(derived.value, request.contracts, context);
  const chosen = overlayOfRequest(derived.value, request, market);
  return chosen.ok
    ? ok(overlayText({ derived: derived.value, request, chosen: chosen.value, market }))
    : chosen;
};
