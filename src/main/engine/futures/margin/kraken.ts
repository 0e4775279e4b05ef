import type { LiquidationModelOf } from './liquidation-model.ts';
import { liquidationOnSteps } from './liquidation-model.ts';

/**
 * Kraken Futures: the rate of the level counts for the whole position, so margin jumps at a level's end and a
 * liquidation price can lie just there. Kraken prints no formula; this is equity = maintenance margin, an estimate.
 * Source: Kraken support, margin schedules (the whole-position rate from general knowledge).
 */
export const kraken: LiquidationModelOf = (context) => liquidationOnSteps(context);
