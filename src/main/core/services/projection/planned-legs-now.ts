import type { HedgePlan } from '../../../../shared/domain/hedge.ts';
import { absolute, isPositive, isZero, subtract } from '../../../../shared/num/arithmetic.ts';
import { zeroQuantity } from '../../../../shared/num/types.ts';
import type { Quantity } from '../../../../shared/num/types.ts';
import { payoffRules } from '../../../engine/futures/payoff/payoff-rules.ts';
import type { PlannedLeg } from '../../../engine/tax/projection/planned-step.ts';
import { openTaxPosition } from '../../../engine/tax/jurisdictions/us/futures/open-tax-position.ts';
import type { UsFacts } from '../../../engine/tax/jurisdictions/us/us-facts.ts';
import { contractPoint } from '../../../engine/valuation/contract-point.ts';
import type { Derived } from '../../derived.ts';
import { firstDayOf, legLivesOf } from '../hedge/leg-lives.ts';
import type { LegLife } from '../hedge/leg-lives.ts';

/** Legs of saved plans of which something is open or still to be opened; those that are done are left out. */
export function plannedLegsNow(derived: Derived, facts: UsFacts): readonly PlannedLeg[] {
  return legLivesOf(derived).flatMap((life) => {
    const notOpened = waitingOf(life, derived);
    const open = openOf(life, facts);
    if (notOpened === null && open.length === 0) return [];
    const { plan, leg } = life;
    return [{ plan: plan.id, leg, exit: plan.exitDate, openOn: openDay(plan, derived), notOpened, open }];
  });
}

function openDay(plan: HedgePlan, { facts }: Derived): PlannedLeg['openOn'] {
  return firstDayOf(plan, facts.timeZone);
}

/** What no fill has opened yet: all of a leg without fills, the rest of one that is opened in part. */
function waitingOf(
  { leg, terms, state, position }: LegLife,
  { prices, at }: Derived,
): PlannedLeg['notOpened'] {
  const [part] = position.contracts;
  const filled = part?.quantity.amount ?? zeroQuantity;
  const amount: Quantity =
    state === 'planned' ? leg.quantity : state === 'opened' ? subtract(leg.quantity, filled) : zeroQuantity;
  const point = terms === undefined ? null : contractPoint(terms, prices, at);
  if (terms === undefined || point === null || !isPositive(amount)) return null;
  const rules = payoffRules(terms.payoff);
  const size = rules.sizeOf(terms, { unit: terms.quantityUnit, amount }, point.price);
  return { spec: terms, coins: absolute<Quantity>(rules.delta(size, point)) };
}

function openOf({ open }: LegLife, facts: UsFacts): PlannedLeg['open'] {
  return open.flatMap(({ part, coins, enteredCoins }) => {
    if (isZero(part.open.size)) return [];
    const { spec, contract, account, positionSide } = part;
    const side = part.open.direction;
    const found = openTaxPosition(facts, { contract, account, positionSide, side });
    if (found === undefined || found.open === null) return [];
    const outOf = found.open.size;
    const size = part.open.size > outOf ? outOf : part.open.size;
    return [{ position: found.id, spec, coins: absolute<Quantity>(coins ?? enteredCoins), size, outOf }];
  });
}
