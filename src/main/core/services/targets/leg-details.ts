/** What an answer says of a leg beside its size. */
import type { ContractTerms } from '../../../../shared/domain/contract-terms.ts';
import { absolute, compare, isNegative, isZero } from '../../../../shared/num/arithmetic.ts';
import { toText } from '../../../../shared/num/format.ts';
import { quantityTimes, ratio as rateRatio } from '../../../../shared/num/products.ts';
import type { Quantity, Rate } from '../../../../shared/num/types.ts';
import { fieldsOf, unconfirmedWords } from '../../../engine/futures/evidence.ts';
import { marginCautions } from '../../../engine/futures/margin/margin-cautions.ts';
import { payoffRules } from '../../../engine/futures/payoff/payoff-rules.ts';
import { reduceFirst } from '../../../engine/futures/sizing/reduce-first.ts';
import type { Reduction } from '../../../engine/futures/sizing/reduce-first.ts';
import { sizeHedge } from '../../../engine/futures/size-hedge.ts';
import type { HedgeRounding } from '../../../engine/futures/size-hedge.ts';
import { coins } from '../../../engine/futures/units.ts';
import { orderSide } from '../../../engine/rebalance/overlay.ts';
import type { OverlayLeg } from '../../../engine/rebalance/overlay.ts';
import { quantityText } from '../../../engine/words.ts';
import { costText } from './leg-cost-text.ts';
import { carryText } from './leg-carry-text.ts';
import { marginText } from './leg-margin-text.ts';
import { sizingText } from './leg-sizing-text.ts';
import { openPositions } from './open-positions.ts';
import type { LegAnswer, OverlayView } from './overlay-view.ts';

type Leg = OverlayLeg<ContractTerms>;
type Details = Pick<
  LegAnswer,
  | 'underlying'
  | 'aimed'
  | 'alternatives'
  | 'mix'
  | 'advice'
  | 'unconfirmed'
  | 'margin'
  | 'carry'
  | 'cost'
  | 'ratio'
  | 'reduce'
>;

export function legDetails(leg: Leg, view: OverlayView): Details {
  const { terms } = leg.chosen;
  return {
    underlying: terms.underlying,
    aimed: toText(leg.aimed),
    ...sizingText(leg, view),
    unconfirmed: [
      ...unconfirmedWords(
        terms,
        fieldsOf('sizing', 'margin', 'fee', 'tax', terms.kind === 'dated' ? 'expiry' : 'funding'),
      ),
      ...cautionsOf(leg),
    ],
    margin: marginText(leg, view),
    carry: carryText(leg, view),
    cost: costText(leg, view),
    ratio: ratioText(leg, view),
    reduce: reducesText(leg, view),
  };
}

function cautionsOf({ chosen: { terms, at }, sized }: Leg): string[] {
  return marginCautions(terms, payoffRules(terms.payoff).sizeOf(terms, sized.quantity, at.price), at);
}

function ratioText(leg: Leg, { chosen: overlay, request }: OverlayView): LegAnswer['ratio'] {
  const found = overlay.ratios.get(leg.asset);
  if (found === undefined) return { used: 'naive', ratio: '1', options: [] };
  return {
    used: found.used,
    ratio: toText(found.ratio),
    options: found.options.map((option) => ({
      kind: option.kind,
      ratio: option.ratio === null ? null : toText(option.ratio),
      low: option.low === null ? null : toText(option.low),
      high: option.high === null ? null : toText(option.high),
      quantity:
        option.ratio === null ? null : toText(quantityAt(leg, option.ratio, found.ratio, request.rounding)),
      words: option.words,
    })),
  };
}

/** The order that a ratio comes to, in this leg's contract: what is aimed at by the ratio in use, scaled. */
function quantityAt(leg: Leg, ratio: Rate, used: Rate, rounding: HedgeRounding): Quantity {
  const aimed = isZero(used)
    ? leg.aimed
    : coins(quantityTimes(leg.aimed, rateRatio(ratio, used, 'half-even'), 'half-even'));
  return sizeHedge(aimed, leg.chosen.terms, leg.chosen.at, rounding).quantity.amount;
}

function reducesText(leg: Leg, view: OverlayView): LegAnswer['reduce'] {
  const { underlying } = leg.chosen.terms;
  const positions = openPositions(view.derived).filter(
    ({ position }) => position.spec.underlying === underlying,
  );
  return reduceFirst(leg.sized.coins, positions).map((reduction) => reduceText(reduction, leg, view));
}

function reduceText(
  { position, quantity, coins: closed }: Reduction,
  leg: Leg,
  { derived }: OverlayView,
): LegAnswer['reduce'][number] {
  const { spec } = position;
  const side = orderSide(closed);
  const unit = { contracts: 'contracts', base: spec.underlying, quote: spec.quote }[spec.quantityUnit];
  const isAll = compare(absolute(closed), absolute(leg.sized.coins)) >= 0;
  const account = derived.accountName(position.account);
  const open = `A ${position.side} of ${spec.symbol} is open in "${account}"`;
  const instead = `${isNegative(closed) ? 'sell' : 'buy back'} ${quantityText(quantity.amount, unit)} of it, reduce-only`;
  return {
    contract: spec.id,
    account: position.account,
    accountName: account,
    positionSide: position.positionSide,
    side,
    quantity: toText(quantity.amount),
    coins: toText(closed),
    covers: isAll ? 'all' : 'part',
    words: isAll
      ? `${open}: instead of opening against it, ${instead}. Then this leg is not needed.`
      : `${open}: ${instead}, and open only what is still missing.`,
  };
}
