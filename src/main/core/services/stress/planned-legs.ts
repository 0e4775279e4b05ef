import type { CallRequest } from '../../../../shared/contract/contract.ts';
import type { ContractTerms } from '../../../../shared/domain/contract-terms.ts';
import { fail, ok } from '../../../../shared/errors/failure.ts';
import type { Result } from '../../../../shared/errors/failure.ts';
import { money, rate } from '../../../../shared/num/parse.ts';
import { ratio } from '../../../../shared/num/products.ts';
import { oneRate } from '../../../../shared/num/types.ts';
import type { Money, Rate } from '../../../../shared/num/types.ts';
import { payoffRules } from '../../../engine/futures/payoff/payoff-rules.ts';
import type { ValuationPoint } from '../../../engine/futures/payoff/payoff.ts';
import type { StressLeg } from '../../../engine/futures/stress/stress-portfolio.ts';
import type { OrderQuantity, PositionDirection } from '../../../engine/futures/units.ts';
import { contractPoint } from '../../../engine/valuation/contract-point.ts';
import type { CallContext } from '../../call-context.ts';
import type { Derived } from '../../derived.ts';
import { overlayMarketOf } from '../targets/contract-market.ts';
import { overlayOfRequest } from '../targets/overlay-of-request.ts';

/** Legs that are only meant, with what the user says lies at their venues. */
export interface PlannedLegs {
  readonly legs: readonly StressLeg[];
  /** Money at a venue for them, by its name, in the settle asset. */
  readonly margin: ReadonlyMap<string, Money>;
  /** Share of the size that lies behind each where nothing else is known. */
  readonly backing: Rate;
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
  const ofPlan = plan === undefined ? ok([]) : legsOfPlan(derived, plan);
  if (!ofPlan.ok) return ofPlan;
  const ofOverlay = overlay === undefined ? ok([]) : await legsOfOverlay(derived, overlay, context);
  if (!ofOverlay.ok) return ofOverlay;
  const cap = overlay?.leverageCap;
  return ok({
    legs: [...ofPlan.value, ...ofOverlay.value].map((leg, place) => ({ ...leg, id: `planned:${place + 1}` })),
    margin: new Map((overlay?.margin ?? []).map(({ venue, amount }) => [venue, money(amount)])),
    backing: cap === undefined ? THIRD : ratio(oneRate, rate(cap), 'up'),
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

/** Those that no fill has opened yet: the others are positions of the ledger. */
function legsOfPlan(derived: Derived, id: string): Result<StressLeg[]> {
  const stored = derived.facts.plans.find(({ plan }) => plan.id === id);
  if (stored === undefined) return fail('targets/no-such-plan', { plan: id }, { field: 'plan' });
  return ok(
    stored.plan.legs
      .filter(({ fills }) => fills.length === 0)
      .flatMap(({ contract, side, quantity: amount }) => {
        const terms = derived.facts.termsOf(contract);
        const at = terms === undefined ? null : contractPoint(terms, derived.prices, derived.at);
        if (terms === undefined || at === null) return [];
        const order = { unit: terms.quantityUnit, amount };
        return [plannedLeg(terms, side === 'buy' ? 'long' : 'short', order, at)];
      }),
  );
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
