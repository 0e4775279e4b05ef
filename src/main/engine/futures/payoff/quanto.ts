import { invariant } from '../../../../shared/invariant.ts';
import { negate, subtract } from '../../../../shared/num/arithmetic.ts';
import { priceOf, quantityFor, valueOf } from '../../../../shared/num/products.ts';
import { amountAsMoney, moneyAsAmount, scaled, shareOf, unscaled } from '../amounts.ts';
import { coins, pointValue, quoteAmount, settleAmount } from '../units.ts';
import type { PointValue } from '../units.ts';
import type { PayoffRules } from './payoff.ts';

/**
 * Quanto contracts: a fixed amount of a third asset per point of price; profit in it is amount × (exit − entry).
 * The order box counts contracts, each worth multiplier units of the settle asset per point.
 * Source: BitMEX, contract guide of ETHUSD (0.000001 XBT per contract and dollar).
 */
export const quanto: PayoffRules<PointValue> = {
  sizeOf: (terms, order) => {
    invariant(terms.quantityUnit === 'contracts', 'a quanto contract is ordered in contracts');
    return pointValue(scaled(order.amount, terms.multiplier));
  },
  orderOf: (terms, size) => ({ unit: terms.quantityUnit, amount: unscaled(size, terms.multiplier) }),
  valueAt: (size, price) => settleAmount(moneyAsAmount(valueOf(size, price, 'half-even'))),
  sizeWorth: (value, price) => pointValue(quantityFor(amountAsMoney(value), price, 'half-even')),
  averageEntry: (size, entryValue) => priceOf(amountAsMoney(entryValue), size, 'half-even'),
  profit: (direction, entryValue, exitValue) =>
    direction === 'long' ? subtract(exitValue, entryValue) : subtract(entryValue, exitValue),
  fee: (size, price, rate) => negate(shareOf(quanto.valueAt(size, price), rate)),
  fundingPayment: (direction, size, mark, rate) => {
    const share = shareOf(quanto.valueAt(size, mark), rate);
    return direction === 'long' ? negate(share) : share;
  },
  notional: (size, at) => {
    const inSettleAsset = moneyAsAmount(valueOf(size, at.price, 'half-even'));
    return quoteAmount(moneyAsAmount(valueOf(inSettleAsset, at.settlePrice, 'half-even')));
  },
  delta: (size, at) => coins(moneyAsAmount(valueOf(size, at.settlePrice, 'half-even'))),
  sizeForDelta: (delta, at) => pointValue(quantityFor(amountAsMoney(delta), at.settlePrice, 'half-even')),
};
