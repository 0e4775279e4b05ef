import { negate, subtract } from '../../../../shared/num/arithmetic.ts';
import { priceOf, quantityFor, valueOf } from '../../../../shared/num/products.ts';
import { amountAsMoney, moneyAsAmount, scaled, shareOf, unscaled } from '../amounts.ts';
import { coins, quoteAmount, settleAmount } from '../units.ts';
import type { Coins } from '../units.ts';
import type { PayoffRules } from './payoff.ts';

/**
 * Linear contracts: a fixed number of coins; profit in quote money is coins × (exit − entry).
 * An order box in money (`quote`) is worth multiplier quote money a unit, any other box multiplier coins a unit.
 * Source: Binance FAQ 360039304272, Bybit "P&L calculations", Kraken 360022835511.
 */
export const linear: PayoffRules<Coins> = {
  sizeOf: (terms, order, price) => {
    const amount = scaled(order.amount, terms.multiplier);
    return coins(
      terms.quantityUnit === 'quote' ? quantityFor(amountAsMoney(amount), price, 'half-even') : amount,
    );
  },
  orderOf: (terms, size, price) => ({
    unit: terms.quantityUnit,
    amount: unscaled(
      terms.quantityUnit === 'quote' ? moneyAsAmount(valueOf(size, price, 'half-even')) : size,
      terms.multiplier,
    ),
  }),
  valueAt: (size, price) => settleAmount(moneyAsAmount(valueOf(size, price, 'half-even'))),
  sizeWorth: (value, price) => coins(quantityFor(amountAsMoney(value), price, 'half-even')),
  averageEntry: (size, entryValue) => priceOf(amountAsMoney(entryValue), size, 'half-even'),
  profit: (direction, entryValue, exitValue) =>
    direction === 'long' ? subtract(exitValue, entryValue) : subtract(entryValue, exitValue),
  fee: (size, price, rate) => negate(shareOf(linear.valueAt(size, price), rate)),
  fundingPayment: (direction, size, mark, rate) => {
    const share = shareOf(linear.valueAt(size, mark), rate);
    return direction === 'long' ? negate(share) : share;
  },
  notional: (size, at) => quoteAmount(moneyAsAmount(valueOf(size, at.price, 'half-even'))),
  delta: (size) => size,
  sizeForDelta: (delta) => delta,
};
