/**
 * saved plans as they stand today + sales besides them → dated steps, each with its actions
 *
 * A plan: open what no fill has opened, roll what ends before the exit, close on the exit date, sell the hedged lots and buy
 * what was missing then. What the user's fills have done already is fact and is not planned again. Exit plans come as they are.
 */
import type { Issue } from '../../../../shared/domain/issue.ts';
import type { LotId } from '../../../../shared/domain/lot.ts';
import { absolute, add, isPositive } from '../../../../shared/num/arithmetic.ts';
import { zeroQuantity } from '../../../../shared/num/types.ts';
import type { Quantity } from '../../../../shared/num/types.ts';
import { compareDates, yearOf } from '../../../../shared/time/local-date.ts';
import type { LocalDate } from '../../../../shared/time/local-date.ts';
import { quantityText } from '../../words.ts';
import { expirySteps, futuresSteps } from './planned-futures.ts';
import { saleSteps } from './planned-sales.ts';
import type { SaleWish } from './planned-sales.ts';
import type { PlannedInput, PlannedLeg, PlannedStep } from './planned-step.ts';
import { priceWords } from './step-words.ts';

/** The steps in the order of their dates; futures before coins on one day. Issues: `plan/lots-short`. */
export function plannedSteps(given: PlannedInput): {
  readonly steps: readonly PlannedStep[];
  readonly issues: readonly Issue[];
} {
  const plans = [...Map.groupBy(given.legs, ({ plan }) => plan).values()];
  const sales = saleSteps(
    [
      ...given.legs.flatMap((leg) => wishOf(leg, given) ?? []),
      ...given.sales.map((sale): SaleWish => ({ ...sale, plan: null })),
    ],
    given,
  );
  const steps = [
    ...plans.flatMap((legs) => futuresSteps(legs, given)),
    ...expirySteps(given),
    ...sales.steps,
    ...given.legs.flatMap((leg) => purchase(leg, given) ?? []),
    ...(given.exits ?? []).flatMap((exit) => exit.steps),
  ].toSorted((a, b) => compareDates(a.date, b.date));
  return { steps, issues: sales.issues };
}

/** The ids of steps that a what-if can move. */
export function movableIds(steps: readonly PlannedStep[]): ReadonlySet<string> {
  return new Set(steps.filter(({ plan, stands }) => plan !== null && stands !== true).map(({ id }) => id));
}

/** Coins that a leg stands for: of a cross hedge those that were wanted, else those it moves. */
function coinsOf({ leg, notOpened, open }: PlannedLeg): Quantity {
  const moved = open.reduce((sum, one) => add(sum, one.coins), notOpened?.coins ?? zeroQuantity);
  const spec = notOpened?.spec ?? open[0]?.spec;
  const isCross = spec !== undefined && spec.underlying !== leg.asset;
  return isCross && leg.wanted !== null && isPositive(moved) ? absolute(leg.wanted) : moved;
}

function dayOf(id: string, { exit }: PlannedLeg, { moves, asOf }: PlannedInput): LocalDate {
  return moves.get(id) ?? (exit > asOf ? exit : asOf);
}

function wishOf(leg: PlannedLeg, given: PlannedInput): SaleWish | null {
  const quantity = coinsOf(leg);
  if (leg.leg.side === 'buy' || !isPositive(quantity)) return null;
  const { asset } = leg.leg;
  const id = `${leg.plan}:sell:${asset}`;
  const date = dayOf(id, leg, given);
  return { id, plan: leg.plan, date, asset, quantity, lots: leg.leg.lots, only: false, price: null };
}

function purchase(leg: PlannedLeg, given: PlannedInput): PlannedStep | null {
  const quantity = coinsOf(leg);
  if (leg.leg.side === 'sell' || !isPositive(quantity)) return null;
  const { asset } = leg.leg;
  const id = `${leg.plan}:buy:${asset}`;
  const date = dayOf(id, leg, given);
  const price = given.prices.priceOn(asset, date);
  if (price === null || yearOf(date) > given.lastYear) return null;
  const text = `Buy ${quantityText(quantity, asset)} ${priceWords(price, given.currency)}.`;
  const lot = id as LotId;
  return {
    id,
    plan: leg.plan,
    date,
    kind: 'buy',
    text,
    actions: [{ kind: 'buy', date, lot, asset, quantity, price }],
  };
}
