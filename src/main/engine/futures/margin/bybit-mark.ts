import type { LiquidationModelOf } from './liquidation-model.ts';
import { liquidationOnSteps } from './liquidation-model.ts';

/**
 * Bybit since 2026: maintenance margin at the mark's value. LP = (s·q·E − IM − X − deduction) ÷ (q·(s − mmr)), with IM the
 * margin at entry and X what was added: both are the isolated margin here. Coin-margined contracts divide X by
 * 1 ± taker fee as well; that is left out (X is not known apart), at most 0.06 % of what was added.
 * Source: Bybit help, "Liquidation price" as of 2026-05-27.
 */
export const bybitMark: LiquidationModelOf = (context) => liquidationOnSteps(context);
