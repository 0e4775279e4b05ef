/** What saved plans hedge already: one answer for lists of lots and for the next plan. */
import type { ContractId } from '../../../shared/domain/contract-spec.ts';
import type { HedgeLeg } from '../../../shared/domain/hedge.ts';
import type { LotId, OpenLot } from '../../../shared/domain/lot.ts';
import { add, clampToZero, isZero, smaller, subtract } from '../../../shared/num/arithmetic.ts';
import type { Quantity } from '../../../shared/num/types.ts';
import { zeroQuantity } from '../../../shared/num/types.ts';
import { apportion } from '../../../shared/num/products.ts';
import type { LocalDate } from '../../../shared/time/local-date.ts';

export interface SavedLegs {
  /** The day the plan begins: what was traded last before it did not carry it out. */
  readonly from: LocalDate;
  readonly legs: readonly SavedLeg[];
}

export interface SavedLeg {
  readonly leg: HedgeLeg;
  /** What its linked fills leave open, of the latest contract; null where they leave nothing, or none is linked. */
  readonly open: { readonly contract: ContractId; readonly quantity: Quantity } | null;
}

/** A futures position that is open now. */
export interface OpenShort {
  readonly contract: ContractId;
  /** In the unit that the contract is ordered in, positive. */
  readonly quantity: Quantity;
  /** The day of its latest fill. */
  readonly lastFill: LocalDate;
}

/**
 * Units of each lot that shorts of saved plans hedge. A leg whose linked fills leave something open hedges its lots. A planned leg hedges
 * them as far as an open short in its contract reaches that was traded on the day of the plan or later: an intention
 * alone hedges nothing, so that a plan can be looked at again, or made anew, before it is carried out. One short carries
 * out one plan: legs that have fills come first, then the plan saved last.
 * In: plans oldest first. Out: sums by lot; where lots have been sold since, more than there is (see `hedgedOfLots`).
 */
export function quantityHedged(
  plans: readonly SavedLegs[],
  shorts: readonly OpenShort[],
): ReadonlyMap<LotId, Quantity> {
  const hedged = new Map<LotId, Quantity>();
  const free = new Map<ContractId, Quantity>();
  for (const { contract, quantity } of shorts)
    free.set(contract, add(free.get(contract) ?? zeroQuantity, quantity));
  for (const { leg, covered } of coveredLegs(plans, shorts, free)) hedgeLots(leg, covered, hedged);
  return hedged;
}

/**
 * How much of each open lot is hedged, in the order of the lots. A lot may lie in several accounts: what is hedged of it
 * is taken from the first ones, never more of one than lies there.
 */
export function hedgedOfLots(
  openLots: readonly OpenLot[],
  hedged: ReadonlyMap<LotId, Quantity>,
): readonly Quantity[] {
  const left = new Map(hedged);
  return openLots.map(({ id, quantity }) => {
    const part = smaller(left.get(id) ?? zeroQuantity, quantity);
    left.set(id, subtract(left.get(id) ?? zeroQuantity, part));
    return part;
  });
}

interface CoveredLeg {
  readonly leg: HedgeLeg;
  /** How much of the leg is open. */
  readonly covered: Quantity;
}

function coveredLegs(
  plans: readonly SavedLegs[],
  shorts: readonly OpenShort[],
  free: Map<ContractId, Quantity>,
): CoveredLeg[] {
  const legs = plans.flatMap(({ from, legs: ofPlan }) => ofPlan.map((saved) => ({ from, ...saved })));
  const take = (contract: ContractId, most: Quantity): Quantity => {
    const part = smaller(free.get(contract) ?? zeroQuantity, most);
    free.set(contract, subtract(free.get(contract) ?? zeroQuantity, part));
    return part;
  };
  const opened = legs.flatMap(({ leg, open }) => {
    if (leg.fills.length === 0 || open === null) return [];
    take(open.contract, open.quantity);
    // Its lots were identified for what is open when the fills were linked.
    return [{ leg, covered: leg.quantity }];
  });
  const planned = legs
    .filter(({ leg, from }) => leg.fills.length === 0 && mayHaveOpened(leg, from, shorts))
    .toReversed()
    .map(({ leg }) => ({ leg, covered: take(leg.contract, leg.quantity) }));
  return [...opened, ...planned];
}

function mayHaveOpened(leg: HedgeLeg, from: LocalDate, shorts: readonly OpenShort[]): boolean {
  return (
    leg.side === 'sell' &&
    shorts.some(({ contract, lastFill }) => contract === leg.contract && lastFill >= from)
  );
}

/** A leg that is open in part hedges its lots in the order in which they were identified. */
function hedgeLots(leg: HedgeLeg, covered: Quantity, hedged: Map<LotId, Quantity>): void {
  const total = leg.lots.reduce<Quantity>((sum, { quantity }) => add(sum, quantity), zeroQuantity);
  let left = isZero(leg.quantity) ? total : apportion(total, covered, leg.quantity, 'half-even');
  for (const { lot, quantity } of leg.lots) {
    const part = smaller(quantity, left);
    left = clampToZero(subtract(left, part));
    if (!isZero(part)) hedged.set(lot, add(hedged.get(lot) ?? zeroQuantity, part));
  }
}
