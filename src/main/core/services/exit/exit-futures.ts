/** The futures of a plan: hedges that are open, and those that may be opened today. */
import type { AssetId } from '../../../../shared/domain/asset.ts';
import type { ContractTerms } from '../../../../shared/domain/contract-terms.ts';
import type { Issue } from '../../../../shared/domain/issue.ts';
import type { Result } from '../../../../shared/errors/failure.ts';
import { ok } from '../../../../shared/errors/failure.ts';
import {
  absolute,
  add,
  isNegative,
  isPositive,
  isZero,
  negate,
  smaller,
  subtract,
} from '../../../../shared/num/arithmetic.ts';
import { toText } from '../../../../shared/num/format.ts';
import { rate } from '../../../../shared/num/parse.ts';
import { apportion, ratio, valueOf } from '../../../../shared/num/products.ts';
import { roundToStep } from '../../../../shared/num/rounding.ts';
import { zeroMoney, zeroQuantity, zeroRate } from '../../../../shared/num/types.ts';
import type { Money, Price, Quantity, Rate } from '../../../../shared/num/types.ts';
import type { ExitFuture } from '../../../engine/exit/exit-case.ts';
import { shareOf, times } from '../../../engine/exit/times.ts';
import { initialMargin } from '../../../engine/futures/margin/initial-margin.ts';
import { payoffRules } from '../../../engine/futures/payoff/payoff-rules.ts';
import type { ValuationPoint } from '../../../engine/futures/payoff/payoff.ts';
import { tradeFee } from '../../../engine/futures/trade-fee.ts';
import { coins } from '../../../engine/futures/units.ts';
import type { Size } from '../../../engine/futures/units.ts';
import { issueOf } from '../../../engine/issue-of.ts';
import { orderCost } from '../../../engine/market/order-cost.ts';
import type { TargetedExposure } from '../../../engine/rebalance/drift.ts';
import { hedgedLots, lotsInStandingOrder } from '../../../engine/rebalance/hedged-lots.ts';
import { coinsHedged, overlayOf } from '../../../engine/rebalance/overlay.ts';
import type { OverlayLeg } from '../../../engine/rebalance/overlay.ts';
import { offsetsOfPlanned } from '../../../engine/tax/jurisdictions/us/offsets/offsets-of-planned.ts';
import type { TaxPositionId } from '../../../engine/tax/jurisdictions/us/straddles/straddle-case.ts';
import { percentText } from '../../../engine/words.ts';
import type { Derived } from '../../derived.ts';
import { chosenContracts } from '../targets/chosen-contracts.ts';
import { hedgedAlready } from '../targets/hedged-already.ts';
import { carryOfLeg } from '../targets/leg-carry.ts';
import { marketKey } from '../targets/overlay-market.ts';
import type { OverlayMarket } from '../targets/overlay-market.ts';
import type { WantedGoal } from './exit-goals.ts';
import { basisPerYear } from './exit-prices.ts';
import type { Assumed, ExitRequest } from './exit-setup.ts';
import { coinsPerStepOf } from './open-hedges.ts';
import type { OpenHedge } from './open-hedges.ts';

type Overlay = NonNullable<ExitRequest['overlay']>;

export interface PlanFutures {
  readonly futures: readonly ExitFuture[];
  readonly issues: readonly Issue[];
  readonly assumed: readonly Assumed[];
  /** Contracts whose margin nobody knows. */
  readonly withoutMargin: readonly string[];
}

interface Asked {
  readonly derived: Derived;
  readonly request: ExitRequest;
  readonly market: OverlayMarket;
}

const NO_OVERLAY: Overlay = { contracts: [], rounding: 'nearest' };

/**
 * Positions that hold exposure until coins move.
 * In: the goals; the open hedges. With goals that the user names only as much of a hedge as the goal is the plan's.
 * Errors: those of `chosenContracts`.
 */
export function planFutures(
  asked: Asked,
  goals: readonly WantedGoal[],
  hedges: readonly OpenHedge[],
  from: 'targets' | 'request',
): Result<PlanFutures> {
  const open = goals.flatMap((goal) => openFutures(asked, goal, hedges, from));
  const legs = legsToOpen(asked, goals, open);
  if (!legs.ok) return legs;
  const opened = newFutures(asked, legs.value);
  const made = [...open, ...opened];
  return ok({
    futures: made.map(({ future }) => future),
    issues: made.flatMap(({ issues }) => issues),
    assumed: made.flatMap(({ assumed }) => assumed),
    withoutMargin: made.flatMap(({ future }) => (future.marginRate === null ? [future.terms.symbol] : [])),
  });
}

interface Made {
  readonly future: ExitFuture;
  readonly issues: readonly Issue[];
  readonly assumed: readonly Assumed[];
}

function openFutures(
  asked: Asked,
  { asset, change }: WantedGoal,
  hedges: readonly OpenHedge[],
  from: 'targets' | 'request',
): Made[] {
  let left: Quantity = absolute(change);
  const side = isNegative(change) ? 'short' : 'long';
  return hedges.flatMap((hedge): Made[] => {
    if (hedge.asset !== asset) return [];
    // A hedge of the other side has no place beside the goal: of targets it is closed, else it is none of the plan's.
    const isOurs = from === 'targets' || hedge.side === side;
    if (!isOurs) return [];
    const coinsPerStep = coinsPerStepOf(hedge);
    if (!isPositive(coinsPerStep)) return [];
    const most = from === 'targets' ? hedge.coins : smaller(left, hedge.coins);
    const steps = wholeSteps(most, coinsPerStep);
    if (steps === 0) return [];
    left = subtract(left, smaller(left, hedge.coins));
    return [openFuture(asked, hedge, coinsPerStep, steps)];
  });
}

function openFuture(asked: Asked, hedge: OpenHedge, coinsPerStep: Quantity, steps: number): Made {
  const { terms, position, stretch, asset, side, at } = hedge;
  const ofOrder = times(terms.quantityStep, steps);
  const outOf = stretch.open?.size ?? position.size;
  const part =
    ofOrder === position.quantity.amount
      ? null
      : { quantity: apportion<Quantity>(outOf, ofOrder, position.quantity.amount, 'half-even'), outOf };
  return costed(
    asked,
    { terms, asset, side, at, size: position.size },
    {
      position: stretch.id,
      terms,
      asset,
      side,
      coinsPerStep,
      steps,
      isOpen: true,
      offsets: [],
      part,
    },
  );
}

/** The overlay's legs for what no open hedge holds. */
function legsToOpen(
  { derived, request }: Asked,
  goals: readonly WantedGoal[],
  open: readonly Made[],
): Result<readonly OverlayLeg<ContractTerms>[]> {
  const { overlay } = request;
  if (overlay === undefined) return ok([]);
  const missing = goals.map((goal) => ({ ...goal, wanted: notHedged(goal, open) }));
  const exposures = missing.map(({ asset, price, wanted }) => exposureOf(asset, price, wanted));
  const contracts = chosenContracts(derived, overlay, exposures);
  if (!contracts.ok) return contracts;
  const sized = overlayOf([...exposures, ...moneyBeside(exposures)], contracts.value, overlay.rounding);
  return ok((sized?.legs ?? []).filter((leg) => !isZero(leg.sized.quantity.amount)));
}

/** Coins that no open hedge of the right side holds, signed. */
function notHedged({ asset, change }: WantedGoal, open: readonly Made[]): Quantity {
  const side = isNegative(change) ? 'short' : 'long';
  let left: Quantity = absolute(change);
  for (const { future } of open) {
    if (future.asset !== asset || future.side !== side) continue;
    const held = times(future.coinsPerStep, future.steps);
    left = subtract(left, smaller(left, held));
  }
  // Less than half a step of what is open is rounding, not a hole.
  const step = open.find(({ future }) => future.asset === asset && future.side === side)?.future.coinsPerStep;
  if (step !== undefined && add(left, left) <= step) return zeroQuantity;
  return isNegative(change) ? negate(left) : left;
}

/** As much of it as is missing, with a target of all or of nothing: the overlay then wants just that. */
function exposureOf(asset: AssetId, price: Price, wanted: Quantity): TargetedExposure {
  const value = valueOf(absolute<Quantity>(wanted), price, 'half-even');
  const isLong = isPositive(wanted);
  return {
    asset,
    price,
    target: zeroRate,
    spotValue: isLong ? negate(value) : value,
    futuresValue: zeroMoney,
    isMoney: false,
  };
}

/** Money that makes the sum above zero; a target of zero times it stays zero. */
function moneyBeside(exposures: readonly TargetedExposure[]): TargetedExposure[] {
  const [first] = exposures;
  if (first === undefined) return [];
  let worth = zeroMoney;
  for (const { spotValue } of exposures) worth = add(worth, absolute<Money>(spotValue));
  const spotValue = add(add(worth, worth), worth);
  return [{ ...first, asset: 'MONEY' as AssetId, target: zeroRate, spotValue, isMoney: true }];
}

function newFutures(asked: Asked, legs: readonly OverlayLeg<ContractTerms>[]): Made[] {
  const { derived } = asked;
  const inOrder = lotsInStandingOrder(derived.heldLots, derived.asOf);
  const busy = hedgedAlready(derived);
  const byAsset = Map.groupBy(legs, ({ asset }) => asset);
  return [...byAsset].flatMap(([asset, ofAsset]) => {
    const shorts = ofAsset.filter(({ sized }) => sized.direction === 'short');
    // All that is free, in the standing order: what is sold today gives its place to the next.
    let lots = hedgedLots([{ asset, quantity: heldOf(derived, asset) }], inOrder, busy, derived.asOf).map(
      ({ lot, quantity }) => ({ lot: lot.id, quantity }),
    );
    return ofAsset.map((leg): Made => {
      if (leg.sized.direction === 'long') return newFuture(asked, leg, []);
      const isLast = leg === shorts.at(-1);
      const own = isLast ? lots : takenFrom(lots, coinsHedged(leg)).taken;
      if (!isLast) lots = takenFrom(lots, coinsHedged(leg)).rest;
      return newFuture(asked, leg, own);
    });
  });
}

interface LotPart {
  readonly lot: Parameters<typeof offsetsOfPlanned>[0]['lots'][number]['lot'];
  readonly quantity: Quantity;
}

function takenFrom(lots: readonly LotPart[], most: Quantity): { taken: LotPart[]; rest: LotPart[] } {
  let left = most;
  const taken: LotPart[] = [];
  const rest: LotPart[] = [];
  for (const { lot, quantity } of lots) {
    const part = smaller(quantity, left);
    left = subtract(left, part);
    if (isPositive(part)) taken.push({ lot, quantity: part });
    if (part < quantity) rest.push({ lot, quantity: subtract(quantity, part) });
  }
  return { taken, rest };
}

function heldOf({ heldLots }: Derived, asset: AssetId): Quantity {
  return heldLots.reduce<Quantity>(
    (total, lot) => (lot.asset === asset ? add(total, lot.quantity) : total),
    zeroQuantity,
  );
}

function newFuture(asked: Asked, leg: OverlayLeg<ContractTerms>, lots: readonly LotPart[]): Made {
  const { derived } = asked;
  const { asset, sized, chosen } = leg;
  const { terms, at } = chosen;
  const steps = wholeSteps(sized.quantity.amount, terms.quantityStep);
  const isCross = terms.underlying !== asset;
  const { partialHedge } = derived.taxElections;
  const by = {
    elections: derived.taxElections,
    heldLots: derived.heldLots,
    crossCounts: derived.usFacts.crossCounts,
  };
  const offsets =
    sized.direction === 'long'
      ? []
      : offsetsOfPlanned({ asset, spec: terms, coins: absolute<Quantity>(sized.coins), lots }, by);
  const byRecord = isCross || (partialHedge === 'identified' && lots.length > 0);
  const isFirst = byRecord || partialHedge === 'oldest';
  const fewer = isFirst ? 'first' : partialHedge === 'all' ? 'all' : 'share';
  const size = payoffRules(terms.payoff).sizeOf(terms, sized.quantity, at.price);
  return costed(
    asked,
    { terms, asset, side: sized.direction, at, size },
    {
      position: `${terms.id}@exit#${asset}` as TaxPositionId,
      terms,
      asset,
      side: sized.direction,
      coinsPerStep: shareOf<Quantity>(coinsHedged(leg), 1, steps),
      steps,
      isOpen: false,
      offsets,
      fewer,
      part: null,
    },
  );
}

interface Sized {
  readonly terms: ContractTerms;
  readonly asset: AssetId;
  readonly side: 'long' | 'short';
  readonly at: ValuationPoint;
  readonly size: Size;
}

type Uncosted = Omit<ExitFuture, 'fundingPerYear' | 'carryWords' | 'fee' | 'slippage' | 'marginRate'>;

/** The position with what holding and trading it costs, and where each figure comes from. */
function costed(asked: Asked, sized: Sized, position: Uncosted): Made {
  const { terms } = sized;
  const issues: Issue[] = [];
  const assumed: Assumed[] = [];
  const note = (id: string, label: string, value: Rate, from: string): void => {
    const named = { id: `${id}:${terms.id}`, label: `${label} of ${terms.symbol}`, unit: 'share', from };
    if (!assumed.some((one) => one.id === named.id)) assumed.push({ ...named, value: percentText(value) });
  };
  const place = { asset: position.asset };
  const catalogue = `the catalogue of contracts, as of ${terms.asOf as unknown as string}`;
  const carry = carryFor(asked, sized);
  if (terms.expiry === null) note('carryPerYear', 'Funding a year', carry.perYear, carry.from);
  else rolledNote(asked, sized, note);
  const fee = feeRate(sized);
  if (fee === null) issues.push(issueOf('exit/fee-unknown', 'warning', { contract: terms.symbol }, place));
  else note('fee', 'Fee of one trade', fee, catalogue);
  const slippage = slippageFor(asked, sized);
  if (slippage === null)
    issues.push(issueOf('exit/slippage-unknown', 'warning', { contract: terms.symbol }, place));
  else note('slippage', 'Slippage of one trade', slippage.share, slippage.from);
  const marginRate = marginShare(sized);
  if (marginRate === null)
    issues.push(issueOf('exit/margin-unknown', 'warning', { contract: terms.symbol }, place));
  else note('margin', 'Margin', marginRate, catalogue);
  return {
    issues,
    assumed,
    future: {
      ...position,
      fundingPerYear: terms.expiry === null ? carry.perYear : zeroRate,
      carryWords: carry.words,
      fee: fee ?? zeroRate,
      slippage: slippage?.share ?? zeroRate,
      marginRate,
    },
  };
}

/** What a contract with an end is rolled into stands as far over the coin as this one does today, unless a carry is given. */
function rolledNote(
  { derived, request: { carryPerYear } }: Asked,
  { terms }: Sized,
  note: (id: string, label: string, value: Rate, from: string) => void,
): void {
  const label = 'How far over the coin, a year, contracts after the end';
  if (carryPerYear !== undefined) note('rolledBasis', label, negate(rate(carryPerYear)), 'yours');
  else note('rolledBasis', label, basisPerYear(derived, terms) ?? zeroRate, 'assumed to be as today’s');
}

/** Positive is a cost to the holder of this side. */
function carryFor(
  { derived, request, market }: Asked,
  { terms, asset, side }: Sized,
): { readonly perYear: Rate; readonly words: string; readonly from: string } {
  const { carryPerYear, overlay = NO_OVERLAY } = request;
  const own = carryPerYear === undefined ? null : rate(carryPerYear);
  // What it asks of a leg is its asset and its contract.
  const leg = { asset, chosen: { terms } } as OverlayLeg<ContractTerms>;
  const estimate = carryOfLeg(derived, leg, overlay, market);
  const isOwn = own !== null && terms.expiry === null;
  const toShort = isOwn ? own : estimate.costToShort;
  return {
    perYear: side === 'short' ? toShort : negate(toShort),
    words: isOwn ? 'The funding is the one that you gave.' : estimate.words,
    from: isOwn
      ? 'yours'
      : estimate.from === 'none'
        ? 'not known, taken as 0'
        : 'the mean of what is imported',
  };
}

/** As a share of the notional; null where nobody knows it. */
function feeRate({ terms, size, at }: Sized): Rate | null {
  if (terms.takerFee !== null) return terms.takerFee;
  const rules = payoffRules(terms.payoff);
  const notional = rules.notional(size, at) as Quantity as unknown as Money;
  const fee = tradeFee(terms, rules.orderOf(terms, size, at.price), notional);
  return fee === null || isZero(notional) ? null : ratio<Money>(fee, notional, 'half-even');
}

function slippageFor(
  { request: { futuresSlippage }, market }: Asked,
  { terms, asset, side, at, size }: Sized,
): { readonly share: Rate; readonly from: string } | null {
  if (futuresSlippage !== undefined) return { share: rate(futuresSlippage), from: 'yours' };
  const sides = market.get(marketKey(asset, terms.id))?.sides;
  if (sides === undefined) return null;
  const moved = coins(absolute<Quantity>(payoffRules(terms.payoff).delta(size, at)));
  if (isZero(moved)) return null;
  const { cost } = orderCost(moved, sides[side === 'short' ? 'sell' : 'buy']);
  return cost === null ? null : { share: cost, from: 'its market, for an order of this size' };
}

function marginShare({ terms, side, size, at }: Sized): Rate | null {
  const margin = initialMargin(terms, side, size, at);
  const value = payoffRules(terms.payoff).valueAt(size, at.price);
  return margin === null || isZero(value) ? null : ratio<Quantity>(margin, value, 'half-even');
}

function wholeSteps(amount: Quantity, step: Quantity): number {
  return Number(toText(ratio(roundToStep(amount, step, 'half-even'), step, 'half-even')));
}
