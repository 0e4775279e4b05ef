import type { LiquidationModelOf } from './liquidation-model.ts';
import { liquidationOnSteps } from './liquidation-model.ts';

/**
 * Coin-margined contracts (Binance COIN-M, OKX, Bybit since 2026): LP = N·(mmr + s) ÷ (W + cum + s·N/E). A short of N
 * with W + cum ≥ N/E has none: its coins are worth what it owes at every price.
 * Source: Binance FAQ on COIN-M liquidation (with its loop over tiers); derived, equals Bybit's published form.
 */
export const inverse: LiquidationModelOf = (context) => liquidationOnSteps(context);
