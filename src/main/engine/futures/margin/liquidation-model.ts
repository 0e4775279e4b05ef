/** What the models share: one file a venue's model, each a function of the same context. */
import type { Payoff } from '../../../../shared/domain/contract-spec.ts';
import { add } from '../../../../shared/num/arithmetic.ts';
import { priceTimes, ratio } from '../../../../shared/num/products.ts';
import type { Price, Rate } from '../../../../shared/num/types.ts';
import { payoffRules } from '../payoff/payoff-rules.ts';
import { collateralTogether } from './account-view.ts';
import type { AccountView } from './account-view.ts';
import type { LiquidationContext } from './liquidation-context.ts';
import { liquidationPoint } from './liquidation-point.ts';
import type { LiquidationLeg, MarginStep } from './liquidation-point.ts';
import type { LiquidationAnswer, MarginPosition } from './margin-account.ts';
import { maintenanceSteps } from './maintenance-steps.ts';

export type LiquidationModelOf = (context: LiquidationContext) => LiquidationAnswer;

type StepsOf = (position: MarginPosition) => readonly MarginStep[] | null;

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
  const together = togetherPrice(context, stepsOf);
  return point === null ? { kind: 'none', together } : { kind: 'price', ...point, call: false, together };
}

/**
 * The price if all prices of the account move by the same share: one share for the whole account. A position of another
 * contract then gains as much as one of this contract that is worth the same. null where nothing else moves, or others
 * pay off in another way.
 */
function togetherPrice({ view, position, legs, held }: LiquidationContext, stepsOf: StepsOf): Price | null {
  if (position.mode === 'isolated') return null;
  const onlyThese = view.cross.length === legs.length;
  if (onlyThese && collateralTogether(view, position).moving === held) return null;
  if (!view.factors.has(stepsOf)) view.factors.set(stepsOf, factorOfAll(view, position, stepsOf));
  const factor = view.factors.get(stepsOf) ?? null;
  return factor === null ? null : priceTimes(position.at.price, factor, 'half-even');
}

function factorOfAll(view: AccountView, position: MarginPosition, stepsOf: StepsOf): Rate | null {
  const { payoff, mark } = priced(position);
  if (view.wallet === null || view.cross.some(({ terms }) => terms.payoff !== payoff)) return null;
  const legs = legsOf(view.cross, stepsOf);
  if (legs === null) return null;
  const rules = payoffRules(payoff);
  const moving = legs.map((leg, place) => {
    const { size, at } = view.cross[place] ?? position;
    return at.price === mark ? leg : { ...leg, size: rules.sizeWorth(rules.valueAt(size, at.price), mark) };
  });
  const { still, moving: held } = collateralTogether(view, position);
  const free = add(view.wallet, still);
  const point = liquidationPoint({ payoff, mark, free, held, legs: moving });
  return point === null ? null : ratio<Price>(point.price, mark, 'half-even');
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
