import type { CallAnswer, CallRequest } from '../../../../shared/contract/contract.ts';
import type { Derived } from '../../derived.ts';
import type { OverlayMarket } from './overlay-market.ts';
import type { ChosenOverlay } from './overlay-of-request.ts';

/** All that one answer about an overlay is written from. */
export interface OverlayView {
  readonly derived: Derived;
  readonly request: CallRequest<'targets.overlay'>;
  readonly chosen: ChosenOverlay;
  readonly market: OverlayMarket;
}

export type OverlayAnswer = CallAnswer<'targets.overlay'>;
export type LegAnswer = OverlayAnswer['legs'][number];
