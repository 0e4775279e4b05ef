import type { ContractTerms } from '../../../../shared/domain/contract-terms.ts';
import { toText } from '../../../../shared/num/format.ts';
import { dateText } from '../../../../shared/time/local-date.ts';
import type { HedgedLot } from '../../../engine/rebalance/hedged-lots.ts';
import { legMargin } from '../../../engine/rebalance/leg-margin.ts';
import { orderSide } from '../../../engine/rebalance/overlay.ts';
import type { OverlayLeg, WeightRow } from '../../../engine/rebalance/overlay.ts';
import { overlayRisks } from '../../../engine/rebalance/overlay-risks.ts';
import { legNotes, overlaySentence } from '../../../engine/rebalance/overlay-words.ts';
import { entryOrderText } from './entry-order-text.ts';
import { exposureText } from './exposure-text.ts';
import { legDetails } from './leg-details.ts';
import type { LegAnswer, OverlayAnswer, OverlayView } from './overlay-view.ts';

/** An overlay as the contract carries it. */
export function overlayText(view: OverlayView): OverlayAnswer {
  const { chosen, derived } = view;
  const { overlay, legs, carry, hedgedLots } = chosen;
  const { currency } = derived.facts;
  return {
    sentence: overlaySentence(overlay),
    value: toText(overlay.value),
    legs: overlay.legs.map((leg) => legText(leg, view)),
    before: overlay.before.map(weightText),
    after: overlay.after.map(weightText),
    risks: overlayRisks({ legs, carry, hedgedLots, currency }).map(({ kind, text }) => ({ kind, text })),
    hedgedLots: hedgedLots.map(hedgedLotText),
    entryOrder: entryOrderText(legs, currency),
    exposure: exposureText(view),
  };
}

function legText(leg: OverlayLeg<ContractTerms>, view: OverlayView): LegAnswer {
  const { asset, chosen, sized, wanted } = leg;
  const { terms } = chosen;
  const margin = legMargin(leg);
  const details = legDetails(leg, view);
  return {
    asset,
    contract: terms.id,
    contractName: terms.name,
    side: orderSide(wanted),
    quantity: toText(sized.quantity.amount),
    unit: sized.quantity.unit,
    quote: terms.quote,
    coins: toText(sized.coins),
    price: toText(chosen.at.price),
    notional: toText(sized.notional),
    wanted: toText(wanted),
    residual: toText(sized.residual),
    residualValue: toText(sized.residualValue),
    residualRate: toText(sized.residualRate),
    initialMargin: margin === null ? null : toText(margin),
    fee: details.cost.fee,
    section1256: terms.section1256.status,
    usPersons: terms.usPersons,
    notes: [...legNotes(leg), ...details.reduce.map(({ words }) => words)],
    ...details,
  };
}

function weightText({ asset, target, weight }: WeightRow): OverlayAnswer['before'][number] {
  return { asset, target: toText(target), weight: toText(weight) };
}

function hedgedLotText({
  asset,
  lot,
  quantity,
  clockRestarts,
}: HedgedLot): OverlayAnswer['hedgedLots'][number] {
  return {
    asset,
    lot: lot.id,
    quantity: toText(quantity),
    acquiredDate: dateText(lot.acquiredDate),
    longTermFrom: dateText(lot.longTermFrom),
    clockRestarts,
  };
}
