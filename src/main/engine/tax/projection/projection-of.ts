/**
 * facts of today + planned steps + assumed prices → tax years ahead, as realised and as planned
 *
 * A scenario is the same with other inputs: `viewOf` is all that a what-if computes again.
 */
import type { Issue } from '../../../../shared/domain/issue.ts';
import type { Profile } from '../../../../shared/domain/profile.ts';
import type { Rate } from '../../../../shared/num/types.ts';
import type { ActionBook } from '../jurisdictions/us/actions/action-book.ts';
import type { PlannedAction } from '../jurisdictions/us/actions/planned-action.ts';
import { withActions } from '../jurisdictions/us/actions/with-actions.ts';
import type { UsFacts } from '../jurisdictions/us/us-facts.ts';
import { taxYearsOf } from '../tax-years.ts';
import type { TaxYears } from '../tax-years.ts';
import { deferralOf } from './deferral.ts';
import type { Deferral } from './deferral.ts';
import { heldByExits } from './exit-ahead.ts';
import { plannedSteps } from './planned-steps.ts';
import type { PlannedInput, PlannedStep } from './planned-step.ts';

export interface ViewInput extends PlannedInput {
  readonly profile: Profile | null;
  readonly currentYear: number;
  readonly lotOf: ActionBook['lotOf'];
}

export interface View {
  readonly years: TaxYears;
  readonly steps: readonly PlannedStep[];
  /** Of the steps; those of the years stand in `years`. */
  readonly issues: readonly Issue[];
}

/** The years with the plans carried out and open positions marked at the assumed prices. */
export function viewOf(given: ViewInput): View {
  const { steps, issues } = plannedSteps(given);
  const actions = steps.flatMap((step) => step.actions);
  return { years: yearsWith(actions, given), steps, issues };
}

/**
 * The view of an input whose tax details alone may differ from those of a view that is there: what happens is the same, so no
 * straddle is asked again.
 */
export function viewLike(view: View, of: ViewInput, given: ViewInput): View {
  if (!happensAlike(of, given)) return viewOf(given);
  const { profile, currentYear, lastYear } = given;
  return { ...view, years: taxYearsOf({ profile, facts: view.years.facts, currentYear, lastYear }) };
}

function happensAlike(a: ViewInput, b: ViewInput): boolean {
  const { length } = a.legs;
  return (
    a.facts === b.facts &&
    a.prices === b.prices &&
    a.lotOf === b.lotOf &&
    a.lastYear === b.lastYear &&
    a.sales.length + b.sales.length + a.moves.size + b.moves.size === 0 &&
    length === b.legs.length &&
    a.exits === b.exits &&
    a.legs.every((leg, place) => leg === b.legs[place])
  );
}

/** The years as they would be if nothing more happened: what is realised to date. */
export function realisedView({ profile, facts, currentYear, lastYear }: ViewInput): TaxYears {
  return taxYearsOf({ profile, facts, currentYear, lastYear });
}

/** Whether a view sells coins: else there is no tax to put off. */
function sellsCoins({ steps }: Pick<View, 'steps'>): boolean {
  return steps.some(({ kind }) => kind === 'sell');
}

/**
 * The view against selling the same lots today: plans' positions are closed today in both comparisons, what is not opened
 * stays unopened. null where it sells nothing or no tax differs.
 */
export function deferralOfView(
  view: View,
  given: ViewInput,
  rates: { readonly discountPerYear: Rate; readonly returnPerYear: Rate },
): Deferral | null {
  if (!sellsCoins(view)) return null;
  const closes = closesToday(given);
  const sales = view.steps.flatMap(({ actions }) => actions.flatMap((one) => soldToday(one, given)));
  const { asOf, currency, currentYear, lastYear } = given;
  return deferralOf({
    ...rates,
    asOf,
    currency,
    currentYear,
    lastYear,
    kept: yearsWith(closes, given).years,
    later: view.years.years,
    now: yearsWith([...closes, ...sales], given).years,
  });
}

function yearsWith(actions: readonly PlannedAction[], given: ViewInput): TaxYears {
  const { profile, facts, currentYear, lastYear, prices, lotOf } = given;
  const ahead: UsFacts = withActions(facts, actions, { ...prices, lotOf }, lastYear);
  return taxYearsOf({ profile, facts: ahead, currentYear, lastYear });
}

function closesToday({ legs, exits, facts, prices, asOf }: ViewInput): PlannedAction[] {
  const ofExits = [...heldByExits(exits)].flatMap((position): PlannedAction[] => {
    const stretch = facts.stretches.get(position);
    const price = stretch === undefined ? null : prices.contractPriceOn(stretch.spec, asOf);
    return price === null ? [] : [{ kind: 'close', date: asOf, position, price }];
  });
  const ofLegs = legs.flatMap(({ open }) =>
    open.flatMap(({ position, spec, size, outOf }): PlannedAction[] => {
      const price = prices.contractPriceOn(spec, asOf);
      if (price === null) return [];
      const part = size === outOf ? {} : { part: { quantity: size, outOf } };
      return [{ kind: 'close', date: asOf, position, price, ...part }];
    }),
  );
  return [...ofLegs, ...ofExits];
}

/** At today's price; a lot that would only be bought by then cannot be sold today. */
function soldToday(action: PlannedAction, given: ViewInput): PlannedAction[] {
  if (action.kind !== 'sell') return [];
  const asset = given.lotOf(action.lot)?.lot.asset;
  const price = asset === undefined ? null : given.prices.priceOn(asset, given.asOf);
  return price === null ? [] : [{ ...action, date: given.asOf, price }];
}
