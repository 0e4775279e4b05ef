import type { CallRequest } from '../../../../shared/contract/contract.ts';
import type { ContractTerms } from '../../../../shared/domain/contract-terms.ts';
import { fail, ok } from '../../../../shared/errors/failure.ts';
import type { Result } from '../../../../shared/errors/failure.ts';
import { isPositive, subtract } from '../../../../shared/num/arithmetic.ts';
import { money, rate } from '../../../../shared/num/parse.ts';
import { ratio } from '../../../../shared/num/products.ts';
import { oneRate, zeroQuantity } from '../../../../shared/num/types.ts';
import type { Money, Quantity, Rate } from '../../../../shared/num/types.ts';
import { payoffRules } from '../../../engine/futures/payoff/payoff-rules.ts';
import type { ValuationPoint } from '../../../engine/futures/payoff/payoff.ts';
import type { StressLeg } from '../../../engine/futures/stress/stress-portfolio.ts';
import type { OrderQuantity, PositionDirection } from '../../../engine/futures/units.ts';
import { contractPoint } from '../../../engine/valuation/contract-point.ts';
import type { CallContext } from '../../call-context.ts';
import type { Derived } from '../../derived.ts';
import { legLivesOf } from '../hedge/leg-lives.ts';
import type { LegLife } from '../hedge/leg-lives.ts';
import { overlayMarketOf } from '../targets/overlay-market.ts';
import { overlayOfRequest } from '../targets/overlay-of-request.ts';

/** Legs that are only meant, with what the user says lies at their venues. */
export interface PlannedLegs {
  readonly legs: readonly StressLeg[];
  /** Money at a venue for them, by its name, in the settle asset. */
  readonly margin: ReadonlyMap<string, Money>;
  /** Share of the size that lies behind each where nothing else is known. */
  readonly backing: Rate;
  /** What could not be tested, in words. */
  readonly unknown: readonly string[];
}

/** Leverage of three: low enough for a fall of 30 %, and what is taken where nobody says otherwise. */
const THIRD = ratio(rate('1'), rate('3'), 'half-even');

type Asked = Pick<CallRequest<'stress.run'>, 'overlay' | 'plan'>;

/**
 * The legs of the overlay and of the saved plan that a request adds to what the ledger holds.
 * Errors: those of `overlayOfRequest`, `targets/no-such-plan`.
 */
export async function plannedLegsOf(
  derived: Derived,
  { overlay, plan }: Asked,
  context: Pick<CallContext, 'session'>,
): Promise<Result<PlannedLegs>> {
  const ofPlan = plan === undefined ? ok({ legs: [], unknown: [] }) : legsOfPlan(derived, plan);
  if (!ofPlan.ok) return ofPlan;
  const ofOverlay = overlay === undefined ? ok([]) : await legsOfOverlay(derived, overlay, context);
  if (!ofOverlay.ok) return ofOverlay;
  const cap = overlay?.leverageCap;
  return ok({
    legs: [...ofPlan.value.legs, ...ofOverlay.value].map((leg, place) => ({
      ...leg,
      id: `planned:${place + 1}`,
    })),
    margin: new Map((overlay?.margin ?? []).map(({ venue, amount }) => [venue, money(amount)])),
    backing: cap === undefined ? THIRD : ratio(oneRate, rate(cap), 'up'),
    unknown: ofPlan.value.unknown,
  });
}

async function legsOfOverlay(
  derived: Derived,
  overlay: NonNullable<Asked['overlay']>,
  context: Pick<CallContext, 'session'>,
): Promise<Result<StressLeg[]>> {
  const market = await overlayMarketOf(derived, overlay.contracts, context);
  const chosen = overlayOfRequest(derived, overlay, market);
  if (!chosen.ok) return chosen;
  return ok(
    chosen.value.legs.map(({ chosen: { terms, at }, sized }) =>
      plannedLeg(terms, sized.direction, sized.quantity, at),
    ),
  );
}

/** What no fill has opened yet: the rest are positions of the ledger. */
function legsOfPlan(derived: Derived, id: string): Result<Pick<PlannedLegs, 'legs' | 'unknown'>> {
  const stored = derived.facts.plans.find(({ plan }) => plan.id === id);
  if (stored === undefined) return fail('targets/no-such-plan', { plan: id }, { field: 'plan' });
  const legs: StressLeg[] = [];
  const unknown: string[] = [];
  for (const life of legLivesOf(derived).filter(({ plan }) => plan.id === id)) {
    const { leg, terms } = life;
    const amount = notOpened(life);
    if (!isPositive(amount)) continue;
    const at = terms === undefined ? null : contractPoint(terms, derived.prices, derived.at);
    if (terms === undefined || at === null)
      unknown.push(
        `${terms?.name ?? leg.contract} of ${id} has no price or no known terms: it is in no figure.`,
      );
    else
      legs.push(
        plannedLeg(terms, leg.side === 'buy' ? 'long' : 'short', { unit: terms.quantityUnit, amount }, at),
      );
  }
  return ok({ legs, unknown });
}

/** Of a leg that is opened in part, the rest. What was changed, rolled or closed later is no opening that waits. */
function notOpened({ leg, state, position }: LegLife): Quantity {
  if (state === 'planned') return leg.quantity;
  const [part] = position.contracts;
  return state === 'opened' && part !== undefined
    ? subtract(leg.quantity, part.quantity.amount)
    : zeroQuantity;
}

function plannedLeg(
  terms: ContractTerms,
  side: PositionDirection,
  order: OrderQuantity,
  at: ValuationPoint,
): StressLeg {
  const rules = payoffRules(terms.payoff);
  const size = rules.sizeOf(terms, order, at.price);
  const entryValue = rules.valueAt(size, at.price);
  return { id: '', terms, side, size, entryValue, at, planned: true };
}
