import { negate } from '../../../../shared/num/arithmetic.ts';
import { zeroRate } from '../../../../shared/num/types.ts';
import { payoffRules } from '../payoff/payoff-rules.ts';
import type { MarginStep } from './liquidation-point.ts';
import type { LiquidationModelOf } from './liquidation-model.ts';
import { liquidationOnSteps } from './liquidation-model.ts';
import type { MarginPosition } from './margin-account.ts';
import { maintenanceMargin } from './maintenance-margin.ts';

/**
 * Bybit before 2026: initial and maintenance margin stay at the entry's value. Linear LP = E − s·(IM − MM + X)/q;
 * inverse LP = N ÷ (N/E + s·(IM − MM + X)). Added margin X moves a linear price by X/q.
 * Source: Bybit help, "Liquidation Price (USDT Contract)" and "(Inverse Contract)", older copies.
 */
export const bybitEntry: LiquidationModelOf = (context) => liquidationOnSteps(context, atEntry);

/** Maintenance as a fixed amount: a deduction below zero. */
function atEntry(position: MarginPosition): readonly MarginStep[] | null {
  const { terms, side, size, entryValue, at } = position;
  const entry = payoffRules(terms.payoff).averageEntry(size, entryValue);
  const margin = maintenanceMargin(terms, side, size, { ...at, price: entry });
  return margin === null ? null : [{ cap: null, rate: zeroRate, deduction: negate(margin) }];
}
