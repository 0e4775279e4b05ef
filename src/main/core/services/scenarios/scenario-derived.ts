/** The ledger as a scenario has it. Nothing of it is stored, and the ledger's own figures stay as they are. */
import type { LotId, OpenLot } from '../../../../shared/domain/lot.ts';
import { ok } from '../../../../shared/errors/failure.ts';
import type { Result } from '../../../../shared/errors/failure.ts';
import { add, subtract } from '../../../../shared/num/arithmetic.ts';
import { apportion } from '../../../../shared/num/products.ts';
import { zeroQuantity } from '../../../../shared/num/types.ts';
import type { Quantity } from '../../../../shared/num/types.ts';
import { yearOf } from '../../../../shared/time/local-date.ts';
import { withActions } from '../../../engine/tax/jurisdictions/us/actions/with-actions.ts';
import { plannedSteps } from '../../../engine/tax/projection/planned-steps.ts';
import type { ViewInput } from '../../../engine/tax/projection/projection-of.ts';
import { taxYearsOf } from '../../../engine/tax/tax-years.ts';
import type { Derived } from '../../derived.ts';
import { triedWith } from '../elections/tried-with.ts';
import { YEARS_AHEAD, projectionBase } from '../projection/projection-base.ts';
import { scenarioOf } from '../projection/scenario-of.ts';
import type { Scenario } from '../projection/scenario-profile.ts';

/**
 * The ledger with another profile, other choices, and without the units that the scenario sells besides the plan: an exit
 * plan of it is an exit plan of the scenario.
 * Errors: those of the projection's what-if.
 */
export function scenarioDerived(derived: Derived, tax: Scenario | undefined): Result<Derived> {
  if (tax === undefined) return ok(derived);
  const given = scenarioOf(tax, projectionBase(derived, YEARS_AHEAD), derived);
  if (!given.ok) return given;
  const { input } = given.value;
  const chosen = triedWith(tax.elections ?? [], derived) ?? derived;
  const { profile } = input;
  // What is kept by the ledger's state must not be mistaken for that of the scenario.
  const ledgerHash = `${derived.facts.ledgerHash}, scenario ${JSON.stringify(tax)}`;
  const facts = { ...chosen.facts, profile, ledgerHash };
  const sold = salesOf(input);
  const usFacts =
    sold.length === 0
      ? input.facts
      : withActions(input.facts, sold, { ...input.prices, lotOf: input.lotOf }, input.lastYear);
  return ok({
    ...chosen,
    facts,
    usFacts,
    heldLots: without(chosen.heldLots, sold),
    taxYears: taxYearsOf({ profile, facts: usFacts, currentYear: yearOf(derived.asOf) }),
  });
}

type Sale = Extract<Parameters<typeof withActions>[1][number], { kind: 'sell' }>;

/** Of the scenario alone: saved plans are no part of an exit plan's facts. */
function salesOf(input: ViewInput): readonly Sale[] {
  if (input.sales.length === 0) return [];
  const { steps } = plannedSteps({ ...input, legs: [] });
  return steps
    .flatMap(({ actions }) => actions)
    .flatMap((action) => (action.kind === 'sell' ? [action] : []));
}

/** What is sold some day is not the plan's to sell before. */
function without(lots: readonly OpenLot[], sales: readonly Sale[]): readonly OpenLot[] {
  if (sales.length === 0) return lots;
  const left = new Map<LotId, Quantity>();
  for (const { lot, quantity } of sales) left.set(lot, add(left.get(lot) ?? zeroQuantity, quantity));
  return lots.flatMap((lot) => {
    const sold = left.get(lot.id) ?? zeroQuantity;
    if (sold <= zeroQuantity) return [lot];
    const taken = sold < lot.quantity ? sold : lot.quantity;
    left.set(lot.id, subtract(sold, taken));
    const quantity = subtract(lot.quantity, taken);
    if (quantity <= zeroQuantity) return [];
    return [{ ...lot, quantity, costBasis: apportion(lot.costBasis, quantity, lot.quantity, 'half-even') }];
  });
}
