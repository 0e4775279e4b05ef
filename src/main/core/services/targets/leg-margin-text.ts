import type { ContractTerms } from '../../../../shared/domain/contract-terms.ts';
import { add, isZero } from '../../../../shared/num/arithmetic.ts';
import { toText } from '../../../../shared/num/format.ts';
import { quantity, rate } from '../../../../shared/num/parse.ts';
import { quantityTimes, ratio } from '../../../../shared/num/products.ts';
import { roundTo } from '../../../../shared/num/rounding.ts';
import type { Exact, Money } from '../../../../shared/num/types.ts';
import { zeroMoney } from '../../../../shared/num/types.ts';
import { settleAmount } from '../../../engine/futures/units.ts';
import type { SettleAmount } from '../../../engine/futures/units.ts';
import { legMarginCheck } from '../../../engine/rebalance/leg-margin-check.ts';
import type { LegMarginCheck } from '../../../engine/rebalance/leg-margin-check.ts';
import type { OverlayLeg } from '../../../engine/rebalance/overlay.ts';
import { percentText, quantityText } from '../../../engine/words.ts';
import type { LegAnswer, OverlayView } from './overlay-view.ts';

type Leg = OverlayLeg<ContractTerms>;
type MarginAnswer = LegAnswer['margin'];

/** A leg's margin, liquidation price and cash for adverse moves, at the money or leverage that the request assumes. */
export function marginText(leg: Leg, view: OverlayView): MarginAnswer {
  const { terms } = leg.chosen;
  const { leverageCap } = view.request;
  const check = legMarginCheck(leg, {
    given: givenFor(leg, view),
    leverageCap: leverageCap === undefined ? null : rate(leverageCap),
  });
  if (check === null) return nothingOrdered(terms);
  const { kind } = check.liquidation;
  return {
    settleAsset: terms.settleAsset,
    initial: textOrNull(check.initial),
    maintenance: textOrNull(check.maintenance),
    wallet: textOrNull(check.wallet),
    walletFrom: check.walletFrom,
    leverage: textOrNull(check.leverage),
    liquidation: {
      kind: check.liquidation.kind === 'price' && check.liquidation.call ? 'margin-call' : kind,
      price: check.liquidation.kind === 'price' ? toText(check.liquidation.price) : null,
      distance: textOrNull(check.distance),
      words: liquidationWords(leg, check),
    },
    cash: check.cash.map(({ move, loss, cash }) => ({
      move: toText(move),
      loss: toText(loss),
      cash: textOrNull(cash),
    })),
    words: walletWords(leg, check),
  };
}

/** The leg's share, by notional, of the money that the user has at its venue. */
function givenFor(leg: Leg, { request, chosen }: OverlayView): SettleAmount | null {
  const { terms } = leg.chosen;
  const row = request.margin?.find(({ venue }) => isVenue(terms, venue));
  if (row === undefined) return null;
  const there = chosen.legs.filter((one) => isVenue(one.chosen.terms, row.venue));
  const total = there.reduce<Money>((sum, { sized }) => add(sum, sized.notional), zeroMoney);
  if (isZero(total)) return null;
  const share = ratio<Money>(leg.sized.notional, total, 'half-even');
  return settleAmount(quantityTimes(quantity(row.amount), share, 'half-even'));
}

/** By its name ("CME") or by what stands before the colon in its contracts ("cme"). */
function isVenue(terms: ContractTerms, venue: string): boolean {
  const asked = venue.toLowerCase();
  return terms.venue.toLowerCase() === asked || terms.id.split(':')[0] === asked;
}

function liquidationWords(leg: Leg, { liquidation, distance }: LegMarginCheck): string {
  const { terms } = leg.chosen;
  switch (liquidation.kind) {
    case 'unknown':
      return `Where ${terms.venue} would close it is not known: ${liquidation.why}.`;
    case 'none':
      return 'No price closes it.';
    case 'price': {
      const away =
        distance === null
          ? ''
          : `, ${percentText(distance)} ${leg.sized.direction === 'short' ? 'above' : 'below'} the price now`;
      const at = `${toText(roundTo(liquidation.price, 2, 'half-even'))} ${terms.quote}`;
      if (liquidation.reached) return `With that, margin would be short from the first moment.`;
      return liquidation.call
        ? `The broker would call for money at ${at}${away}.`
        : `${terms.venue} would close it at ${at}${away}.`;
    }
  }
}

function walletWords(leg: Leg, { wallet, walletFrom, leverage }: LegMarginCheck): string {
  const { terms } = leg.chosen;
  if (wallet === null)
    return `What ${terms.symbol} asks as margin is not known here: ask the venue, or say how much money lies there.`;
  const amount = quantityText(roundTo(wallet, 8, 'half-even'), terms.settleAsset);
  const times = leverage === null ? '' : `, ${toText(roundTo(leverage, 1, 'half-even'))} times`;
  const from = {
    given: `as you say lies at ${terms.venue}`,
    'leverage-cap': 'as your cap on leverage asks',
    'initial-margin': 'the least that is asked overnight',
    unknown: '',
  }[walletFrom];
  return `Taken with ${amount} (${from}${times}), for this leg alone: what else is open there is not counted.`;
}

function nothingOrdered({ settleAsset }: ContractTerms): MarginAnswer {
  return {
    settleAsset,
    initial: null,
    maintenance: null,
    wallet: null,
    walletFrom: 'unknown',
    leverage: null,
    liquidation: { kind: 'none', price: null, distance: null, words: 'Nothing is ordered.' },
    cash: [],
    words: 'Nothing is ordered.',
  };
}

function textOrNull(value: Exact | null): string | null {
  return value === null ? null : toText(value);
}
