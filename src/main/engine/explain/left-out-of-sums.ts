import { subtract, sum } from '../../../shared/num/arithmetic.ts';
import { zeroMoney } from '../../../shared/num/types.ts';
import type { Money } from '../../../shared/num/types.ts';
import type { Holdings } from '../holdings/holdings.ts';

/** What is in only one of the sums of all holdings: with it, worth = cost + gain. */
export interface LeftOutOfSums {
  /** Cost of coins without a price: they are in neither worth nor gain. */
  readonly costWithoutPrice: Money;
  readonly costOfPriced: Money;
  /** Worth of units that no lot shows: they have no cost and no gain. Negative where units are missing. */
  readonly worthWithoutLot: Money;
}

export function leftOutOfSums(all: Holdings): LeftOutOfSums {
  const { total, costBasis, unrealisedShort, unrealisedLong } = all;
  const costWithoutPrice = sum(
    all.holdings.filter(({ value }) => value === null).map((holding) => holding.costBasis),
    zeroMoney,
  );
  const costOfPriced = subtract(costBasis, costWithoutPrice);
  const shown = sum([costOfPriced, unrealisedShort, unrealisedLong], zeroMoney);
  return { costWithoutPrice, costOfPriced, worthWithoutLot: subtract(total, shown) };
}
