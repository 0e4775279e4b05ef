/** How a leg could be rounded, mixed of two sizes, or traded in a contract that fits better. */
import type { ContractTerms } from '../../../../shared/domain/contract-terms.ts';
import { absolute, add, isNegative, isZero, subtract } from '../../../../shared/num/arithmetic.ts';
import { toText } from '../../../../shared/num/format.ts';
import type { Money } from '../../../../shared/num/types.ts';
import { listedContracts } from '../../../engine/futures/contract-lookup.ts';
import { sizeHedge } from '../../../engine/futures/size-hedge.ts';
import type { SizedHedge } from '../../../engine/futures/size-hedge.ts';
import { contractAdvice, mixPartner } from '../../../engine/futures/sizing/contract-advice.ts';
import { orderCount, roundings } from '../../../engine/futures/sizing/roundings.ts';
import { cheaperOf, sizeMix } from '../../../engine/futures/sizing/size-mix.ts';
import type { Sizable } from '../../../engine/futures/sizing/size-mix.ts';
import { tradeFee } from '../../../engine/futures/trade-fee.ts';
import type { OverlayLeg } from '../../../engine/rebalance/overlay.ts';
import { moneyText, percentText, quantityText } from '../../../engine/words.ts';
import { keptFor } from '../../kept-for.ts';
import type { Derived } from '../../derived.ts';
import { chosenContract } from './chosen-contracts.ts';
import type { LegAnswer, OverlayView } from './overlay-view.ts';

type Leg = OverlayLeg<ContractTerms>;

/** What one can trade on the day: the catalogue's series opened out, once a day. */
const listedOf = keptFor((derived: Derived) => listedContracts(derived.facts.catalogue, derived.asOf));

export function sizingText(
  leg: Leg,
  { derived, request }: OverlayView,
): Pick<LegAnswer, 'alternatives' | 'mix' | 'advice'> {
  const { chosen, aimed } = leg;
  const { terms, at } = chosen;
  const others = candidatesOf(leg, derived);
  return {
    alternatives: roundings(aimed, terms, at).map((sized) => ({
      ...sizedText(sized),
      rounding: sized.rounding,
      chosen: sized.quantity.amount === leg.sized.quantity.amount && sized.rounding === request.rounding,
      belowMinimum: sized.belowMinimum,
      orders: orderCount(sized.quantity.amount, terms.maxQuantity),
    })),
    mix: chosen.small === undefined ? mixText(leg, others, request.rounding) : null,
    advice: adviceText(leg, others, request.rounding),
  };
}

/** Contracts on the same coin as the leg's, each where it trades. */
function candidatesOf({ chosen }: Leg, derived: Derived): Sizable<ContractTerms>[] {
  const { underlying } = chosen.terms;
  return listedOf(derived)
    .filter((terms) => terms.underlying === underlying && terms.id !== chosen.terms.id)
    .map((terms) => {
      const { at } = chosenContract(
        derived,
        terms,
        chosen.cross?.price ?? coinPrice(derived, underlying, chosen),
      );
      return { terms, at };
    });
}

function coinPrice(
  derived: Derived,
  underlying: ContractTerms['underlying'],
  { at }: Leg['chosen'],
): Sizable['at']['price'] {
  return derived.prices.latest(underlying, derived.at)?.price ?? at.price;
}

function sizedText(
  sized: SizedHedge,
): Omit<LegAnswer['alternatives'][number], 'rounding' | 'chosen' | 'belowMinimum' | 'orders'> {
  return {
    quantity: toText(sized.quantity.amount),
    coins: toText(sized.coins),
    notional: toText(sized.notional),
    residual: toText(sized.residual),
    residualValue: toText(sized.residualValue),
    residualRate: toText(sized.residualRate),
  };
}

function mixText(
  { aimed, chosen }: Leg,
  others: readonly Sizable<ContractTerms>[],
  rounding: OverlayView['request']['rounding'],
): LegAnswer['mix'] {
  const pair = mixPartner(aimed, chosen, others);
  if (pair === null) return null;
  const { large, small } = pair;
  const mix = sizeMix(aimed, large, small, rounding);
  if (isZero(mix.large.quantity.amount)) return null;
  const only = sizeHedge(aimed, small.terms, small.at, rounding);
  const fee = sumOf(feeOf(large, mix.large), feeOf(small, mix.small));
  const feeOfSmallOnly = feeOf(small, only);
  const cheaper = cheaperOf(fee, feeOfSmallOnly);
  return {
    large: contractQuantity(large, mix.large),
    small: contractQuantity(small, mix.small),
    coins: toText(mix.coins),
    notional: toText(mix.notional),
    residual: toText(mix.residual),
    residualValue: toText(mix.residualValue),
    residualRate: toText(mix.residualRate),
    fee: textOrNull(fee),
    feeOfSmallOnly: textOrNull(feeOfSmallOnly),
    cheaper,
    words: `${orderWords(large, mix.large)} and ${orderWords(small, mix.small)} leave ${quantityText(absolute(mix.residual), small.terms.underlying)} open; ${feeWords(fee, feeOfSmallOnly, small)}.`,
  };
}

function feeWords(mix: Money | null, smallOnly: Money | null, small: Sizable<ContractTerms>): string {
  if (mix === null || smallOnly === null) return 'which way costs less is not known, because a fee is not';
  const quote = small.terms.quote;
  const order = cheaperOf(mix, smallOnly);
  if (order === 'same') return 'both ways cost the same in fees';
  const gap = moneyText(absolute(subtract(mix, smallOnly)), quote);
  return order === 'mix'
    ? `that costs ${gap} less in fees than ${small.terms.symbol} alone`
    : `${small.terms.symbol} alone costs ${gap} less in fees`;
}

function adviceText(
  leg: Leg,
  others: readonly Sizable<ContractTerms>[],
  rounding: OverlayView['request']['rounding'],
): LegAnswer['advice'] {
  const { aimed, chosen, sized } = leg;
  const found = contractAdvice(aimed, chosen, others, rounding);
  if (found === null) return null;
  const { terms } = found.contract;
  const misses = sized.belowMinimum
    ? `cannot be ordered for so little`
    : `${isNegative(sized.residualRate) ? 'overshoots by' : 'leaves open'} ${percentText(absolute(sized.residualRate))}`;
  return {
    contract: terms.id,
    contractName: terms.name,
    quantity: toText(found.sized.quantity.amount),
    residualRate: toText(found.sized.residualRate),
    words: `${chosen.terms.symbol} is too large for this portfolio (it ${misses}): use ${terms.symbol} of ${terms.venue}. ${orderWords(found.contract, found.sized)}: ${leavesWords(found.sized)}.`,
  };
}

function leavesWords({ residualRate }: SizedHedge): string {
  if (isZero(residualRate)) return 'nothing is left open';
  const share = percentText(absolute(residualRate));
  return isNegative(residualRate) ? `${share} too much` : `${share} is left open`;
}

function contractQuantity(
  { terms }: Sizable<ContractTerms>,
  { quantity }: SizedHedge,
): NonNullable<LegAnswer['mix']>['large'] {
  return { contract: terms.id, contractName: terms.name, quantity: toText(quantity.amount) };
}

function orderWords({ terms }: Sizable<ContractTerms>, { quantity }: SizedHedge): string {
  const unit = { contracts: 'contracts', base: terms.underlying, quote: terms.quote }[terms.quantityUnit];
  return `${quantityText(quantity.amount, unit)} of ${terms.symbol}`;
}

function feeOf({ terms }: Sizable<ContractTerms>, { quantity, notional }: SizedHedge): Money | null {
  return tradeFee(terms, quantity, notional);
}

function sumOf(a: Money | null, b: Money | null): Money | null {
  return a === null || b === null ? null : add(a, b);
}

function textOrNull(value: Money | null): string | null {
  return value === null ? null : toText(value);
}
