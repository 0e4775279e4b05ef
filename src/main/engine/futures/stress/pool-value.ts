/** What a pool is worth, and what is asked of it, at given marks. */
import { assetClass } from '../../../../shared/domain/asset.ts';
import type { AssetId } from '../../../../shared/domain/asset.ts';
import { add, clampToZero, isZero, negate, subtract } from '../../../../shared/num/arithmetic.ts';
import { quantityFor, quantityTimes, rateTimes, valueOf } from '../../../../shared/num/products.ts';
import { rate } from '../../../../shared/num/parse.ts';
import { oneRate, zeroRate } from '../../../../shared/num/types.ts';
import type { Rate } from '../../../../shared/num/types.ts';
import { moneyAsAmount, scaled } from '../amounts.ts';
import { payoffRules } from '../payoff/payoff-rules.ts';
import type { ValuationPoint } from '../payoff/payoff.ts';
import { settleAmount } from '../units.ts';
import type { SettleAmount } from '../units.ts';
import { legAt } from './leg-at.ts';
import { nothing } from './nothing.ts';
import type { StressStep } from './scenario.ts';
import type { PoolPoint } from './stress-outcome.ts';
import type { StressMarket } from './stress-market.ts';
import type { StressLeg, StressPool } from './stress-portfolio.ts';

const EIGHTH = rate('0.125');

/** Profit since the entry, in the settle asset. */
export function profitAt(leg: StressLeg, at: ValuationPoint): SettleAmount {
  const rules = payoffRules(leg.terms.payoff);
  return rules.profit(leg.side, leg.entryValue, rules.valueAt(leg.size, at.price));
}

/** The part of the wallet that counts as margin: all of it in money, less the haircut in coins and stablecoins. */
export function counted(
  wallet: SettleAmount,
  settleAsset: AssetId,
  currency: AssetId,
  haircut: Rate,
): SettleAmount {
  if (isZero(haircut)) return wallet;
  const kind = assetClass(settleAsset, currency);
  if (kind !== 'coin' && kind !== 'stablecoin') return wallet;
  return subtract(wallet, settleAmount(quantityTimes(clampToZero(wallet), haircut, 'half-even')));
}

/** What coins beside the wallet count as margin, in the settle asset. A coin without a price counts as nothing. */
export function supportOf(
  { support, settleAsset }: StressPool,
  market: StressMarket,
  haircut: Rate,
): SettleAmount {
  const settle = market.priceOf(settleAsset);
  return support.reduce((total, { asset, quantity, weight }) => {
    const price = market.priceOf(asset);
    if (price === null || settle === null || isZero(settle)) return total;
    const share = rateTimes(weight, subtract(oneRate, haircut), 'half-even');
    const value = valueOf(quantityTimes(quantity, share, 'half-even'), price, 'half-even');
    return add(total, settleAmount(quantityFor(value, settle, 'half-even')));
  }, nothing);
}

/**
 * Equity and margins of a pool. In: collateral as it counts; its open legs with their points; times the margin of today.
 * Out: a margin is null where that of one leg is not known.
 */
export function poolPoint(
  collateral: SettleAmount,
  legs: readonly StressLeg[],
  points: readonly ValuationPoint[],
  multiplier: Rate,
): PoolPoint {
  let equity = collateral;
  let initial: SettleAmount | null = nothing;
  let maintenance: SettleAmount | null = nothing;
  let unknown = nothing;
  let known = nothing;
  for (const [place, leg] of legs.entries()) {
    const at = points[place] ?? leg.at;
    const one = legAt(leg, at);
    equity = add(equity, one.profit);
    initial = plus(initial, one.initial);
    maintenance = plus(maintenance, one.maintenance);
    if (one.maintenance === null) unknown = add(unknown, one.value);
    else known = add(known, one.maintenance);
  }
  const asked = maintenance === null ? null : times(maintenance, multiplier);
  return {
    equity,
    initial: initial === null ? null : times(initial, multiplier),
    maintenance: asked,
    buffer: asked === null ? null : subtract(equity, asked),
    atMost: add(times(known, multiplier), unknown),
  };
}

/** The rate of all settlements within a step together. Rounds half-even. */
export function fundingDue({ fundingPer8h, hours }: StressStep): Rate {
  if (isZero(fundingPer8h) || isZero(hours)) return zeroRate;
  return rateTimes(rateTimes(fundingPer8h, EIGHTH, 'half-even'), hours, 'half-even');
}

/**
 * What a leg pays (negative) or receives in funding over a step, at its mark at the end.
 * Source: positive rates: longs pay shorts (Binance, Bybit, OKX, Deribit documentation).
 */
export function fundingOf({ terms, side, size }: StressLeg, at: ValuationPoint, due: Rate): SettleAmount {
  if (terms.kind !== 'perpetual' || isZero(due)) return nothing;
  return payoffRules(terms.payoff).fundingPayment(side, size, at.price, due);
}

/**
 * The fee of closing a leg as a taker: a cash flow, not above zero. null where the venue's fee is not known, or is in
 * other money than the leg settles in.
 */
export function closingFee({ terms, size }: StressLeg, at: ValuationPoint): SettleAmount | null {
  const rules = payoffRules(terms.payoff);
  if (terms.takerFee !== null) return rules.fee(size, at.price, terms.takerFee);
  if (terms.feePerContract === null || terms.settleAsset !== terms.quote) return null;
  const order = rules.orderOf(terms, size, at.price);
  if (order.unit !== 'contracts') return null;
  return negate(settleAmount(scaled(order.amount, moneyAsAmount(terms.feePerContract))));
}

function plus(sum: SettleAmount | null, part: SettleAmount | null): SettleAmount | null {
  return sum === null || part === null ? null : add(sum, part);
}

function times(amount: SettleAmount, factor: Rate): SettleAmount {
  return factor === oneRate ? amount : settleAmount(quantityTimes(amount, factor, 'half-even'));
}
