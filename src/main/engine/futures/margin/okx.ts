import { add } from '../../../../shared/num/arithmetic.ts';
import type { MarginStep } from './liquidation-point.ts';
import type { LiquidationModelOf } from './liquidation-model.ts';
import { liquidationOnSteps } from './liquidation-model.ts';
import type { MarginPosition } from './margin-account.ts';
import { maintenanceSteps } from './maintenance-steps.ts';

/**
 * OKX and Gate: the taker fee of the forced sale counts with the maintenance margin:
 * LP = (E − s·margin/q) ÷ (1 − s·(mmr + taker)).
 * Source: freqtrade, exchange/gate and exchange/okx (isolated), after the venues' help pages.
 */
export const okx: LiquidationModelOf = (context) => {
  const { symbol, takerFee } = context.position.terms;
  return takerFee === null
    ? { kind: 'unknown', why: `the taker fee of ${symbol} is not known, and the venue counts it` }
    : liquidationOnSteps(context, withTakerFee);
};

function withTakerFee(position: MarginPosition): readonly MarginStep[] | null {
  const { takerFee } = position.terms;
  if (takerFee === null) return null;
  return maintenanceSteps(position)?.map((step) => ({ ...step, rate: add(step.rate, takerFee) })) ?? null;
}
