import { negate, subtract } from '../../../../shared/num/arithmetic.ts';
import { priceOf, quantityOfInverse, valueOf } from '../../../../shared/num/products.ts';
import { amountAsMoney, moneyAsAmount, scaled, shareOf, unscaled } from '../amounts.ts';
import { coins, quoteAmount, settleAmount } from '../units.ts';
import type { QuoteAmount } from '../units.ts';
import type { PayoffRules } from './payoff.ts';

/**
 * Inverse contracts: a fixed amount of quote money, settled in the coin; profit in coins is amount × (1/entry − 1/exit).
 * An order box in coins (`base`) is worth multiplier coins a unit, any other box multiplier quote money a unit.
 * Source: Bybit "average entry price" (harmonic), BitMEX inverse perpetuals guide, Deribit documentation.
 */
export const inverse: PayoffRules<QuoteAmount> = {
  sizeOf: (terms, order, price) => {
    const amount = scaled(order.amount, terms.multiplier);
    return quoteAmount(
      terms.quantityUnit === 'base' ? moneyAsAmount(valueOf(amount, price, 'half-even')) : amount,
    );
  },
  orderOf: (terms, size, price) => ({
    unit: terms.quantityUnit,
    amount: unscaled(
      terms.quantityUnit === 'base' ? quantityOfInverse(amountAsMoney(size), price, 'half-even') : size,
      terms.multiplier,
    ),
  }),
  valueAt: (size, price) => settleAmount(quantityOfInverse(amountAsMoney(size), price, 'half-even')),
  sizeWorth: (value, price) => quoteAmount(moneyAsAmount(valueOf(value, price, 'half-even'))),
  averageEntry: (size, entryValue) => priceOf(amountAsMoney(size), entryValue, 'half-even'),
  profit: (direction, entryValue, exitValue) =>
    direction === 'long' ? subtract(entryValue, exitValue) : subtract(exitValue, entryValue),
  fee: (size, price, rate) => negate(shareOf(inverse.valueAt(size, price), rate)),
  fundingPayment: (direction, size, mark, rate) => {
    const share = shareOf(inverse.valueAt(size, mark), rate);
    return direction === 'long' ? negate(share) : share;
  },
  notional: (size) => size,
  delta: (size, at) => coins(quantityOfInverse(amountAsMoney(size), at.price, 'half-even')),
  sizeForDelta: (delta, at) => quoteAmount(moneyAsAmount(valueOf(delta, at.price, 'half-even'))),
};
