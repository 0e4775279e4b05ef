import { query, task } from './call.ts';
import { calcExitPlanInput, calcExitPlanOutput } from './calc-exit-plan.ts';
import { calcGainsInput, calcGainsOutput } from './calc-gains.ts';
import { calcHedgeSizeInput, calcHedgeSizeOutput } from './calc-hedge-size.ts';
import { calcLiquidationInput, calcLiquidationOutput } from './calc-liquidation.ts';
import { calcOverlayInput, calcOverlayOutput } from './calc-overlay.ts';
import { calcPositionInput, calcPositionOutput } from './calc-position.ts';
import { calcSlippageInput, calcSlippageOutput } from './calc-slippage.ts';
import { calcStressInput, calcStressOutput } from './calc-stress.ts';
import { calcStraddleYearInput, calcStraddleYearOutput } from './calc-straddle-year.ts';
import { calcTaxYearInput, calcTaxYearOutput } from './calc-tax-year.ts';

/** The engine as a calculator: no ledger, one document in, one out. */
export const calcCalls = {
  'calc.gains': query(calcGainsInput, calcGainsOutput),
  'calc.tax-year': query(calcTaxYearInput, calcTaxYearOutput),
  'calc.overlay': query(calcOverlayInput, calcOverlayOutput),
  'calc.hedge-size': query(calcHedgeSizeInput, calcHedgeSizeOutput),
  'calc.slippage': query(calcSlippageInput, calcSlippageOutput),
  'calc.liquidation': query(calcLiquidationInput, calcLiquidationOutput),
  'calc.position': query(calcPositionInput, calcPositionOutput),
  'calc.straddle-year': query(calcStraddleYearInput, calcStraddleYearOutput),
  'calc.exit-plan': task(calcExitPlanInput, calcExitPlanOutput),
  'calc.stress': query(calcStressInput, calcStressOutput),
};
