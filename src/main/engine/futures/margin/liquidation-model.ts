/** What the models share: one file a venue's model, each a function of the same context. */
import type { Payoff } from '../../../../shared/domain/contract-spec.ts';
import type { Price } from '../../../../shared/num/types.ts';
import { payoffRules } from '../payoff/payoff-rules.ts';
import type { LiquidationContext } from './liquidation-context.ts';
import { liquidationPoint } from './liquidation-point.ts';
import type { LiquidationLeg, MarginStep } from './liquidation-point.ts';
import type { LiquidationAnswer, MarginPosition } from './margin-account.ts';
import { maintenanceSteps } from './maintenance-steps.ts';

export type LiquidationModelOf = (context: LiquidationContext) => LiquidationAnswer;

export type StepsOf = (position: MarginPosition) => readonly MarginStep[] | null;

export const noPrice: LiquidationAnswer = { kind: 'none', together: null };

/**
 * The price at which equity falls to the maintenance margin of the table, or of the steps a venue makes of it; beside it
 * the price if the account's other positions move by the same share.
 */
export function liquidationOnSteps(
  context: LiquidationContext,
  stepsOf: StepsOf = maintenanceSteps,
): LiquidationAnswer {
  const { position, legs, free, held } = context;
  const solved = legsOf(legs, stepsOf);
  if (solved === null) return unknownMargin(legs, stepsOf);
  const point = liquidationPoint({ ...priced(position), free, held, legs: solved });
  const together = togetherPrice(context, solved, stepsOf);
  return point === null ? { kind: 'none', together } : { kind: 'price', ...point, call: false, together };
}

/**
 * A position of another contract gains as much as one of this contract that is worth the same, if both prices move by
 * the same share. null where there are no others, or they pay off in another way.
 */
function togetherPrice(
  { position, others, held, together }: LiquidationContext,
  own: readonly LiquidationLeg[],
  stepsOf: StepsOf,
): Price | null {
  const { payoff, mark } = priced(position);
  const nothingElse = others.length === 0 && together.held === held;
  if (nothingElse || others.some(({ terms }) => terms.payoff !== payoff)) return null;
  const moving = legsOf(others, stepsOf);
  if (moving === null) return null;
  const rules = payoffRules(payoff);
  const legs = moving.map((leg, place) => {
    const other = others[place] ?? position;
    return { ...leg, size: rules.sizeWorth(rules.valueAt(other.size, other.at.price), mark) };
  });
  return liquidationPoint({ payoff, mark, ...together, legs: [...own, ...legs] })?.price ?? null;
}

function priced({ terms, at }: MarginPosition): { readonly payoff: Payoff; readonly mark: Price } {
  return { payoff: terms.payoff, mark: at.price };
}

function legsOf(positions: readonly MarginPosition[], stepsOf: StepsOf): readonly LiquidationLeg[] | null {
  const legs = positions.map((position) => ({ ...position, steps: stepsOf(position) ?? [] }));
  return legs.some(({ steps }) => steps.length === 0) ? null : legs;
}

function unknownMargin(legs: readonly MarginPosition[], stepsOf: StepsOf): LiquidationAnswer {
  const missing = legs.find((leg) => (stepsOf(leg) ?? []).length === 0);
  return { kind: 'unknown', why: `the maintenance margin of ${missing?.terms.symbol ?? 'it'} is not known` };
}
