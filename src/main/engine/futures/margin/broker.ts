import type { LiquidationModelOf } from './liquidation-model.ts';
import { liquidationOnSteps } from './liquidation-model.ts';

/**
 * A United States broker: no liquidation price, but one at which equity falls to the overnight maintenance and money is
 * called for, back up to the initial margin: P = E − s·(equity − maintenance) ÷ (contracts × multiplier). Brokers may
 * also close positions without a call.
 * Source: CME and broker margin rules; Coinbase states overnight rates apart, higher for shorts.
 */
export const broker: LiquidationModelOf = (context) => {
  const answer = liquidationOnSteps(context);
  return answer.kind === 'price' ? { ...answer, call: true } : answer;
};
