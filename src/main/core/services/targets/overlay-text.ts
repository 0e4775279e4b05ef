import type { z } from 'zod';
import type { overlay as overlayShape } from '../../../../shared/contract/targets-calls.ts';
import type { ContractTerms } from '../../../../shared/domain/contract-terms.ts';
import { toText } from '../../../../shared/num/format.ts';
import { moneyTimes } from '../../../../shared/num/products.ts';
import type { Money, Rate } from '../../../../shared/num/types.ts';
import { dateText } from '../../../../shared/time/local-date.ts';
import type { HedgedLot } from '../../../engine/rebalance/hedged-lots.ts';
import { legMargin } from '../../../engine/rebalance/leg-margin.ts';
import { orderSide } from '../../../engine/rebalance/overlay.ts';
import type { OverlayLeg, WeightRow } from '../../../engine/rebalance/overlay.ts';
import { overlayRisks } from '../../../engine/rebalance/overlay-risks.ts';
import { legNotes, overlaySentence } from '../../../engine/rebalance/overlay-words.ts';
import type { ChosenOverlay } from './overlay-of-request.ts';

type OverlayAnswer = z.output<typeof overlayShape>;

/** An overlay as the contract carries it. */
export function overlayText(chosen: ChosenOverlay, currency: string): OverlayAnswer {
  const { overlay, legs, carry, hedgedLots } = chosen;
  return {
    sentence: overlaySentence(overlay),
    value: toText(overlay.value),
    legs: overlay.legs.map(legText),
    before: overlay.before.map(weightText),
    after: overlay.after.map(weightText),
    risks: overlayRisks({ legs, carry, hedgedLots, currency }).map(({ kind, text }) => ({ kind, text })),
    hedgedLots: hedgedLots.map(hedgedLotText),
  };
}

function legText(leg: OverlayLeg<ContractTerms>): OverlayAnswer['legs'][number] {
  const { asset, chosen, sized, wanted } = leg;
  const { terms } = chosen;
  const margin = legMargin(leg);
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
    residualRate: toText(sized.residualRate),
    initialMargin: margin === null ? null : toText(margin),
    fee: shareOf(sized.notional, terms.takerFee),
    section1256: terms.section1256.status,
    usPersons: terms.usPersons,
    notes: legNotes(leg),
  };
}

function shareOf(notional: Money, share: Rate | null): string | null {
  return share === null ? null : toText(moneyTimes(notional, share, 'half-even'));
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
