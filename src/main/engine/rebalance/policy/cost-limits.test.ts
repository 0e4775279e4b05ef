import { expect, test } from 'vitest';
import { money, rate } from '../../../../shared/num/parse.ts';
import { costLimitsBroken } from './cost-limits.ts';

const way = { cost: money('120'), tax: money('2500'), moved: money('20000') };
const none = { shareOfMoved: null, cost: null, tax: null };

test('a limit is broken only beyond it, and each that is broken is said', () => {
  expect(costLimitsBroken(none, way, 'USD')).toEqual([]);
  // 0.6 % of 20 000 are 120: just that is allowed.
  expect(costLimitsBroken({ ...none, shareOfMoved: rate('0.006'), cost: money('120') }, way, 'USD')).toEqual(
    [],
  );
  expect(
    costLimitsBroken({ shareOfMoved: rate('0.005'), cost: money('119.99'), tax: money('2000') }, way, 'USD'),
  ).toEqual([
    'It costs 120.00 USD, more than 0.5 % of the 20,000.00 USD that is moved.',
    'It costs 120.00 USD, more than the 119.99 USD allowed.',
    'Tax is 2,500.00 USD, more than the 2,000.00 USD allowed.',
  ]);
});
