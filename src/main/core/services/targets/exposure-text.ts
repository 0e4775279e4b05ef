import { toText } from '../../../../shared/num/format.ts';
import type { Money, Quantity } from '../../../../shared/num/types.ts';
import { exposureBars, futuresSides } from '../../../engine/rebalance/exposure-bars.ts';
import type { ExposureBar, ExposureSides } from '../../../engine/rebalance/exposure-bars.ts';
import { openPositions } from './open-positions.ts';
import type { OverlayAnswer, OverlayView } from './overlay-view.ts';

type Bar = OverlayAnswer['exposure'][number]['before']['value'];

/** Spot, long futures, short futures and net of every targeted asset, before and after the overlay. */
export function exposureText({ derived, chosen }: OverlayView): OverlayAnswer['exposure'] {
  const open = futuresSides(openPositions(derived));
  return exposureBars(chosen.exposures, open, chosen.legs).map(
    ({ asset, isMoney, price, before, after }) => ({
      asset,
      isMoney,
      price: toText(price),
      before: sidesText(before),
      after: sidesText(after),
    }),
  );
}

function sidesText({ value, coins }: ExposureSides): OverlayAnswer['exposure'][number]['before'] {
  return { value: barText(value), coins: barText(coins) };
}

function barText({ spot, longFutures, shortFutures, net }: ExposureBar<Money | Quantity>): Bar {
  return {
    spot: toText(spot),
    longFutures: toText(longFutures),
    shortFutures: toText(shortFutures),
    net: toText(net),
  };
}
