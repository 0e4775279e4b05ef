import { rateFromFraction } from '../../../../shared/num/integers.ts';
import { zeroQuantity } from '../../../../shared/num/types.ts';
import { settleAmount } from '../units.ts';
import type { MarginStep } from './liquidation-point.ts';
import type { LiquidationModelOf } from './liquidation-model.ts';
import { liquidationOnSteps } from './liquidation-model.ts';
import type { MarginPosition } from './margin-account.ts';
import { maintenanceSteps } from './maintenance-steps.ts';

/**
 * Hyperliquid: half of the initial margin at the largest leverage, l = 1 ÷ (2 × largest leverage):
 * LP = P − s·available/q ÷ (1 − l·s), available = isolated margin − value × l.
 * Source: Hyperliquid documentation, "Liquidations"; freqtrade tests, 29 positions as the venue returned them.
 */
export const hyperliquid: LiquidationModelOf = (context) => liquidationOnSteps(context, halfOfInitial);

function halfOfInitial(position: MarginPosition): readonly MarginStep[] | null {
  const { margin, maxLeverage } = position.terms;
  if (margin !== null) return maintenanceSteps(position);
  if (maxLeverage === null || maxLeverage <= 0) return null;
  const rate = rateFromFraction(1n, BigInt(2 * maxLeverage), 'half-even');
  return [{ cap: null, rate, deduction: settleAmount(zeroQuantity) }];
}
