/** Contracts of Binance COIN-M: counted in contracts of 100 USD (BTC) or 10 USD (all others), paid in the coin. */
import { absolute, add, subtract } from '../../../shared/num/arithmetic.ts';
import { money, quantity, rate } from '../../../shared/num/parse.ts';
import { moneyTimes, valueOf } from '../../../shared/num/products.ts';
import type { Money, Price, Quantity } from '../../../shared/num/types.ts';
import type { Read } from '../cells/row-cells.ts';
import { lastDigitOf } from '../cells/step-units.ts';

const tolerance = rate('0.005');

/** "BTCUSD_PERP" → BTC: what profit, fees and funding are paid in. */
export function coinOfSymbol(symbol: string): string {
  return symbol.slice(0, symbol.lastIndexOf('USD_'));
}

/**
 * Whether a row's quantity counts contracts: contracts × their size is the amount, which is in coins, or in USD.
 */
export function countsContracts(
  symbol: string,
  contracts: Read<Quantity>,
  price: Read<Price>,
  amount: Read<Quantity>,
): boolean {
  const size = rate(coinOfSymbol(symbol) === 'BTC' ? '100' : '10');
  const worth = moneyTimes(money(contracts.text), size, 'half-even');
  const near = (stated: Money, digit: Money): boolean =>
    absolute(subtract(worth, stated)) <= add(moneyTimes(worth, tolerance, 'half-even'), digit);
  const digit = lastDigitOf(amount.text);
  const digitWorth = valueOf(quantity(digit), price.value, 'half-even');
  return (
    near(valueOf(amount.value, price.value, 'half-even'), digitWorth) ||
    near(money(amount.text), money(digit))
  );
}
