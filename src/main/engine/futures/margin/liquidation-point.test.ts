import { expect, test } from 'vitest';
import { toText } from '../../../../shared/num/format.ts';
import { price, quantity, rate } from '../../../../shared/num/parse.ts';
import { coins, settleAmount } from '../units.ts';
import { liquidationPoint } from './liquidation-point.ts';
import type { LiquidationLeg } from './liquidation-point.ts';

const amount = (text: string) => settleAmount(quantity(text));

/** 1 000 asked at most a tenth, beyond it half of what is more. */
const steps = [
  { cap: amount('1000'), rate: rate('0.1'), deduction: amount('0') },
  { cap: null, rate: rate('0.5'), deduction: amount('400') },
];

function legOf(side: LiquidationLeg['side'], size: string): LiquidationLeg {
  return { side, size: coins(quantity(size)), entryValue: amount('1000'), steps };
}

test('a long and a short that cancel out are liquidated where margin outgrows the wallet, whichever way that is', () => {
  // 10 coins each at 100: no profit either way; 300 = 2 × (0.5 × 10 × P − 400), so P = 110. Nothing hurts below.
  const problem = {
    payoff: 'linear',
    free: amount('300'),
    held: coins(quantity('0')),
    mark: price('100'),
  } as const;
  const both = liquidationPoint({ ...problem, legs: [legOf('long', '10'), legOf('short', '10')] });
  expect(both === null ? null : toText(both.price)).toBe('110');
  // 13 long from a mark of 70: lower prices hurt, but 300 are left even at none; above, 1100 − 8.5 × P is used up.
  const more = liquidationPoint({
    ...problem,
    mark: price('70'),
    legs: [legOf('long', '13'), legOf('short', '10')],
  });
  expect(more === null ? null : toText(more.price)).toBe('129.411764705882352941');
});
