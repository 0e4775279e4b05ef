import type { CallAnswer } from '../../../../shared/contract/contract.ts';
import { add, isNegative, isZero, negate } from '../../../../shared/num/arithmetic.ts';
import { toText } from '../../../../shared/num/format.ts';
import { moneyTimes, ratio } from '../../../../shared/num/products.ts';
import type { Money } from '../../../../shared/num/types.ts';
import { zeroMoney } from '../../../../shared/num/types.ts';
import { notionalOf } from '../../../engine/rebalance/alternatives/risks.ts';
import type { ExitCase } from '../../../engine/exit/exit-case.ts';
import { sellsAndBuys } from '../../../engine/exit/paid-by-sales.ts';
import { percentText } from '../../../engine/words.ts';

/** What all ways assume alike, in figures and in sentences. */
export function waysAssumptions(exit: ExitCase): CallAnswer<'rebalance.alternatives'>['assumptions'] {
  const { discountPerYear, spotFee, spotSlippage, marginCostPerYear } = exit.costs;
  return {
    discountPerYear: toText(discountPerYear),
    spotFee: toText(spotFee),
    spotSlippage: toText(spotSlippage),
    marginCostPerYear: toText(marginCostPerYear),
    carryPerYear: carryPerYear(exit),
    words: [
      `Later payments are discounted at ${percentText(discountPerYear)} a year.`,
      `A trade of coins costs ${percentText(spotFee)} of fee and ${percentText(spotSlippage)} of slippage.`,
      `Money locked as margin would earn ${percentText(marginCostPerYear)} a year elsewhere.`,
      ...(exit.limits.cash === null && sellsAndBuys(exit)
        ? ['Coins are bought with what has been sold by then, except with new money.']
        : []),
      ...new Set(exit.futures.map(({ carryWords }) => carryWords).filter((words) => words !== '')),
      'Wealth at the horizon is in money of that day; cash earns nothing on the way.',
    ],
  };
}

/** Funding of all perpetual legs together, by notional; null without one. Rounds half-even. */
function carryPerYear(exit: ExitCase): string | null {
  const legs = exit.futures.filter(({ terms, steps }) => terms.kind === 'perpetual' && steps > 0);
  let [worth, cost]: [Money, Money] = [zeroMoney, zeroMoney];
  for (const future of legs) {
    const notional = notionalOf(exit, future);
    const toShort = future.side === 'short' ? future.fundingPerYear : negate(future.fundingPerYear);
    worth = add(worth, notional);
    cost = add(cost, moneyTimes(notional, toShort, 'half-even'));
  }
  return isZero(worth) || isNegative(worth) ? null : toText(ratio<Money>(cost, worth, 'half-even'));
}
