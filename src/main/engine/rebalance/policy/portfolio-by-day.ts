import type { AssetId } from '../../../../shared/domain/asset.ts';
import type { LedgerEvent } from '../../../../shared/domain/event.ts';
import { add } from '../../../../shared/num/arithmetic.ts';
import { valueOf } from '../../../../shared/num/products.ts';
import { zeroQuantity } from '../../../../shared/num/types.ts';
import type { Quantity } from '../../../../shared/num/types.ts';
import type { Instant } from '../../../../shared/time/instant.ts';
import { localDateOf, utc } from '../../../../shared/time/time-zone.ts';
import { futuresExposure } from '../../futures/exposure.ts';
import { isOpenOn } from '../../futures/positions-on-day.ts';
import { positionsOf } from '../../futures/positions.ts';
import type { PositionsInput } from '../../futures/positions.ts';
import type { FuturesPosition } from '../../futures/position.ts';
import { contractPoint } from '../../valuation/contract-point.ts';
import type { PriceBook } from '../../valuation/price-book.ts';
import type { HeldAsset, Portfolio } from './policy-exposures.ts';

export interface History extends PositionsInput {
  readonly prices: PriceBook;
}

/**
 * What was held at each of several times, as a policy sees it: in one walk over the events.
 * In: times in order. Balances are summed as they go; positions are made anew only where something was traded.
 */
export function portfolioByDay(history: History, times: readonly Instant[]): readonly Portfolio[] {
  const balances = new Map<AssetId, Quantity>();
  const traded: LedgerEvent[] = [];
  let positions: readonly FuturesPosition[] = [];
  let place = 0;
  return times.map((at) => {
    const before = traded.length;
    for (let event = history.events[place]; event !== undefined && event.time <= at;) {
      for (const { asset, quantity } of event.legs)
        balances.set(asset, add(balances.get(asset) ?? zeroQuantity, quantity));
      if (changesSize(event)) traded.push(event);
      event = history.events[++place];
    }
    if (traded.length > before) ({ positions } = positionsOf({ ...history, events: traded }));
    return portfolioAt(balances, positions, history.prices, at);
  });
}

/** Funding, fees and booked profit move balances alone. */
function changesSize({ fill, kind }: LedgerEvent): boolean {
  return fill !== undefined || kind === 'settlement' || kind === 'liquidation';
}

function portfolioAt(
  balances: ReadonlyMap<AssetId, Quantity>,
  positions: readonly FuturesPosition[],
  prices: PriceBook,
  at: Instant,
): Portfolio {
  const day = localDateOf(at, utc);
  const futures = futuresExposure(
    positions.filter((position) => isOpenOn(position, day)),
    (position) => contractPoint(position.spec, prices, at),
    prices.currency,
  ).byAsset;
  const held = [...new Set([...balances.keys(), ...futures.keys()])].flatMap((asset): HeldAsset[] => {
    const known = prices.latest(asset, at);
    if (known === null) return [];
    const worth = (of: ReadonlyMap<AssetId, Quantity>): HeldAsset['spotValue'] =>
      valueOf(of.get(asset) ?? zeroQuantity, known.price, 'half-even');
    return [{ asset, spotValue: worth(balances), futuresValue: worth(futures) }];
  });
  return { currency: prices.currency, held, priceOf: (asset) => prices.latest(asset, at)?.price ?? null };
}
