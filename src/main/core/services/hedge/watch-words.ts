import { assetClass, assetId } from '../../../../shared/domain/asset.ts';
import type { AssetId } from '../../../../shared/domain/asset.ts';
import { absolute, isNegative, isPositive, isZero } from '../../../../shared/num/arithmetic.ts';
import { roundTo } from '../../../../shared/num/rounding.ts';
import { toText } from '../../../../shared/num/format.ts';
import type { Money, Quantity } from '../../../../shared/num/types.ts';
import type { GapCauseKind } from '../../../engine/futures/watch/gap-causes.ts';
import type { Coins } from '../../../engine/futures/units.ts';
import { amountAsMoney } from '../../../engine/futures/amounts.ts';
import { listText, moneyText, percentText, quantityText } from '../../../engine/words.ts';
import type { LegWatch } from './leg-watch.ts';
import type { LegRatio } from './leg-ratio.ts';

export function priceWords({ point, priceAge, spec, stale, limits }: LegWatch): string {
  const symbol = spec?.symbol ?? 'this contract';
  if (point === null) return `No price of ${symbol} is known.`;
  const age = priceAge === 0 ? 'of today' : priceAge === 1 ? 'of yesterday' : `${priceAge} days old`;
  const whose = point.fromUnderlying ? `the price of ${spec?.underlying ?? ''} stands in` : 'its own';
  const limit = stale ? `; more than ${limits.priceAgeDays} day(s) old is stale` : '';
  return `The mark of ${symbol} is ${age} (${whose})${limit}.`;
}

export function ratioWords({ moved, wanted, now, planned, isCross }: LegRatio, asset: string): string {
  if (moved === null) return 'A price is missing, so nobody can say how many coins the leg moves.';
  if (wanted === null)
    return `${asset} has no target, or a price is missing: there is nothing to measure the leg against.`;
  const asked = `${quantityText(absolute<Quantity>(wanted), asset)} wanted ${isNegative(wanted) ? 'short' : 'long'} now`;
  if (isZero(moved)) return `The plan’s legs move nothing now, of ${asked}.`;
  const way = isNegative(moved) ? 'short' : 'long';
  const moves = `The plan’s legs are ${way} ${quantityText(absolute<Quantity>(moved), asset)}`;
  if (now === null) return `${moves}, and nothing is wanted any more.`;
  const by = isCross ? ' by worth, with another coin' : '';
  return `${moves}${by} of ${asked}: ${percentText(now)}, planned ${percentText(planned)}.`;
}

/** Which way a change of the gap goes, for a person: more to sell, more to buy. */
export function causeWords(cause: GapCauseKind, change: Coins, asset: string): string {
  const what = CAUSES[cause];
  if (isZero(change)) return `${what}: no change.`;
  const amount = quantityText(absolute(change), asset);
  return `${what}: ${amount} ${isPositive(change) ? 'more to buy, or less to sell' : 'more to sell, or less to buy'}.`;
}

const CAUSES: Readonly<Record<GapCauseKind, string>> = {
  target: 'Other targets than at plan',
  spot: 'Coins and money bought, sold or moved',
  funding: 'Funding paid in what has a target',
  booked: 'Profit and fees of futures paid in what has a target',
  price: 'Prices moved',
  fills: 'Fills differ from the plan',
  convexity: 'The contract’s coins change with its price',
  'open-profit': 'Open profit in coins, not yet paid out',
  others: 'Futures outside this plan',
};

export function marginWords({ margin, isOpen }: LegWatch): string {
  if (margin === null)
    return isOpen
      ? 'No price of it or of its coin is known, so its margin cannot be told.'
      : 'Nothing is open, so no margin is needed.';
  const { position, modeKnown, shares, buffer, lacking } = margin;
  const asset = position.terms.settleAsset;
  const mode = modeKnown
    ? `Margin is ${position.mode}.`
    : 'Cross margin is assumed; if it is isolated, say so.';
  const shared = shares > 1 ? ` ${shares} positions share it, so the liquidation price is an estimate.` : '';
  if (buffer === null) {
    const what = lacking.length === 0 ? 'what is set aside for it' : `what ${listText(lacking)} must keep`;
    return `${mode}${shared} It is not known ${what}.`;
  }
  const worth = amountWords(absolute<Quantity>(buffer), asset);
  return isNegative(buffer)
    ? `${mode}${shared} ${worth} are missing: it can be closed by force.`
    : `${mode}${shared} ${worth} can still be lost before it is closed by force.`;
}

/** Stablecoins and money with two decimals, coins with eight. */
function amountWords(amount: Quantity, asset: AssetId): string {
  return assetClass(asset, USD) === 'coin'
    ? quantityText(amount, asset)
    : moneyText(amountAsMoney(amount), asset);
}

const USD = assetId('USD');

export function liquidationWords({ margin, distance, least, isOpen, point }: LegWatch): string {
  const found = margin?.margin.liquidation;
  if (found === undefined) return isOpen ? 'No price is known, so it cannot be told.' : 'Nothing is open.';
  if (found.kind === 'unknown') return `Not known: ${found.why}`;
  if (found.kind === 'none') return 'There is no price at which it would be liquidated.';
  if (distance === null || point === null) return 'No price is known, so it cannot be told.';
  const what = found.call ? 'A margin call comes' : 'It is liquidated';
  const price = moneyText(found.price as unknown as Money, '').trim();
  if (found.reached) return `${what} already at the mark.`;
  const days =
    distance.dailySigmas === null
      ? ''
      : `, ${toText(roundTo(distance.dailySigmas, 1, 'half-even'))} usual days’ movements`;
  return `${what} at ${price}, ${percentText(distance.share)} away${days}; it should be at least ${percentText(least)}.`;
}
