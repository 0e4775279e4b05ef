import type { ContractTerms } from '../../../../shared/domain/contract-terms.ts';
import type { Side } from '../../../../shared/domain/event.ts';
import {
  absolute,
  add,
  compare,
  isNegative,
  isZero,
  smaller,
  subtract,
} from '../../../../shared/num/arithmetic.ts';
import { roundTo, roundToStep } from '../../../../shared/num/rounding.ts';
import type { Quantity, Rate } from '../../../../shared/num/types.ts';
import { quantityTimes } from '../../../../shared/num/products.ts';
import type { LocalDate } from '../../../../shared/time/local-date.ts';
import { dateText, daysBetween } from '../../../../shared/time/local-date.ts';
import { percentText, quantityText } from '../../words.ts';
import { payoffRules } from '../payoff/payoff-rules.ts';
import type { ValuationPoint } from '../payoff/payoff.ts';
import { sizeHedge } from '../size-hedge.ts';
import { coins, signedCoins } from '../units.ts';
import type { Coins, OrderQuantity } from '../units.ts';
import { hedgeRatio } from './hedge-gap.ts';

/** What is known of a leg when its ratio is to be restored. */
export interface AdjustmentInput {
  readonly terms: ContractTerms;
  readonly at: ValuationPoint;
  /** What the leg has open, in order units; zero where it is not open. */
  readonly open: OrderQuantity;
  /** Coins that all legs of the plan in the asset move together, signed. */
  readonly moved: Coins;
  /** Coins that would bring the asset to its target now, signed. */
  readonly wanted: Coins;
  /** The part of it that the plan hedges. */
  readonly plannedRatio: Rate;
  readonly side: Side;
  readonly asOf: LocalDate;
  /** Days before the expiry from which nothing is added to the contract. */
  readonly rollActDays: number;
}

export interface Check {
  readonly check: string;
  readonly passed: boolean;
  readonly words: string;
}

export interface AdjustingTrade {
  readonly side: Side;
  readonly quantity: Quantity;
  /** It only takes off what the leg has open, at its own position. */
  readonly reduceOnly: boolean;
  readonly coins: Coins;
}

export interface Adjustment {
  /** null where nothing is to be traded, or a check forbids it. */
  readonly trade: AdjustingTrade | null;
  /** Coins by which the leg misses the plan's ratio now, and after the trade. */
  readonly before: Coins;
  readonly after: Coins;
  readonly ratioAfter: Rate | null;
  readonly checks: readonly Check[];
  /** Why there is no trade, or what remains. */
  readonly words: string;
}

/**
 * The trade that brings a leg back to its plan's ratio, in whole contracts: the absolute miss falls, its sign turns at
 * most by what rounding leaves, nothing is closed that is not open, what closes is reduce-only, and nothing is added to
 * a contract that is about to end. Where a check fails there is no trade.
 */
export function adjustingTrade(input: AdjustmentInput): Adjustment {
  const { terms, at, moved, wanted, plannedRatio } = input;
  const goal = coins(quantityTimes(wanted, plannedRatio, 'half-even'));
  const before = coins(subtract<Quantity>(goal, moved));
  const trade = tradeFor(input, before);
  if (trade === null) return nothing(before, moved, wanted, [], stepWords(input, before));
  const after = coins(subtract<Quantity>(before, trade.coins));
  const step = stepCoins(terms, at);
  const checks = [
    expiryCheck(input, trade),
    fallsCheck(before, after, terms.underlying),
    flipCheck(before, after, step, terms.underlying),
    openCheck(input, trade),
  ];
  const failed = checks.find(({ passed }) => !passed);
  if (failed !== undefined) return nothing(before, moved, wanted, checks, failed.words);
  const ratioAfter = hedgeRatio(coins(add<Quantity>(moved, trade.coins)), wanted);
  const words =
    ratioAfter === null
      ? 'Nothing is wanted any more: the leg is closed.'
      : `After it the hedge covers ${percentText(ratioAfter)} of what is wanted.`;
  return { trade, before, after, ratioAfter, checks, words };
}

function nothing(
  before: Coins,
  moved: Coins,
  wanted: Coins,
  checks: readonly Check[],
  words: string,
): Adjustment {
  return { trade: null, before, after: before, ratioAfter: hedgeRatio(moved, wanted), checks, words };
}

function tradeFor({ terms, at, open, side }: AdjustmentInput, miss: Coins): AdjustingTrade | null {
  if (isZero(miss)) return null;
  const adds = (side === 'sell') === isNegative(miss);
  const sized = sizeHedge(miss, terms, at, 'nearest');
  const wanted = sized.quantity.amount;
  const amount = adds ? wanted : reducible(wanted, open, terms);
  if (isZero(amount)) return null;
  const rules = payoffRules(terms.payoff);
  const size = rules.sizeOf(terms, { unit: terms.quantityUnit, amount }, at.price);
  return {
    side: isNegative(miss) ? 'sell' : 'buy',
    quantity: amount,
    reduceOnly: !adds,
    coins: signedCoins(isNegative(miss) ? 'short' : 'long', rules.delta(size, at)),
  };
}

/** Never more than is open; in whole steps unless it closes all. */
function reducible(wanted: Quantity, open: OrderQuantity, terms: ContractTerms): Quantity {
  const most = smaller(wanted, open.amount);
  return compare(most, open.amount) === 0 ? most : roundToStep(most, terms.quantityStep, 'floor');
}

function stepCoins(terms: ContractTerms, at: ValuationPoint): Coins {
  const rules = payoffRules(terms.payoff);
  const order = { unit: terms.quantityUnit, amount: terms.minQuantity ?? terms.quantityStep };
  return rules.delta(rules.sizeOf(terms, order, at.price), at);
}

function stepWords({ terms, at, side, open }: AdjustmentInput, miss: Coins): string {
  if (isZero(roundTo(miss, 8, 'half-even'))) return 'The hedge fits its plan.';
  const adds = (side === 'sell') === isNegative(miss);
  if (!adds && isZero(open.amount)) return 'Nothing is open that could be taken off.';
  return `${quantityText(absolute(miss), terms.underlying)} are missing, less than one step of ${terms.symbol} (${quantityText(stepCoins(terms, at), terms.underlying)}): nothing is to be traded.`;
}

function fallsCheck(before: Coins, after: Coins, asset: string): Check {
  const passed = compare<Quantity>(absolute(after), absolute(before)) < 0;
  const from = quantityText(absolute(before), asset);
  const to = quantityText(absolute(after), asset);
  const words = passed
    ? `The exposure off plan falls from ${from} to ${to}.`
    : `The exposure off plan would not fall: ${from} before, ${to} after.`;
  return { check: 'net-falls', passed, words };
}

function flipCheck(before: Coins, after: Coins, step: Coins, asset: string): Check {
  const flips = !isZero(after) && isNegative(before) !== isNegative(after);
  const passed = !flips || compare<Quantity>(absolute(after), step) <= 0;
  const words = passed
    ? flips
      ? `It goes past the plan by ${quantityText(absolute(after), asset)}, less than one step.`
      : 'The exposure keeps its sign.'
    : `It would turn the exposure around by ${quantityText(absolute(after), asset)}.`;
  return { check: 'no-flip', passed, words };
}

function openCheck({ open, terms }: AdjustmentInput, trade: AdjustingTrade): Check {
  const passed = !trade.reduceOnly || compare(trade.quantity, open.amount) <= 0;
  const words = !trade.reduceOnly
    ? 'It adds to the leg and closes nothing.'
    : passed
      ? `It takes off no more than the leg has open in ${terms.symbol}.`
      : `It would close more than the leg has open in ${terms.symbol}.`;
  return { check: 'closes-only-open', passed, words };
}

function expiryCheck({ terms, asOf, rollActDays }: AdjustmentInput, trade: AdjustingTrade): Check {
  const { expiry } = terms;
  if (expiry === null) return { check: 'expiry', passed: true, words: `${terms.symbol} has no end.` };
  const days = daysBetween(asOf, expiry);
  if (days < 0)
    return { check: 'expiry', passed: false, words: `${terms.symbol} has expired: it cannot be traded.` };
  const passed = trade.reduceOnly || days > rollActDays;
  const words = passed
    ? `${terms.symbol} ends on ${dateText(expiry)}.`
    : `${terms.symbol} ends on ${dateText(expiry)}: roll the leg first, then adjust it in the later contract.`;
  return { check: 'expiry', passed, words };
}
