import { add, isPositive, isZero } from '../../../../shared/num/arithmetic.ts';
import { rateFromFraction } from '../../../../shared/num/integers.ts';
import { quantityTimes } from '../../../../shared/num/products.ts';
import { roundTo } from '../../../../shared/num/rounding.ts';
import { toText } from '../../../../shared/num/format.ts';
import type { Price, Rate } from '../../../../shared/num/types.ts';
import type { LocalDate } from '../../../../shared/time/local-date.ts';
import { shareOf } from '../../futures/amounts.ts';
import { liquidationDistance } from '../../futures/margin/liquidation-distance.ts';
import { liquidationOf } from '../../futures/margin/liquidation-of.ts';
import type { LiquidationAnswer, MarginPosition } from '../../futures/margin/margin-account.ts';
import { payoffRules } from '../../futures/payoff/payoff-rules.ts';
import { coins } from '../../futures/units.ts';
import type { ExitCase, ExitFuture } from '../../exit/exit-case.ts';
import { percentText } from '../../words.ts';

export interface HedgeLiquidation {
  readonly future: ExitFuture;
  /** null where it cannot be told. */
  readonly price: Price | null;
  readonly distance: Rate | null;
  /** A whole sentence. */
  readonly words: string;
}

/**
 * Where the venue would close (a broker: call for money) so many steps of a future, alone in a cross account with the margin
 * that the plan locks for it; where a venue asks for all of that at all times, with twice as much. Law: none; the venue's model, see `liquidationOf`.
 */
export function hedgeLiquidation(
  { book }: ExitCase,
  future: ExitFuture,
  steps: number,
  date: LocalDate,
): HedgeLiquidation {
  const { terms, marginRate, side, coinsPerStep } = future;
  const unknown = (why: string): HedgeLiquidation => ({
    future,
    price: null,
    distance: null,
    words: `Where ${terms.venue} would close ${terms.symbol} is not known: ${why}.`,
  });
  if (future.isOpen) return unknown('it is open beside others; the Monitor has its account as a whole');
  if (marginRate === null || !isPositive(marginRate))
    return unknown('what it asks as margin is not known here');
  if (terms.underlying !== future.asset) return unknown('it follows another coin than the one it stands for');
  const price = book.contractPriceOn(terms, date);
  const settlePrice = book.priceOn(terms.settleAsset, date);
  if (price === null || settlePrice === null) return unknown('its price is not known');
  const at = { price, settlePrice };
  const rules = payoffRules(terms.payoff);
  const moved = quantityTimes(coinsPerStep, rateFromFraction(BigInt(steps), 1n, 'half-even'), 'half-even');
  const size = rules.sizeForDelta(coins(moved), at);
  if (isZero(size)) return unknown('nothing of it is opened');
  const entryValue = rules.valueAt(size, price);
  const position: MarginPosition = {
    terms,
    side,
    size,
    entryValue,
    averageEntry: price,
    at,
    mode: 'cross',
    isolatedMargin: null,
  };
  const answerWith = (share: Rate): LiquidationAnswer =>
    liquidationOf(
      { settleAsset: terms.settleAsset, walletBalance: shareOf(entryValue, share), positions: [position] },
      position,
    );
  const least = answerWith(marginRate);
  const isShort = least.kind === 'price' && least.reached;
  const share = isShort ? add(marginRate, marginRate) : marginRate;
  const found = isShort ? answerWith(share) : least;
  if (found.kind === 'unknown') return unknown(found.why);
  if (found.kind === 'none')
    return { future, price: null, distance: null, words: `No price closes ${terms.symbol}.` };
  const distance = liquidationDistance(price, found.price, null).share;
  const where = `${toText(roundTo(found.price, 2, 'half-even'))} ${terms.quote}, ${percentText(distance)} ${side === 'short' ? 'above' : 'below'} the price now`;
  const what = found.call ? 'the broker would call for money' : `${terms.venue} would close ${terms.symbol}`;
  const before = isShort
    ? `${terms.symbol} asks for its full margin of ${percentText(marginRate)} at all times, so any move against it calls for money unless more lies ready. `
    : '';
  return {
    future,
    price: found.price,
    distance,
    words: `${before}With ${percentText(share)} of its value as margin ${what} at ${where}.`,
  };
}
