import type { ContractTerms } from '../../../shared/domain/contract-terms.ts';
import { absolute, compare, isNegative, isZero } from '../../../shared/num/arithmetic.ts';
import { toText } from '../../../shared/num/format.ts';
import { rate } from '../../../shared/num/parse.ts';
import { quantityTimes } from '../../../shared/num/products.ts';
import { roundTo } from '../../../shared/num/rounding.ts';
import type { Quantity } from '../../../shared/num/types.ts';
import { dateText } from '../../../shared/time/local-date.ts';
import { payoffRules } from '../futures/payoff/payoff-rules.ts';
import type { Overlay, OverlayLeg, WeightRow } from './overlay.ts';
import { listText, percentNumber, percentText, quantityText } from '../words.ts';

/** The overlay in one sentence: "Short 0.3 BTC with BTCUSDT and go long 7.5 ETH with ETHUSDT: 65/35 becomes 50/50. No coin is sold." */
export function overlaySentence(overlay: Overlay<ContractTerms>): string {
  const legs = overlay.legs.filter(({ sized }) => !isZero(sized.quantity.amount));
  if (overlay.residuals.length === 0) return 'Everything stands at its target: no futures are needed.';
  if (legs.length === 0) {
    return `The contracts chosen are too large or missing, so nothing is ordered: ${weightsText(overlay.before)} stays.`;
  }
  const words = legs.map(({ sized, asset, chosen }) => {
    const amount = quantityText(absolute(sized.coins), chosen.cross?.underlying ?? asset);
    return `${sized.direction === 'short' ? 'short' : 'go long'} ${amount} with ${chosen.terms.symbol}`;
  });
  const list = listText(words);
  const sentence = `${list.charAt(0).toUpperCase()}${list.slice(1)}`;
  return `${sentence}: ${weightsText(overlay.before)} becomes ${weightsText(overlay.after)}. No coin is sold.`;
}

const LARGE_RESIDUAL = rate('0.05');
const LARGE_STEP = rate('0.25');

/** What a person should know of one leg, each a whole sentence: size, minimum, age of its mark, the catalogue's note. */
export function legNotes({ aimed, sized, chosen, asset }: OverlayLeg<ContractTerms>): string[] {
  const { terms, at } = chosen;
  const rules = payoffRules(terms.payoff);
  const step = rules.delta(
    rules.sizeOf(terms, { unit: terms.quantityUnit, amount: terms.quantityStep }, at.price),
    at,
  );
  const notes: string[] = [];
  if (sized.belowMinimum) {
    notes.push(
      `${quantityText(absolute(aimed), terms.underlying)} is less than the smallest order of ${terms.symbol}.`,
    );
  } else if (compare<Quantity>(step, quantityTimes(absolute(aimed), LARGE_STEP, 'half-even')) > 0) {
    notes.push(
      `One step of ${terms.symbol} is ${quantityText(step, terms.underlying)}, large for what is wanted.`,
    );
  } else if (compare(absolute(sized.residualRate), LARGE_RESIDUAL) > 0) {
    notes.push(
      `${percentText(absolute(sized.residualRate))} ${isNegative(sized.residualRate) ? 'more than wanted is ordered' : 'of what is wanted stays open'} after rounding.`,
    );
  }
  if (chosen.cross !== undefined) {
    notes.push(
      `A cross hedge: it moves with ${terms.underlying}, not with ${asset}, and counts as exposure to ${terms.underlying}. The weight of ${asset} stays as it is.`,
    );
  }
  if (terms.resets === 'daily' && terms.kind === 'dated') {
    notes.push(
      `${terms.symbol} settles every day, so gains and losses earn or cost interest until it ends: an exact hedge is a little smaller (about 1 % for a quarter at 4 % a year), most often less than one step.`,
    );
  }
  const { ownMarkOf } = chosen;
  if (ownMarkOf !== undefined && ownMarkOf !== null) {
    notes.push(
      `The price of ${terms.symbol} known here is of ${dateText(ownMarkOf)}, more than a day from that of ${asset}: the price of ${asset} is used.`,
    );
  }
  if (terms.notes !== null) notes.push(terms.notes);
  return notes;
}

/** "65/35", or "BTC 65 %, ETH 35 %" where there are more than two. */
function weightsText(rows: readonly WeightRow[]): string {
  if (rows.length === 2)
    return rows.map(({ weight }) => percentNumber(roundTo(weight, 3, 'half-even'))).join('/');
  return rows
    .map(({ asset, weight }) => `${asset} ${percentText(roundTo(weight, 3, 'half-even'))}`)
    .join(', ');
}

/** Canonical text of a leg's quantity with its unit: "12 contracts", "0.3 BTC", "15000 USD". */
export function orderText({ sized, chosen }: OverlayLeg<ContractTerms>): string {
  const { terms } = chosen;
  const unit = { contracts: 'contracts', base: terms.underlying, quote: terms.quote }[terms.quantityUnit];
  return `${toText(sized.quantity.amount)} ${unit} of ${terms.symbol}`;
}
