import { absolute, isNegative, isPositive, isZero } from '../../../../shared/num/arithmetic.ts';
import { roundTo } from '../../../../shared/num/rounding.ts';
import { toText } from '../../../../shared/num/format.ts';
import type { GapCauseKind } from '../../../engine/futures/watch/gap-causes.ts';
import type { Coins } from '../../../engine/futures/units.ts';
import { percentText, quantityText } from '../../../engine/words.ts';
import type { Derived } from '../../derived.ts';
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
  const moves = `The plan’s legs in ${asset} move ${quantityText(moved, asset)}`;
  if (now === null) return `${moves}, and nothing is wanted any more.`;
  const by = isCross ? ' by worth, with another coin' : '';
  return `${moves}${by} of ${quantityText(wanted, asset)} wanted now: ${percentText(now)}, planned ${percentText(planned)}.`;
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

export function marginWords({ margin }: LegWatch, derived: Derived): string {
  if (margin === null) return 'Nothing is open, so no margin is needed.';
  const { position, modeKnown, shares, buffer } = margin;
  const asset = position.terms.settleAsset;
  const mode = position.mode === 'cross' ? 'cross' : 'isolated';
  const said = modeKnown ? `Margin is ${mode}` : 'Cross margin is assumed: say it if it is isolated';
  const shared = shares > 1 ? `, shared by ${shares} positions, so its liquidation price is an estimate` : '';
  if (buffer === null) return `${said}${shared}. What must be kept is not known.`;
  const state = isNegative(buffer) ? 'are missing' : 'can still be lost';
  const worth = toText(roundTo(absolute(buffer), asset === derived.facts.currency ? 2 : 8, 'half-even'));
  return `${said}${shared}; ${worth} ${asset} ${state} before it is closed by force.`;
}

export function liquidationWords({ margin, distance, least, current, point }: LegWatch): string {
  const found = margin?.margin.liquidation;
  if (found === undefined)
    return current === null ? 'Nothing is open.' : 'No price is known, so it cannot be told.';
  if (found.kind === 'unknown') return `Not known: ${found.why}`;
  if (found.kind === 'none') return 'There is no price at which it would be liquidated.';
  if (distance === null || point === null) return 'No price is known, so it cannot be told.';
  const what = found.call ? 'A margin call comes' : 'It is liquidated';
  const price = toText(roundTo(found.price, 2, 'half-even'));
  if (found.reached) return `${what} already at the mark.`;
  const days =
    distance.dailySigmas === null
      ? ''
      : `, ${toText(roundTo(distance.dailySigmas, 1, 'half-even'))} usual days’ movements`;
  return `${what} at ${price}, ${percentText(distance.share)} away${days}; it should be at least ${percentText(least)}.`;
}
