/** What the models share: one file a venue's model, each a function of the same context. */
import type { LiquidationContext } from './liquidation-context.ts';
import { liquidationPoint } from './liquidation-point.ts';
import type { LiquidationLeg, MarginStep } from './liquidation-point.ts';
import type { LiquidationAnswer, MarginPosition } from './margin-account.ts';
import { maintenanceSteps } from './maintenance-steps.ts';

export type LiquidationModelOf = (context: LiquidationContext) => LiquidationAnswer;

export type StepsOf = (position: MarginPosition) => readonly MarginStep[] | null;

export const noPrice: LiquidationAnswer = { kind: 'none', together: null };

/** The price at which equity falls to the maintenance margin of the table, or of the steps a venue makes of it. */
export function liquidationOnSteps(
  { position, legs, free, held }: LiquidationContext,
  stepsOf: StepsOf = maintenanceSteps,
): LiquidationAnswer {
  const solved: LiquidationLeg[] = [];
  for (const leg of legs) {
    const steps = stepsOf(leg);
    if (steps === null || steps.length === 0) {
      return { kind: 'unknown', why: `the maintenance margin of ${leg.terms.symbol} is not known` };
    }
    solved.push({ side: leg.side, size: leg.size, entryValue: leg.entryValue, steps });
  }
  const { payoff } = position.terms;
  const point = liquidationPoint({ payoff, free, held, legs: solved, mark: position.at.price });
  return point === null ? noPrice : { kind: 'price', ...point, call: false, together: null };
}
