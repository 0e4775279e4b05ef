import type { CallAnswer, CallRequest } from '../../../../shared/contract/contract.ts';
import { fail, ok } from '../../../../shared/errors/failure.ts';
import type { Result } from '../../../../shared/errors/failure.ts';
import { compare, isPositive } from '../../../../shared/num/arithmetic.ts';
import { toText } from '../../../../shared/num/format.ts';
import { price, quantity, rate } from '../../../../shared/num/parse.ts';
import type { Price, Rate } from '../../../../shared/num/types.ts';
import { coins } from '../../../engine/futures/units.ts';
import type { Coins } from '../../../engine/futures/units.ts';
import { coinsOfOrder } from '../../../engine/market/coins-of-order.ts';
import { halfSpread, midOf } from '../../../engine/market/half-spread.ts';
import { almgrenImpact, shareOfVolume } from '../../../engine/market/impact.ts';
import { volumeFlag } from '../../../engine/market/order-flags.ts';
import { orderCost } from '../../../engine/market/order-cost.ts';
import type { OrderCost } from '../../../engine/market/order-cost.ts';
import { bestFirst } from '../../../engine/market/walk-book.ts';
import type { BookLevel } from '../../../engine/market/walk-book.ts';
import type { HandlersOf } from '../../call-context.ts';
import { rateText } from '../market/texts.ts';
import { sizingTermsOf } from './calc-contract.ts';

type Request = CallRequest<'calc.slippage'>;
type Answer = CallAnswer<'calc.slippage'>;
type ToCoins = (amount: string, at: Price | null) => Coins;

export const calcSlippageHandlers: HandlersOf<'calc.slippage'> = {
  'calc.slippage': async (request) => {
    const spread = spreadOf(request);
    if (!spread.ok) return spread;
    const { mid, half } = spread.value;
    const toCoins = converterOf(request, mid);
    if (!toCoins.ok) return toCoins;
    const wanted = toCoins.value(request.quantity, mid);
    if (!isPositive(wanted)) return invalid('quantity', 'it is less than any coin at that price');
    const levels = levelsOf(request, toCoins.value);
    const beyond = beyondMid(request.side, mid, levels);
    if (beyond !== null) return beyond;
    const sigma = request.dailyVolatility === undefined ? null : rate(request.dailyVolatility);
    const volume =
      request.averageDailyVolume === undefined ? null : toCoins.value(request.averageDailyVolume, mid);
    const cost = orderCost(wanted, {
      side: request.side,
      mid,
      levels,
      bestLevels: null,
      halfSpread: half,
      dailySigma: sigma,
      averageDailyVolume: volume,
      depth: null,
    });
    return ok({
      coins: toText(wanted),
      mid: mid === null ? null : toText(mid),
      walk: walkText(cost),
      halfSpread: rateText(half),
      impact: impactText(cost.impact),
      almgren: almgrenText(request, sigma, volume === null ? null : shareOfVolume(wanted, volume)),
      shareOfVolume: rateText(cost.shareOfVolume),
      volumeFlag: cost.shareOfVolume === null ? null : volumeFlag(cost.shareOfVolume),
      cost: rateText(cost.cost),
      from: cost.from,
    });
  },
};

function spreadOf({
  mid,
  bid,
  ask,
}: Request): Result<{ readonly mid: Price | null; readonly half: Rate | null }> {
  if ((bid === undefined) !== (ask === undefined))
    return invalid(bid === undefined ? 'bid' : 'ask', 'bid and ask stand together');
  const given = mid === undefined ? null : price(mid);
  if (bid === undefined || ask === undefined) return ok({ mid: given, half: null });
  const [low, high] = [price(bid), price(ask)];
  if (compare(low, high) > 0) return invalid('bid', 'it is above the ask');
  if (given !== null && (compare(given, low) < 0 || compare(given, high) > 0))
    return invalid('mid', `it does not lie between bid ${bid} and ask ${ask}`);
  return ok({ mid: given ?? midOf(low, high), half: halfSpread(low, high) });
}

/** Whoever buys pays at least the middle, whoever sells gets at most it: a book on the other side is of another time or coin. */
function beyondMid(
  side: Request['side'],
  mid: Price | null,
  levels: readonly BookLevel[] | null,
): Result<never> | null {
  const best = levels?.[0]?.price;
  if (mid === null || best === undefined) return null;
  const isFine = side === 'buy' ? compare(best, mid) >= 0 : compare(best, mid) <= 0;
  return isFine
    ? null
    : invalid(
        'mid',
        `the best price to ${side} at is ${toText(best)}, which is ${side === 'buy' ? 'below' : 'above'} a middle of ${toText(mid)}`,
      );
}

/** Errors: `contracts/unknown`; without a contract, or a middle to convert at, contracts are no coins. */
function converterOf({ unit, contract, levels }: Request, mid: Price | null): Result<ToCoins> {
  if (unit !== 'contracts') return ok((amount) => coins(quantity(amount)));
  if (contract === undefined) return invalid('contract', 'sizes in contracts need the contract');
  const terms = sizingTermsOf(contract, 'contract');
  if (!terms.ok) return terms;
  const fallback = mid ?? (levels?.[0] === undefined ? null : price(levels[0].price));
  if (fallback === null) return invalid('mid', 'contracts are converted to coins at a price');
  return ok((amount, at) => coinsOfOrder(terms.value, quantity(amount), at ?? fallback));
}

function levelsOf({ levels, side }: Request, toCoins: ToCoins): readonly BookLevel[] | null {
  if (levels === undefined) return null;
  const converted = levels.map((level) => {
    const at = price(level.price);
    return { price: at, size: toCoins(level.size, at) };
  });
  return bestFirst(converted, side);
}

function walkText({ walk }: OrderCost): Answer['walk'] {
  if (walk === null) return null;
  if (walk.walk.kind === 'cannot-fill')
    return { kind: 'cannot-fill', available: toText(walk.walk.available) };
  const { averagePrice, worstPrice } = walk.walk;
  return {
    kind: 'filled',
    averagePrice: toText(averagePrice),
    worstPrice: toText(worstPrice),
    slippage: rateText(walk.slippage),
  };
}

function impactText(impact: OrderCost['impact']): Answer['impact'] {
  if (impact === null) return null;
  return { low: toText(impact.low), middle: toText(impact.middle), high: toText(impact.high) };
}

function almgrenText(
  { days, outstandingOverVolume }: Request,
  sigma: Rate | null,
  share: Rate | null,
): Answer['almgren'] {
  if (days === undefined || outstandingOverVolume === undefined || sigma === null || share === null)
    return null;
  const { permanent, temporary, cost } = almgrenImpact(sigma, share, rate(days), rate(outstandingOverVolume));
  return { permanent: toText(permanent), temporary: toText(temporary), cost: toText(cost) };
}

function invalid(field: string, reason: string): Result<never> {
  return fail('call/invalid-input', { field, reason }, { field });
}
