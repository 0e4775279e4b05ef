import type { LiquidationModelOf } from './liquidation-model.ts';
import { liquidationOnSteps } from './liquidation-model.ts';

/**
 * Binance USD-M: LP = (W − TMM + UPNL + cum − s·q·E) ÷ (q·mmr − s·q); in hedge mode both sides stand in it. Isolated: W
 * is the isolated wallet without unrealised profit, others count nothing. The tier is the one at LP.
 * Source: Binance FAQ b3c689c1f50a44cabb3a84e663b81d93 "How to calculate liquidation price of USD-M futures contracts".
 */
export const binance: LiquidationModelOf = (context) => liquidationOnSteps(context);
